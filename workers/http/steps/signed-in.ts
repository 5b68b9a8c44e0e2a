// Only for people who are signed in; others are sent to sign in and come back.
import { createMiddleware } from 'hono/factory'
import { pathsIn } from '#web/paths.ts'
import { languageOf } from '../render.tsx'
import type { Edge } from '../wiring.ts'

export const signedIn = createMiddleware<Edge>(async (c, next) => {
  if (c.get('person')) return next()
  const back =
    c.req.method === 'GET' ? c.req.path : c.req.path.replace(/\/(enrolment|completion)(\/end)?$/, '')
  return c.redirect(`${pathsIn(languageOf(c)).signIn}?to=${encodeURIComponent(back)}`, 303)
})

/** A path of this site to go to after signing in, or the fallback: never another site. */
export function pathBack(to: string | undefined, fallback: string): string {
  return to && /^\/[a-z]{2}\/[\w\-/]*$/.test(to) && to.length < 500 ? to : fallback
}
