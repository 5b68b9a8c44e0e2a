// The houses of the organisations: their databases made, migrated and entered. The only place that opens a house.

import type { Job } from '#domain/jobs.ts'
import type { Address, Houses, Organisation, Registry } from '#domain/organisations/index.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Actor, Scope, Tenant } from '#domain/scope.ts'
import type { Shelf } from '#domain/works/index.ts'
import { type Access, openClient, openCommons, openRegistry, openTenant } from './databases.ts'
import { type Migration, migrate, newestVersion } from './migrator.ts'
import { createDatabase, type PlatformApi } from './platform-api.ts'
import { sessionsOf } from './sessions.ts'

export interface Outside {
  origin: string
  registryUrl: string
  commonsUrl: string
  access: Access
  api: PlatformApi
  tenantMigrations: Migration[]
  shelf: Shelf
  later(job: Job): Promise<void>
}

/** The one way into an organisation's house: with what the registry says of it, for somebody, at a time. */
export function enter(outside: Outside, organisation: Organisation, actor: Actor, now: number): Scope {
  if (!organisation.address) throw new Refusal('unavailable', 'unreachable')
  return scopeOf(outside, organisation.tenant, organisation.address, actor, now)
}

export function registryOf(outside: Outside, actor: string, now: number): Registry {
  return {
    db: openRegistry(outside.registryUrl, outside.access),
    houses: housesOf(outside, now),
    actor,
    now,
    origin: outside.origin,
  }
}

export const commonsOf = (outside: Outside, now: number) => ({
  db: openCommons(outside.commonsUrl, outside.access),
  shelf: outside.shelf,
  now,
})

function housesOf(outside: Outside, now: number): Houses {
  return {
    newestVersion: newestVersion(outside.tenantMigrations),
    create: (name) => createDatabase(outside.api, name),
    migrate: ({ url }) => migrate(openClient(url, outside.access), outside.tenantMigrations, now),
    enter: (tenant, address) => scopeOf(outside, tenant, address, { kind: 'platform' }, now),
  }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

function scopeOf(outside: Outside, tenant: Tenant, { url }: Address, actor: Actor, now: number): Scope {
  // Opened when first used: a kept page needs no database at all.
  const db = once(() => openTenant(url, outside.access))
  const commons = once(() => commonsOf(outside, now))
  return {
    tenant,
    get db() {
      return db()
    },
    get commons() {
      return commons()
    },
    get sessions() {
      return sessionsOf(db())
    },
    shelf: outside.shelf,
    actor,
    now,
    later: outside.later,
  }
}
