import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { databases, events } from '#schema/registry/tables.ts'
import { registryHere } from '#tools/outside.ts'
import { sweep } from '#tools/sweep.ts'
import { logged, openHouse, openWorld, type World } from '../support/node.ts'

const ADDS = 'create table added (id integer primary key) strict'

/** Houses of yesterday's build, seen by today's, which has one migration more. */
async function open(count: number, sql = ADDS) {
  const world = await openWorld()
  for (let at = 1; at <= count; at++) await openHouse(world, [], `house-${String(at).padStart(2, '0')}`)
  const newest = world.tenantMigrations.length + 1
  const today = (text = sql): World => ({
    ...world,
    tenantMigrations: [...world.tenantMigrations, { version: newest, name: 'added', sql: text }],
  })
  const versions = async () => {
    const rows = await registryHere(world)
      .db.select({ name: databases.name, version: databases.schemaVersion })
      .from(databases)
      .orderBy(databases.since, databases.name)
    return rows.map(({ name, version }) => `${name} ${version === newest ? 'new' : 'old'}`)
  }
  const recorded = async () => {
    const rows = await registryHere(world)
      .db.select()
      .from(events)
      .where(eq(events.what, 'organisation.migrated'))
    return rows.length
  }
  return { world, today, versions, recorded }
}

/** Makes these houses fail, and tells how many houses were spoken to at once. */
function watch(world: World, failing: string[] = []) {
  const busy = new Map<string, number>()
  const seen = { most: 0, order: [] as string[], atOnceWithFirst: 0 }
  world.between = async (request, send) => {
    const house = /^sc-(house-\d+)/.exec(new URL(request.url).host)?.[1]
    if (!house) return send(request)
    if (!seen.order.includes(house)) seen.order.push(house)
    busy.set(house, (busy.get(house) ?? 0) + 1)
    seen.most = Math.max(seen.most, busy.size)
    if (busy.has(seen.order[0] ?? '')) seen.atOnceWithFirst = Math.max(seen.atOnceWithFirst, busy.size)
    try {
      await new Promise((resolve) => setTimeout(resolve, 3))
      return failing.includes(house) ? new Response('gone', { status: 500 }) : await send(request)
    } finally {
      const left = (busy.get(house) ?? 1) - 1
      if (left === 0) busy.delete(house)
      else busy.set(house, left)
    }
  }
  return seen
}

test('every house that is behind is brought to the newest schema, with its version in the registry', async () => {
  const { today, versions, recorded } = await open(3)
  expect(await sweep(today())).toEqual({ migrated: 3, failed: [] })
  expect(await versions()).toEqual(['sc-house-01 new', 'sc-house-02 new', 'sc-house-03 new'])
  expect(await recorded()).toBe(3)
})

test('when none is behind nothing is done, in one request', async () => {
  const { world, today, recorded } = await open(2)
  await sweep(today())
  world.trips.length = 0
  expect(await sweep(today())).toEqual({ migrated: 0, failed: [] })
  expect(world.trips).toEqual(['registry-acme.turso.io'])
  expect(await recorded()).toBe(2)
})

test('progress is told after every house', async () => {
  const { today } = await open(4)
  const told: string[] = []
  await sweep(today(), (done, all) => told.push(`${done}/${all}`))
  expect(told).toEqual(['1/4', '2/4', '3/4', '4/4'])
})

test('the first goes alone, then several go at once, but no more than eight', async () => {
  const { world, today } = await open(20)
  const seen = watch(world)
  expect(await sweep(today())).toMatchObject({ migrated: 20 })
  expect(seen.atOnceWithFirst).toBe(1)
  expect(seen.most).toBeGreaterThan(1)
  expect(seen.most).toBeLessThanOrEqual(8)
})

describe('a house that fails', () => {
  test('stops no other, is named, and is taken up by the next sweep', async () => {
    logged()
    const { world, today, versions, recorded } = await open(6)
    watch(world, ['house-03', 'house-05'])
    const { migrated, failed } = await sweep(today())
    expect(migrated).toBe(4)
    expect(failed).toHaveLength(2)
    for (const one of failed) {
      expect(one.organisation).toMatch(/^organisation_/)
      expect(one.trouble).toMatch(/\S/)
    }
    expect((await versions()).filter((line) => line.endsWith('old'))).toEqual([
      'sc-house-03 old',
      'sc-house-05 old',
    ])

    watch(world)
    expect(await sweep(today())).toEqual({ migrated: 2, failed: [] })
    expect((await versions()).every((line) => line.endsWith('new'))).toBe(true)
    expect(await recorded()).toBe(6)
  })

  test('as the first keeps the others from going many at once', async () => {
    logged()
    const { world, today } = await open(5)
    const seen = watch(world, ['house-01'])
    expect(await sweep(today())).toMatchObject({ migrated: 4, failed: [{}] })
    expect(seen.order[0]).toBe('house-01')
    expect(seen.most).toBe(1)
  })
})

test('a migration that cannot work leaves every house as it was, until it is mended', async () => {
  const { today, versions, recorded } = await open(3)
  const { migrated, failed } = await sweep(
    today(`${ADDS} --> statement-breakpoint insert into nowhere values (1)`),
  )
  expect(migrated).toBe(0)
  expect(failed).toHaveLength(3)
  expect(failed[0]?.trouble).toMatch(/nowhere/)
  expect((await versions()).every((line) => line.endsWith('old'))).toBe(true)
  expect(await recorded()).toBe(0)
  expect(await sweep(today())).toEqual({ migrated: 3, failed: [] })
})

test('a house that was migrated while its version was lost is only written down', async () => {
  const { world, today, versions } = await open(1)
  await sweep(today())
  await registryHere(world).db.update(databases).set({ schemaVersion: 0 })
  expect(await sweep(today())).toEqual({ migrated: 1, failed: [] })
  expect(await versions()).toEqual(['sc-house-01 new'])
})
