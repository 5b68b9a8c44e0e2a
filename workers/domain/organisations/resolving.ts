// From an address or an id to an organisation: its house, where its database stands, whether it is open.

import { eq, type SQL, sql } from 'drizzle-orm'
import type { Id } from '#schema/ids.ts'
import { databases, hosts, launches, organisations, suspensions } from '#schema/registry/tables.ts'
import type { Tenant } from '../scope.ts'
import type { Language } from '../works/manifest.ts'
import type { Address, Registry, RegistryDb } from './registry.ts'

export interface Organisation {
  tenant: Tenant
  address: (Address & { schemaVersion: number }) | undefined
  launched: number | undefined
  suspension: { reason: string; at: number } | undefined
  firstWorks: string[]
}

/** The organisation at a host label ('intras'), now or by an older address of it. One request. */
export const atHost = (registry: Pick<Registry, 'db' | 'origin'>, label: string) =>
  one(
    registry,
    sql`${organisations.id} = (select ${hosts.organisation} from ${hosts} where ${hosts.name} = ${label})`,
  )

/** One request. */
export const byId = (registry: Pick<Registry, 'db' | 'origin'>, id: Id<'organisation'>) =>
  one(registry, eq(organisations.id, id))

/** One request. */
export const bySlug = (registry: Pick<Registry, 'db' | 'origin'>, slug: string) =>
  one(registry, eq(organisations.slug, slug))

/** Every organisation, by slug. One request. */
export async function all(registry: Pick<Registry, 'db' | 'origin'>): Promise<Organisation[]> {
  const rows = await select(registry.db).orderBy(organisations.slug)
  return rows.map((row) => shape(row, registry.origin))
}

async function one(registry: Pick<Registry, 'db' | 'origin'>, where: SQL) {
  const [row] = await select(registry.db).where(where)
  return row ? shape(row, registry.origin) : undefined
}

const select = (db: RegistryDb) =>
  db
    .select()
    .from(organisations)
    .leftJoin(databases, eq(databases.organisation, organisations.id))
    .leftJoin(launches, eq(launches.organisation, organisations.id))
    .leftJoin(suspensions, eq(suspensions.organisation, organisations.id))

type Row = Awaited<ReturnType<typeof select>>[number]

function shape(row: Row, origin: string): Organisation {
  const { id, defaultLanguage, firstWorks, since: _, ...known } = row.organisations
  return {
    tenant: {
      ...known,
      organisation: id,
      defaultLanguage: defaultLanguage as Language, // only known languages are written
      origin: origin.replace('://', `://${known.slug}.`),
    },
    address: row.databases ?? undefined,
    launched: row.launches?.at,
    suspension: row.suspensions ? { reason: row.suspensions.reason, at: row.suspensions.at } : undefined,
    firstWorks,
  }
}
