// Every address of the product and the steps on the way to it.

import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { requestId } from 'hono/request-id'
import { languages } from '#web/paths.ts'
import { account } from './pages/account.tsx'
import { courses } from './pages/courses.tsx'
import { curriculum } from './pages/curriculum.tsx'
import { errorPage, missingPage } from './pages/errors.tsx'
import { apexFiles, files, themeFiles } from './pages/files.ts'
import { home } from './pages/home.tsx'
import { me } from './pages/me.tsx'
import { platform } from './pages/platform.tsx'
import { search } from './pages/search.tsx'
import { toolbox } from './pages/toolbox.tsx'
import { languageOf } from './render.tsx'
import { address } from './steps/address.ts'
import { limits } from './steps/limits.ts'
import { privatePages, publicPages } from './steps/public-pages.ts'
import { security } from './steps/security.ts'
import { session } from './steps/session.ts'
import { labelOf, opened, tenant } from './steps/tenant.ts'
import type { Edge } from './wiring.ts'

// In a group: else the first and the last language would be anchored and the others would not.
const LANGUAGE = `/:language{(?:${languages.join('|')})}`
const FORM_BYTES = 64 * 1024

export interface App {
  fetch(request: Request, bindings: Edge['Bindings']): Response | Promise<Response>
}

/** `development` gives further pages under /dev; a production build gives none. */
export function createApp(development?: Hono<Edge>): App {
  const site = siteOf(development)
  const apex = apexOf()
  return {
    fetch(request, bindings) {
      const isApex = labelOf(bindings.wiring, new URL(request.url).host) === ''
      return (isApex ? apex : site).fetch(request, bindings)
    },
  }
}

/** What every answer passes, whosever site it is. */
const entrance = () => {
  const app = new Hono<Edge>()
  app.use(requestId({ headerName: '' }), security, address)
  app.onError((error, c) => errorPage(c, error))
  app.notFound((c) => missingPage(c))
  return app
}

function guard(app: Hono<Edge>) {
  app.use(bodyLimit({ maxSize: FORM_BYTES, onError: (c) => errorPage(c, TOO_LARGE) }), csrf())
}
const TOO_LARGE = Object.assign(new Error('The form is too large'), { status: 413 })

function toFirstPage(c: Context<Edge>) {
  c.header('vary', 'Accept-Language')
  return c.redirect(`/${languageOf(c)}/`, 302)
}

/** The platform's own site. */
function apexOf() {
  const app = entrance()
  app.get('/healthz', async (c) => {
    await c.env.wiring.ready()
    return c.text('ok', 200, { 'cache-control': 'no-store' })
  })
  guard(app)
  app.route('/', apexFiles)
  app.use(privatePages)
  app.get('/', toFirstPage)
  app.route(`${LANGUAGE}/`, platform)
  return app
}

/** The site of an organisation. */
export function siteOf(development: Hono<Edge> | undefined) {
  const app = entrance()
  app.use(tenant)
  app.route('/', themeFiles)
  app.use(opened)
  guard(app)
  app.use(limits)
  app.route('/', files)
  app.get('/', toFirstPage)
  app.use(publicPages, session)
  if (development) app.route('/dev', development)
  app.route(`${LANGUAGE}/`, home)
  app.route(`${LANGUAGE}/courses`, courses)
  app.route(`${LANGUAGE}/toolbox`, toolbox)
  app.route(`${LANGUAGE}/curriculum`, curriculum)
  app.route(`${LANGUAGE}/search`, search)
  app.route(`${LANGUAGE}/me`, me)
  app.route(LANGUAGE, account)
  return app
}
