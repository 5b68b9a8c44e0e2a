// From a row in the registry to a running house, in steps that may be repeated: a crash in the middle is finished
// by the next try.

import { eq, sql } from 'drizzle-orm'
import { type Id, newId } from '#schema/ids.ts'
import { databases, events, launches, provisioningSteps } from '#schema/registry/tables.ts'
import * as catalogue from '../catalogue/index.ts'
import type { Scope } from '../scope.ts'
import { existing } from './founding.ts'
import type { Address, Registry } from './registry.ts'
import type { Organisation } from './resolving.ts'

type Step = (typeof provisioningSteps.$inferSelect)['step']
export const STEPS: Step[] = ['database', 'migrate', 'adopt', 'launch']

/** Does the steps that are not done yet; answers the organisation, open to the public. */
export async function provision(registry: Registry, id: Id<'organisation'>): Promise<Organisation> {
  const done = await doneSteps(registry, id)
  for (const step of STEPS) {
    if (done.has(step)) continue
    await DO[step](registry, await existing(registry, id))
  }
  return existing(registry, id)
}

export async function doneSteps(registry: Registry, id: Id<'organisation'>): Promise<Set<Step>> {
  const rows = await registry.db
    .select({ step: provisioningSteps.step })
    .from(provisioningSteps)
    .where(eq(provisioningSteps.organisation, id))
  return new Set(rows.map((row) => row.step))
}

const DO: Record<Step, (registry: Registry, organisation: Organisation) => Promise<void>> = {
  database: makeDatabase,
  migrate,
  adopt,
  launch,
}

async function makeDatabase(registry: Registry, { tenant }: Organisation) {
  const address = await registry.houses.create(`sc-${tenant.slug}`)
  const row = { organisation: tenant.organisation, ...address, schemaVersion: 0, since: registry.now }
  await registry.db.batch([
    registry.db.insert(databases).values(row).onConflictDoNothing(),
    ...marks(registry, tenant.organisation, 'database'),
  ])
}

async function migrate(registry: Registry, organisation: Organisation) {
  const schemaVersion = await registry.houses.migrate(addressOf(organisation))
  const { organisation: id } = organisation.tenant
  await registry.db.batch([
    registry.db.update(databases).set({ schemaVersion }).where(eq(databases.organisation, id)),
    ...marks(registry, id, 'migrate'),
  ])
}

async function adopt(registry: Registry, organisation: Organisation) {
  const scope = houseOf(registry, organisation)
  await catalogue.adopt(scope, organisation.firstWorks)
  const [mark, ...rest] = marks(registry, organisation.tenant.organisation, 'adopt')
  await registry.db.batch([mark, ...rest])
}

async function launch(registry: Registry, { tenant }: Organisation) {
  const row = { organisation: tenant.organisation, at: registry.now }
  await registry.db.batch([
    registry.db.insert(launches).values(row).onConflictDoNothing(),
    ...marks(registry, tenant.organisation, 'launch'),
  ])
}

/** The organisation's house, entered as the platform. */
export function houseOf(registry: Registry, organisation: Organisation): Scope {
  return registry.houses.enter(organisation.tenant, addressOf(organisation))
}

export function addressOf({ address, tenant }: Organisation): Address {
  if (!address) throw new Error(`${tenant.slug} has no database yet`)
  return { name: address.name, url: address.url }
}

/** That a step is done, and the record of it; when two do the same step at once the second records nothing. */
function marks(registry: Registry, organisation: Id<'organisation'>, step: Step) {
  const { now: at, actor } = registry
  return [
    registry.db.run(sql`insert into ${events} (id, at, actor, what, about, detail)
      select ${newId('event', at)}, ${at}, ${actor}, ${`organisation.${step}`}, ${organisation}, '{}'
      where not exists (
        select 1 from ${provisioningSteps} where organisation = ${organisation} and step = ${step})`),
    registry.db.insert(provisioningSteps).values({ organisation, step, at }).onConflictDoNothing(),
  ] as const
}
