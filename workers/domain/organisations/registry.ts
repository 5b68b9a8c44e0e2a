// The registry as its verbs need it: the database, who acts, and the houses outside.

import type { LibSQLDatabase } from 'drizzle-orm/libsql'
import { type Id, newId } from '#schema/ids.ts'
import * as tables from '#schema/registry/tables.ts'
import type { Scope, Tenant } from '../scope.ts'

export type RegistryDb = LibSQLDatabase

/** Where an organisation's database stands. */
export interface Address {
  name: string
  url: string
}

/** What provisioning needs of the outside; every call may be repeated. */
export interface Houses {
  /** Makes the database, or finds the one already made. */
  create(name: string): Promise<Address>
  /** Applies the migrations that are missing; answers the version reached. */
  migrate(address: Address): Promise<number>
  /** The version that `migrate` leads to. */
  newestVersion: number
  /** Enters the house as the platform. */
  enter(tenant: Tenant, address: Address): Scope
}

export interface Registry {
  db: RegistryDb
  houses: Houses
  /** An operator's id, or 'platform', or 'command line'. */
  actor: string
  now: number
  /** The platform's own address: scheme and domain, as in https://example.org */
  origin: string
}

export function record(registry: Registry, what: string, about: Id<'organisation'>, detail: object = {}) {
  return registry.db.insert(tables.events).values({
    id: newId('event', registry.now),
    at: registry.now,
    actor: registry.actor,
    what,
    about,
    detail: { ...detail },
  })
}
