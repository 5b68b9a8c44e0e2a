// Every route of an organisation's site, asked for what only another organisation has.
import { PASSWORD } from './worker.ts'

/** What somebody may know of another organisation: a course of its own, an address, the keys in its mails. */
interface Known {
  slug: string
  email: string
  confirm: string
  reset: string
}

export interface Ask {
  path(of: Known): string
  /** What is answered at an address that is not theirs, to whoever is nobody there. */
  status: number
  form?: (of: Known) => Record<string, string>
}
const get = (status: number, path: Ask['path'] | string): Ask => ({
  status,
  path: typeof path === 'string' ? () => path : path,
})
const post = (status: number, path: Ask['path'] | string, form: Ask['form'] = () => ({})): Ask => ({
  ...get(status, path),
  form,
})

export const ROUTES: Record<string, Ask[]> = {
  'GET /': [get(302, '/')],
  'GET /theme/:file': [get(200, '/theme/0123456789abcdef.css'), get(200, '/theme/0123456789abcdef.svg')],
  'GET /robots.txt': [get(200, '/robots.txt')],
  'GET /sitemap.xml': [get(200, '/sitemap.xml')],
  'GET /dev/outbox': [get(200, '/dev/outbox')],
  'GET /:language/': [get(200, '/en/'), get(200, '/it/')],
  'GET /:language/courses': [get(200, '/en/courses')],
  'GET /:language/courses/:course': [
    get(404, ({ slug }) => `/en/courses/${slug}`),
    get(200, '/en/courses/basics'),
  ],
  'GET /:language/courses/:course/:lesson': [
    get(404, ({ slug }) => `/en/courses/${slug}/alone`),
    get(200, '/en/courses/basics/first'),
  ],
  'POST /:language/courses/:course/enrolment': [
    post(303, ({ slug }) => `/en/courses/${slug}/enrolment`),
    post(303, '/en/courses/basics/enrolment'),
  ],
  'POST /:language/courses/:course/enrolment/end': [
    post(303, ({ slug }) => `/en/courses/${slug}/enrolment/end`),
    post(303, '/en/courses/basics/enrolment/end'),
  ],
  'POST /:language/courses/:course/:lesson/completion': [
    post(303, ({ slug }) => `/en/courses/${slug}/alone/completion`),
    post(303, '/en/courses/basics/first/completion'),
  ],
  'POST /:language/courses/:course/:lesson/completion/end': [
    post(303, ({ slug }) => `/en/courses/${slug}/alone/completion/end`),
  ],
  'GET /:language/toolbox': [get(200, '/en/toolbox')],
  'GET /:language/toolbox/:tool': [get(200, '/en/toolbox/calls')],
  'GET /:language/curriculum': [get(200, '/en/curriculum')],
  'GET /:language/curriculum/:curriculum': [get(200, '/en/curriculum/teaching')],
  'GET /:language/curriculum/:curriculum/:unit': [get(200, '/en/curriculum/teaching/first-unit')],
  'GET /:language/curriculum/:curriculum/:unit/plan': [get(200, '/en/curriculum/teaching/first-unit/plan')],
  'GET /:language/search': [get(200, '/en/search?q=opal'), get(200, '/en/search')],
  'GET /:language/me': [get(303, '/en/me')],
  'GET /:language/sign-up': [get(200, '/en/sign-up')],
  'POST /:language/sign-up': [
    post(422, '/en/sign-up', ({ email }) => ({ email, password: PASSWORD, name: '' })),
  ],
  'GET /:language/sign-in': [get(200, '/en/sign-in')],
  'POST /:language/sign-in': [post(422, '/en/sign-in', ({ email }) => ({ email, password: PASSWORD }))],
  'GET /:language/sign-out': [get(303, '/en/sign-out')],
  'POST /:language/sign-out': [post(303, '/en/sign-out')],
  'GET /:language/confirmation/:key': [get(404, ({ confirm }) => `/en/confirmation/${confirm}`)],
  'POST /:language/confirmation/:key': [post(404, ({ confirm }) => `/en/confirmation/${confirm}`)],
  'GET /:language/password-reset': [get(200, '/en/password-reset')],
  'POST /:language/password-reset': [post(200, '/en/password-reset', ({ email }) => ({ email }))],
  'GET /:language/password-reset/:key': [get(404, ({ reset }) => `/en/password-reset/${reset}`)],
  'POST /:language/password-reset/:key': [
    post(
      404,
      ({ reset }) => `/en/password-reset/${reset}`,
      () => ({ password: 'the password of a thief' }),
    ),
  ],
}
