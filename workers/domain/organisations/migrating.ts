// Bringing an organisation's database to the newest schema.

import { eq, lt } from 'drizzle-orm'
import type { Id } from '#schema/ids.ts'
import { databases } from '#schema/registry/tables.ts'
import { existing } from './founding.ts'
import { addressOf } from './provisioning.ts'
import { type Registry, record } from './registry.ts'

/** Migrates one database and writes its version into the registry. Already there: one request, nothing changes. */
export async function migrate(registry: Registry, id: Id<'organisation'>): Promise<number> {
  const organisation = await existing(registry, id)
  if (organisation.address?.schemaVersion === registry.houses.newestVersion)
    return registry.houses.newestVersion
  const schemaVersion = await registry.houses.migrate(addressOf(organisation))
  await registry.db.batch([
    registry.db.update(databases).set({ schemaVersion }).where(eq(databases.organisation, id)),
    record(registry, 'organisation.migrated', id, { schemaVersion }),
  ])
  return schemaVersion
}

/** Organisations whose database is behind, oldest first. */
export async function behind(registry: Registry): Promise<Id<'organisation'>[]> {
  const rows = await registry.db
    .select({ organisation: databases.organisation })
    .from(databases)
    .where(lt(databases.schemaVersion, registry.houses.newestVersion))
    .orderBy(databases.since)
  return rows.map((row) => row.organisation)
}
