// Who asks: the person of the session cookie, in the house that the host named.

import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { Edge } from '../wiring.ts'

/** Host-only and secure by its name (RFC 6265bis): it can't be set by or sent to another organisation's site. */
export const COOKIE = '__Host-session'
const ATTRIBUTES = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const
const YEAR = 31_536_000

export const session = createMiddleware<Edge>(async (c, next) => {
  const token = getCookie(c, COOKIE)
  if (!token) return next()
  const visitor = c.get('scope')
  const person = await c.env.wiring.personOf(visitor, token)
  if (!person) {
    deleteCookie(c, COOKIE, ATTRIBUTES)
    return next()
  }
  c.set('token', token)
  c.set('person', person)
  c.set('scope', { ...visitor, actor: person })
  return next()
})

/** The session's own time decides when it ends; the cookie may stay longer. */
export const keepToken = (c: Context<Edge>, token: string) =>
  setCookie(c, COOKIE, token, { ...ATTRIBUTES, maxAge: YEAR })

export const forgetToken = (c: Context<Edge>) => deleteCookie(c, COOKIE, ATTRIBUTES)
