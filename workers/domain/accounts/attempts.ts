// Counting failed tries, in the database: whoever guesses is slowed down wherever they come from.

import { inArray, sql } from 'drizzle-orm'
import { attempts } from '#schema/tenant/tables.ts'
import { Refusal } from '../refusal.ts'
import type { Scope } from '../scope.ts'
import { sha256 } from './keys.ts'

export const WINDOW = 15 * 60_000
/**
 * How many tries are free. One address from one place is stopped soon; one address from everywhere late, so that
 * nobody can lock it out cheaply.
 */
const LIMITS = { here: 5, anywhere: 50, source: 100 }

export interface Tries {
  keys: Record<keyof typeof LIMITS, string>
}

/** The counters a try falls under. `source` is where it comes from (an IP address); only hashes are kept. */
export async function triesOf(
  what: 'sign-in' | 'sign-up' | 'reset',
  email: string,
  source: string,
): Promise<Tries> {
  const [here, anywhere, from] = await Promise.all([
    sha256(`${what} ${email} ${source}`),
    sha256(`${what} ${email}`),
    sha256(`${what} from ${source}`),
  ])
  return { keys: { here, anywhere, source: from } }
}

/** Reads the counters after the try was counted; put it into a batch and give the rows to `refuseTooMany`. */
export const countersOf = (scope: Scope, { keys }: Tries) =>
  scope.db
    .select()
    .from(attempts)
    .where(inArray(attempts.key, Object.values(keys)))

export function refuseTooMany(scope: Scope, { keys }: Tries, rows: (typeof attempts.$inferSelect)[]) {
  for (const [name, limit] of Object.entries(LIMITS) as [keyof typeof LIMITS, number][]) {
    const row = rows.find(({ key }) => key === keys[name])
    if (row && row.count > limit && row.since > scope.now - WINDOW) throw new Refusal('limit', 'tooManyTries')
  }
}

/** One more try under each counter; a counter whose window is over starts again. */
export const countTry = (scope: Scope, { keys }: Tries) =>
  scope.db
    .insert(attempts)
    .values(Object.values(keys).map((key) => ({ key, count: 1, since: scope.now })))
    .onConflictDoUpdate({
      target: attempts.key,
      set: {
        count: sql`iif(${attempts.since} > ${scope.now - WINDOW}, ${attempts.count} + 1, 1)`,
        since: sql`iif(${attempts.since} > ${scope.now - WINDOW}, ${attempts.since}, ${scope.now})`,
      },
    })

/** After a success the person's own counter is cleared; the others fade by themselves. */
export const forgetTries = (scope: Scope, { keys }: Tries) =>
  scope.db.delete(attempts).where(inArray(attempts.key, [keys.here]))
