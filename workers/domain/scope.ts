// In whose house we are, who acts and when: what every verb of an organisation requires.

import { sql } from 'drizzle-orm'
import type { LibSQLDatabase } from 'drizzle-orm/libsql'
import { type Id, newId } from '#schema/ids.ts'
import type { HouseWords } from '#schema/registry/tables.ts'
import * as tenantTables from '#schema/tenant/tables.ts'
import type { Brand } from './brands/index.ts'
import type { Job } from './jobs.ts'
import { Refusal } from './refusal.ts'
import type { Commons, Shelf } from './works/commons.ts'
import type { Language } from './works/manifest.ts'

/** An organisation as its own site knows it. `origin` is its address with the scheme and no slash at the end. */
export interface Tenant {
  organisation: Id<'organisation'>
  slug: string
  name: string
  kind: string
  country: string
  website: string
  defaultLanguage: Language
  brand: Brand
  words: Partial<Record<string, HouseWords>>
  catalogueVersion: number
  origin: string
}

export interface Person {
  kind: 'person'
  id: Id<'person'>
  name: string
  email: string
}

/** Who acts. 'platform' is a job or the command line. */
export type Actor = { kind: 'visitor' } | { kind: 'platform' } | Person

export type TenantDb = LibSQLDatabase

/** Makes the row of a new session without writing it, so that a verb can put it into its batch. */
export interface Sessions {
  open(person: Id<'person'>): Promise<{ token: string; row: typeof tenantTables.sessions.$inferInsert }>
  hashOf(token: string): Promise<string>
}

export interface Scope {
  tenant: Tenant
  db: TenantDb
  commons: Commons
  shelf: Shelf
  sessions: Sessions
  actor: Actor
  now: number
  /** Hands a job to the queue; it is done soon, at least once. */
  later(job: Job): Promise<void>
}

export const nameOf = (actor: Actor) => (actor.kind === 'person' ? actor.id : actor.kind)

/** The signed-in person, or a refusal. */
export function personIn(scope: Scope): Person {
  if (scope.actor.kind !== 'person') throw new Refusal('forbidden', 'signInFirst')
  return scope.actor
}

/** The row that says what happened; put it into the batch of what happens. */
export function recordOf(scope: Scope, what: string, about: string, detail: Record<string, unknown> = {}) {
  return { id: newId('event', scope.now), at: scope.now, actor: nameOf(scope.actor), what, about, detail }
}

export function record(scope: Scope, what: string, about: string, detail: Record<string, unknown> = {}) {
  return scope.db.insert(tenantTables.events).values(recordOf(scope, what, about, detail))
}

/** The same, but only when the statement that stands before it in the batch changed something. */
export function recordIfChanged(
  scope: Scope,
  what: string,
  about: string,
  detail: Record<string, unknown> = {},
) {
  const { id, at, actor } = recordOf(scope, what, about)
  return scope.db.run(sql`insert into ${tenantTables.events} (id, at, actor, what, about, detail)
    select ${id}, ${at}, ${actor}, ${what}, ${about}, ${JSON.stringify(detail)} where changes() > 0`)
}
