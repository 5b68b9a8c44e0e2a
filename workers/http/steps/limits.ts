// Slows down who sends forms in masses. Exact counting of tries is done in the database.

import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { Refusal } from '#domain/refusal.ts'
import type { Edge } from '../wiring.ts'

/** Where a request comes from, as far as one can know. */
export const sourceOf = (c: Context<Edge>) => c.req.header('cf-connecting-ip') ?? 'unknown'

export const limits = createMiddleware<Edge>(async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
  const key = `${c.get('tenant').organisation} ${sourceOf(c)}`
  if (!(await c.env.wiring.allowed('forms', key))) throw new Refusal('limit', 'tooManyTries')
  return next()
})
