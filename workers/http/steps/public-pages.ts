// Public pages are kept by what they depend on: host, path, version of the catalogue, theme and build.

import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { keepPage, keptPage } from '../kept-pages.ts'
import type { Edge } from '../wiring.ts'
import { COOKIE } from './session.ts'

/** Set by a handler whose page is the same for every visitor. */
export const PUBLIC = 'x-public-page'
const FRESH = 'public, max-age=0, must-revalidate'

/**
 * Answers a visitor's GET from what was kept, without a database. Whoever has a session or asks with a query gets a
 * page of their own.
 */
export const publicPages = createMiddleware<Edge>(async (c, next) => {
  const url = new URL(c.req.url)
  const mayKeep = (c.req.method === 'GET' || c.req.method === 'HEAD') && !url.search && !getCookie(c, COOKIE)
  if (!mayKeep) {
    await next()
    return finish(c)
  }
  const { wiring } = c.env
  const version = `${c.get('tenant').catalogueVersion}-${c.get('look').theme}-${wiring.build}`
  const etag = `W/"${version}"`
  const key = `page/${url.host}/${version}${url.pathname}`
  const headers = { etag, 'cache-control': FRESH, vary: 'Cookie', 'content-type': 'text/html; charset=UTF-8' }
  const kept = await keptPage(wiring.pages, key, c.get('nonce'))
  if (kept) {
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, { etag, 'cache-control': FRESH })
    return c.body(kept, 200, { ...headers, 'content-language': languageIn(url.pathname) })
  }
  await next()
  if (c.res.status !== 200 || !c.res.headers.has(PUBLIC)) return finish(c)
  const html = await c.res.text()
  c.res = undefined // else Hono would merge the old headers into the new answer
  const bytes = keepPage(wiring.pages, key, { nonce: c.get('nonce'), html })
  c.res = c.body(bytes, 200, { ...headers, 'content-language': languageIn(url.pathname) })
})

const languageIn = (path: string) => path.slice(1, 3)

/** For sites whose pages are not kept: each is for its reader. */
export const privatePages = createMiddleware<Edge>(async (c, next) => {
  await next()
  finish(c)
})

/** An answer for one reader: not to be kept by anybody. */
function finish(c: Context<Edge>) {
  if (!c.res.headers.get('content-type')?.startsWith('text/html')) return
  const headers = new Headers(c.res.headers)
  headers.delete(PUBLIC)
  headers.set('cache-control', 'private, no-store')
  headers.append('vary', 'Cookie')
  const { body, status } = c.res
  c.res = undefined // as above
  c.res = new Response(body, { status, headers })
}
