// From a row to a running house. Whatever breaks on the way, the next try finishes it.

import { eq, like } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import * as organisations from '#domain/organisations/index.ts'
import { newId } from '#schema/ids.ts'
import { databases, events } from '#schema/registry/tables.ts'
import { adoptions, events as houseEvents, searchEntries } from '#schema/tenant/tables.ts'
import { registryHere } from '#tools/outside.ts'
import {
  databasesOf,
  founding,
  logged,
  oneOfEach,
  openWorld,
  publishAll,
  type World,
} from '../../support/node.ts'

/** By their names: they are of one moment. */
const STEPS = ['organisation.adopt', 'organisation.database', 'organisation.launch', 'organisation.migrate']

async function open() {
  const world = await openWorld()
  const firstWorks = await publishAll(world, await oneOfEach())
  return { world, firstWorks, found: (slug: string) => found(world, slug, firstWorks) }
}

async function found(world: World, slug: string, firstWorks: string[]) {
  const { tenant } = await organisations.found(registryHere(world), founding(slug, { firstWorks }))
  world.trips.length = 0
  const { organisation } = tenant
  return { organisation, provision: () => organisations.provision(registryHere(world), organisation) }
}

type Found = Awaited<ReturnType<typeof found>>

async function stepsOf(world: World, { organisation }: Found) {
  const rows = await registryHere(world)
    .db.select({ what: events.what })
    .from(events)
    .where(eq(events.about, organisation))
  return rows.map((row) => row.what).filter((what) => what !== 'organisation.founded')
}

async function expectWhole(world: World, one: Found, slug: string, works: string[]) {
  const now = await organisations.existing(registryHere(world), one.organisation)
  expect(now.launched).toBeDefined()
  expect(now.address).toMatchObject({
    name: `sc-${slug}`,
    url: `https://sc-${slug}-acme.turso.io/`,
    schemaVersion: registryHere(world).houses.newestVersion,
  })
  const { db } = organisations.houseOf(registryHere(world), now)
  expect((await db.select().from(adoptions).orderBy(adoptions.position)).map((row) => row.work)).toEqual(
    works,
  )
  expect(await db.select().from(houseEvents).where(like(houseEvents.what, 'work.%'))).toHaveLength(
    works.length,
  )
  const pages = (await db.select().from(searchEntries)).map(
    ({ work, path, language }) => `${work} ${path} ${language}`,
  )
  expect(new Set(pages).size).toBe(pages.length)
  expect(pages.length).toBeGreaterThanOrEqual(works.length)
  expect((await stepsOf(world, one)).sort()).toEqual(STEPS)
}

test('an organisation gets its database, its tables and its first works, and opens', async () => {
  const { world, firstWorks, found } = await open()
  const one = await found('intras')
  expect((await one.provision()).launched).toBeDefined()
  await expectWhole(world, one, 'intras', firstWorks)
  expect(await databasesOf(world)).toEqual(['commons', 'registry', 'sc-intras'])
})

test('an organisation without first works opens with an empty catalogue', async () => {
  const world = await openWorld()
  const one = await found(world, 'intras', [])
  await one.provision()
  await expectWhole(world, one, 'intras', [])
})

test('provisioning again changes nothing', async () => {
  const { world, firstWorks, found } = await open()
  const one = await found('intras')
  const first = await one.provision()
  world.trips.length = 0
  expect(await one.provision()).toEqual(first)
  expect(new Set(world.trips)).toEqual(new Set(['registry-acme.turso.io']))
  await expectWhole(world, one, 'intras', firstWorks)
})

test('an organisation with works that do not exist stays closed, and opens when they do', async () => {
  const world = await openWorld()
  const one = await found(world, 'intras', ['tool/calls'])
  await expect(one.provision()).rejects.toThrow('noSuchWork')
  const closed = await organisations.existing(registryHere(world), one.organisation)
  expect(closed.launched).toBeUndefined()
  expect([...(await organisations.doneSteps(registryHere(world), one.organisation))].sort()).toEqual([
    'database',
    'migrate',
  ])
  await publishAll(world, await oneOfEach())
  await one.provision()
  await expectWhole(world, one, 'intras', ['tool/calls'])
})

describe('when the process dies at any request', () => {
  /** From the given request on nothing is answered; `arrives` says whether that one still has its effect. */
  function dieAt(world: World, fatal: number, arrives: boolean) {
    logged()
    let count = 0
    world.between = async (request, send) => {
      count++
      if (count === fatal && arrives) await send(request)
      if (count >= fatal) throw new TypeError('the process is gone')
      return send(request)
    }
  }

  async function requestsOfProvisioning() {
    const { world, found } = await open()
    await (await found('counting')).provision()
    return world.trips.length
  }

  test.each([
    { when: 'before it has its effect', arrives: false },
    { when: 'after it had its effect', arrives: true },
  ])(
    '$when, the next try finishes: one database, every work once, every step recorded once',
    async ({ arrives }) => {
      const requests = await requestsOfProvisioning()
      expect(requests).toBeGreaterThan(8)
      const { world, firstWorks, found } = await open()
      for (let fatal = 1; fatal <= requests; fatal++) {
        const slug = `house-${fatal}`
        const one = await found(slug)
        dieAt(world, fatal, arrives)
        await expect(one.provision(), `request ${fatal}`).rejects.toThrow()
        world.between = undefined
        await one.provision()
        await expectWhole(world, one, slug, firstWorks)
      }
      const houses = (await databasesOf(world)).filter((name) => name.startsWith('sc-'))
      expect(houses).toHaveLength(requests)
    },
    60_000,
  )

  test('and dies again and again, it is finished in the end', async () => {
    const { world, firstWorks, found } = await open()
    const one = await found('intras')
    for (let fatal = 1; fatal < 40; fatal++) {
      dieAt(world, fatal, fatal % 2 === 0)
      const done = await one.provision().catch(() => undefined)
      if (done) break
    }
    world.between = undefined
    await expectWhole(world, one, 'intras', firstWorks)
  })
})

test('two who provision at once make one house', async () => {
  const { world, firstWorks, found } = await open()
  const one = await found('intras')
  await Promise.allSettled([one.provision(), one.provision(), one.provision()])
  await one.provision()
  await expectWhole(world, one, 'intras', firstWorks)
  expect(await databasesOf(world)).toEqual(['commons', 'registry', 'sc-intras'])
})

test('an organisation that does not exist is not provisioned', async () => {
  const { world } = await open()
  await expect(organisations.provision(registryHere(world), newId('organisation', 1))).rejects.toThrow(
    'noSuchOrganisation',
  )
  expect(await databasesOf(world)).toEqual(['commons', 'registry'])
})

test('the house of an organisation without a database cannot be entered', async () => {
  const { world, found } = await open()
  const { organisation } = await found('intras')
  const now = await organisations.existing(registryHere(world), organisation)
  expect(() => organisations.houseOf(registryHere(world), now)).toThrow('intras has no database yet')
})

describe('migrating one house', () => {
  const later = (world: World): World => ({
    ...world,
    tenantMigrations: [
      ...world.tenantMigrations,
      {
        version: world.tenantMigrations.length + 1,
        name: 'later',
        sql: 'create table later (id integer primary key)',
      },
    ],
  })

  test('brings it to the newest schema, once, with its version in the registry', async () => {
    const { world, found } = await open()
    const one = await found('intras')
    await one.provision()
    const newer = later(world)
    const { newestVersion } = registryHere(newer).houses
    expect(await organisations.behind(registryHere(newer))).toEqual([one.organisation])
    for (let time = 0; time < 2; time++)
      expect(await organisations.migrate(registryHere(newer), one.organisation)).toBe(newestVersion)
    expect(await organisations.behind(registryHere(newer))).toEqual([])
    const [row] = await registryHere(world).db.select().from(databases)
    expect(row?.schemaVersion).toBe(newestVersion)
    const times = (await stepsOf(world, one)).filter((what) => what === 'organisation.migrated')
    expect(times).toHaveLength(1)
  })

  test('a house that was made by an older build is behind from the start', async () => {
    const { world, found } = await open()
    const one = await found('intras')
    await one.provision()
    const another = await organisations.found(registryHere(world), founding('aproximar'))
    await organisations.provision(registryHere(later(world)), another.tenant.organisation)
    expect(await organisations.behind(registryHere(later(world)))).toEqual([one.organisation])
    expect(await organisations.behind(registryHere(world))).toEqual([])
  })
})
