// An organisation comes into the registry; later it may be suspended and taken up again.

import { eq, sql } from 'drizzle-orm'
import { type Id, newId } from '#schema/ids.ts'
import { hosts, organisations, suspensions } from '#schema/registry/tables.ts'
import { Refusal, refuseField } from '../refusal.ts'
import { type Registry, record } from './registry.ts'
import { atHost, byId, type Organisation } from './resolving.ts'
import { slugFault } from './slugs.ts'

export type Founding = Pick<
  typeof organisations.$inferInsert,
  'slug' | 'name' | 'kind' | 'country' | 'website' | 'defaultLanguage' | 'brand' | 'words' | 'firstWorks'
>

/** Writes the organisation and its address; nothing is open yet. An address that somebody has or had is refused. */
export async function found(registry: Registry, founding: Founding): Promise<Organisation> {
  const fault = slugFault(founding.slug)
  if (fault) throw refuseField('slug', fault)
  if (await atHost(registry, founding.slug)) throw new Refusal('conflict', 'slugTaken')

  const id = newId('organisation', registry.now)
  const since = registry.now
  await registry.db.batch([
    registry.db.insert(organisations).values({ ...founding, id, catalogueVersion: 1, since }),
    registry.db.insert(hosts).values({ name: founding.slug, organisation: id, since }),
    record(registry, 'organisation.founded', id, { slug: founding.slug }),
  ])
  return existing(registry, id)
}

/** Closes an organisation's site with a reason that its visitors read. Already suspended: nothing changes. */
export async function suspend(registry: Registry, organisation: Id<'organisation'>, reason: string) {
  const { suspension } = await existing(registry, organisation)
  if (suspension) return suspension
  const fresh = { organisation, reason, at: registry.now, by: registry.actor }
  await registry.db.batch([
    registry.db.insert(suspensions).values(fresh),
    record(registry, 'organisation.suspended', organisation, { reason }),
  ])
  return { reason, at: registry.now }
}

/** Lifts a suspension. Not suspended: nothing changes. */
export async function resume(registry: Registry, organisation: Id<'organisation'>) {
  const { suspension } = await existing(registry, organisation)
  if (!suspension) return
  await registry.db.batch([
    registry.db.delete(suspensions).where(eq(suspensions.organisation, organisation)),
    record(registry, 'organisation.resumed', organisation),
  ])
}

/** Pages cached before the catalogue reached this version are old from now on. Never goes back. One request. */
export async function raiseCatalogueVersion(
  registry: Pick<Registry, 'db'>,
  organisation: Id<'organisation'>,
  reached: number,
) {
  await registry.db
    .update(organisations)
    .set({ catalogueVersion: sql`max(${organisations.catalogueVersion}, ${reached})` })
    .where(eq(organisations.id, organisation))
}

export async function existing(registry: Registry, id: Id<'organisation'>): Promise<Organisation> {
  const organisation = await byId(registry, id)
  if (!organisation) throw new Refusal('missing', 'noSuchOrganisation')
  return organisation
}
