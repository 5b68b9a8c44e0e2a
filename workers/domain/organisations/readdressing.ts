// An organisation's database stands elsewhere from now on: after a restore to an earlier time, or a move.

import { and, eq, ne, or, sql } from 'drizzle-orm'
import type { Id } from '#schema/ids.ts'
import { databases, organisations } from '#schema/registry/tables.ts'
import { events, mailKeys, sessions } from '#schema/tenant/tables.ts'
import { together } from '../batch.ts'
import * as catalogue from '../catalogue/index.ts'
import { Refusal } from '../refusal.ts'
import { recordOf, type Scope } from '../scope.ts'
import { existing } from './founding.ts'
import { addressOf } from './provisioning.ts'
import { type Address, type Registry, record } from './registry.ts'
import type { Organisation } from './resolving.ts'

/**
 * Points the organisation at a database that stands already, brought to the newest schema before anybody enters it.
 * The old database is left as it is. The database of another organisation is refused; at the same address nothing
 * changes. Repeatable: until the last step nobody is led to the other database.
 */
export async function readdress(
  registry: Registry,
  id: Id<'organisation'>,
  address: Address,
): Promise<Organisation> {
  const organisation = await existing(registry, id)
  const from = addressOf(organisation)
  if (from.name === address.name && from.url === address.url) return organisation
  if (await isAnothers(registry, id, address)) throw new Refusal('conflict', 'databaseTaken')

  const schemaVersion = await registry.houses.migrate(address)
  const reached = await prepare(registry.houses.enter(organisation.tenant, address))
  await registry.db.batch([
    registry.db
      .update(databases)
      .set({ ...address, schemaVersion })
      .where(eq(databases.organisation, id)),
    registry.db
      .update(organisations)
      .set({ catalogueVersion: sql`max(${organisations.catalogueVersion}, ${reached})` })
      .where(eq(organisations.id, id)),
    record(registry, 'organisation.readdressed', id, { from: from.name, to: address.name }),
  ])
  return existing(registry, id)
}

async function isAnothers(registry: Registry, id: Id<'organisation'>, { name, url }: Address) {
  const others = await registry.db
    .select({ name: databases.name })
    .from(databases)
    .where(and(ne(databases.organisation, id), or(eq(databases.name, name), eq(databases.url, url))))
  return others.length > 0
}

/**
 * Makes a house from an earlier time fit for today. Sessions and mailed links that were over are open again in it, so
 * all of them end. And its catalogue has forgotten its last changes: it is counted on beyond the version under which
 * pages were kept, or those pages would be served for a catalogue that they do not show. Answers the version reached.
 */
async function prepare(scope: Scope): Promise<number> {
  const reached = await catalogue.version(scope)
  const wanted = Math.max(reached, scope.tenant.catalogueVersion + 1)
  const recounted = Array.from({ length: wanted - reached }, () =>
    recordOf(scope, 'work.recounted', scope.tenant.organisation),
  )
  await together(scope.db, [
    scope.db.delete(sessions),
    scope.db.delete(mailKeys),
    ...(recounted.length > 0 ? [scope.db.insert(events).values(recounted)] : []),
  ])
  return wanted
}
