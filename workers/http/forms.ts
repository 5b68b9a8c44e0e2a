// Forms: read, parsed at the door, and given back with what was typed when they are refused.

import type { Context } from 'hono'
import * as v from 'valibot'
import { type Reason, Refusal } from '#domain/refusal.ts'
import type { FormState } from '#web/parts/form/state.ts'
import type { Edge } from './wiring.ts'

type AnyForm = v.ObjectSchema<v.ObjectEntries, undefined>

/** The text fields of the request; files and repeated fields are left out. A body that is no form has none. */
export async function typedIn(c: Context<Edge>): Promise<Record<string, string>> {
  const form = await c.req.parseBody({ all: true }).catch((error: unknown) => {
    if (error instanceof TypeError) return {} // so the platform says that the parts of a form do not fit
    throw error
  })
  return Object.fromEntries(
    Object.entries(form).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

/** The form as the schema wants it, or a refusal that names each field. */
export function parseForm<S extends AnyForm>(schema: S, typed: Record<string, string>): v.InferOutput<S> {
  const blank = Object.fromEntries(Object.keys(schema.entries).map((field) => [field, '']))
  const result = v.safeParse(schema, { ...blank, ...typed }, { abortPipeEarly: true })
  if (result.success) return result.output
  const fields = result.issues.map((issue) => ({
    field: v.getDotPath(issue) ?? '',
    reason: issue.message as Reason, // schemas name sentences, see accounts/forms.ts
  }))
  throw new Refusal('invalid', fields[0]?.reason ?? 'noSuchPage', fields)
}

/** The form after a refusal. */
export function refused(refusal: Refusal, typed: Record<string, string>): FormState {
  const { password: _, ...kept } = typed
  const faults = Object.fromEntries(refusal.fields.map(({ field, reason }) => [field, reason]))
  return refusal.fields.length > 0 ? { typed: kept, faults } : { typed: kept, faults, fault: refusal.reason }
}

/** The status under which a refusal is answered. */
export const STATUS = {
  missing: 404,
  forbidden: 403,
  invalid: 422,
  conflict: 409,
  limit: 429,
  unavailable: 503,
} as const

/** The refusal inside an error: databases and their drivers wrap what happened. */
export function refusalIn(error: unknown): Refusal | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof Refusal) return cause
  }
  return undefined
}
