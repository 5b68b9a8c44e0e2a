// One address for each page: what people type nearly right leads there.
import { createMiddleware } from 'hono/factory'
import { isLanguage } from '#web/paths.ts'
import type { Edge } from '../wiring.ts'

export const address = createMiddleware<Edge>((c, next) => {
  const { pathname, search } = new URL(c.req.url)
  const right = c.req.method === 'GET' || c.req.method === 'HEAD' ? tidied(pathname) : pathname
  return right === pathname ? next() : Promise.resolve(c.redirect(right + search, 301))
})

/** '/EN/courses/' → '/en/courses', '/en' → '/en/'; any other path as it is. */
export function tidied(path: string): string {
  const [, typed = '', rest = ''] = /^\/([A-Za-z]{2})((?:\/[^/]+)*\/?)$/.exec(path) ?? []
  const language = typed.toLowerCase()
  if (!isLanguage(language)) return path
  return `/${language}${rest.replace(/\/$/, '') || '/'}`
}
