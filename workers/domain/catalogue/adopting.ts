// Taking works of the commons into the catalogue, and following their newer editions.

import { count, eq, inArray, like } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import { adoptions, events, searchEntries } from '#schema/tenant/tables.ts'
import { together } from '../batch.ts'
import { Refusal } from '../refusal.ts'
import { recordOf, type Scope } from '../scope.ts'
import { latest, textsOf } from '../works/index.ts'
import type { LatestEdition } from '../works/reading.ts'
import { entriesOf } from './searching.ts'

/**
 * Adopts works by id ('tool/scam-shield') in this order, each at its newest edition and following the commons.
 * Works that are there already stay as they are. Unknown works are refused before anything is written.
 */
export async function adopt(scope: Scope, wanted: string[]) {
  const known = new Map((await latest(scope.commons)).map((work) => [work.work, work]))
  const missing = wanted.filter((work) => !known.has(work))
  if (missing.length > 0) throw new Refusal('missing', 'noSuchWork')
  const there = new Set((await held(scope)).map((row) => row.work))
  const fresh = [...new Set(wanted)].flatMap((work) => (there.has(work) ? [] : (known.get(work) ?? [])))
  if (fresh.length === 0) return []

  await write(scope, fresh, [
    ...fresh.map((work, at) => scope.db.insert(adoptions).values(rowOf(scope, work, there.size + at))),
    ...fresh.map((work) =>
      scope.db.insert(events).values(recordOf(scope, 'work.adopted', work.work, { edition: work.edition })),
    ),
  ])
  return fresh
}

/** Takes the newest edition of every adopted work that follows the commons. Answers which works changed. */
export async function follow(scope: Scope): Promise<string[]> {
  const newest = new Map((await latest(scope.commons)).map((work) => [work.work, work]))
  const behind = (await held(scope)).flatMap((row) => {
    const work = newest.get(row.work)
    return work && row.follows === 'commons' && work.edition !== row.edition ? [work] : []
  })
  if (behind.length === 0) return []
  await write(scope, behind, [
    ...behind.map(({ work, edition }) =>
      scope.db.update(adoptions).set({ edition }).where(eq(adoptions.work, work)),
    ),
    ...behind.map(({ work, edition }) =>
      scope.db.insert(events).values(recordOf(scope, 'work.followed', work, { edition })),
    ),
  ])
  return behind.map((work) => work.work)
}

const held = (scope: Scope) =>
  scope.db
    .select({ work: adoptions.work, edition: adoptions.edition, follows: adoptions.follows })
    .from(adoptions)

function rowOf(scope: Scope, { work, kind, slug, edition }: LatestEdition, position: number) {
  return { work, kind, slug, edition, position, follows: 'commons' as const, at: scope.now }
}

/** The change and the search index of the changed works, in one batch. */
async function write(scope: Scope, changed: LatestEdition[], change: BatchItem<'sqlite'>[]) {
  const texts = await textsOf(
    scope.commons,
    changed.map((work) => work.edition),
  )
  const works = changed.map((work) => work.work)
  await together(scope.db, [
    ...change,
    scope.db.delete(searchEntries).where(inArray(searchEntries.work, works)),
    ...entriesOf(scope, texts),
  ])
  await scope.later({ organisation: scope.tenant.organisation, job: 'raise' })
}

/**
 * The version that the catalogue has reached: one more than the changes recorded in it. The registry's number follows
 * it, so that a lost message is made good by the next one. One request.
 */
export async function version(scope: Scope): Promise<number> {
  const [row] = await scope.db.select({ changes: count() }).from(events).where(like(events.what, 'work.%'))
  return 1 + (row?.changes ?? 0)
}
