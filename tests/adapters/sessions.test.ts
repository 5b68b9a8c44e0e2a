import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { sessionsOf } from '#adapters/sessions.ts'
import type { Scope } from '#domain/scope.ts'
import { newId } from '#schema/ids.ts'
import { people, sessions } from '#schema/tenant/tables.ts'
import { openHouse, openWorld } from '../support/node.ts'

const DAY = 86_400_000

async function open() {
  const world = await openWorld()
  const { scope } = await openHouse(world)
  const house = scope()
  const id = newId('person', house.now)
  const ana = { id, email: 'ana@intras.example', name: 'Ana', password: 'none', language: 'es', since: 1 }
  await house.db.insert(people).values(ana)
  world.trips.length = 0
  return { world, house, id, read: (token: string) => sessionsOf(house.db).read(token) }
}

/** A session in the database, as a verb writes it. */
async function begin({ db }: Scope, person: typeof people.$inferSelect.id, endsIn = 30 * DAY) {
  const { token, row } = await sessionsOf(db).open(person)
  await db.insert(sessions).values({ ...row, expires: Date.now() + endsIn })
  return { token, row }
}

test('a session is opened without a request and read in one', async () => {
  const { world, house, id, read } = await open()
  const { token, row } = await sessionsOf(house.db).open(id)
  expect(world.trips).toEqual([])
  await house.db.insert(sessions).values(row)
  world.trips.length = 0
  expect(await read(token)).toEqual({ kind: 'person', id, name: 'Ana', email: 'ana@intras.example' })
  expect(world.trips).toHaveLength(1)
})

test('a session lasts thirty days', async () => {
  const { house, id } = await open()
  const { row } = await sessionsOf(house.db).open(id)
  expect(Math.abs(row.expires - Date.now() - 30 * DAY)).toBeLessThan(60_000)
})

test('the database keeps the SHA-256 of the token, and that is no token itself', async () => {
  const { house, id, read } = await open()
  const { token } = await begin(house, id)
  const [row] = await house.db.select().from(sessions)
  expect(row?.id).toMatch(/^[0-9a-f]{64}$/)
  expect(row?.id).toBe(await sessionsOf(house.db).hashOf(token))
  expect(JSON.stringify(row)).not.toContain(token)
  expect(await read(row?.id ?? '')).toBeUndefined()
})

test('tokens are long and never the same', async () => {
  const { house, id } = await open()
  const tokens = await Promise.all(
    Array.from({ length: 50 }, async () => (await sessionsOf(house.db).open(id)).token),
  )
  expect(new Set(tokens).size).toBe(50)
  for (const token of tokens) expect(token.length).toBeGreaterThanOrEqual(24)
})

test.each(['', ' ', 'x', '%00', "' or 1=1 --", 'a'.repeat(10_000)])('%j is nobody', async (token) => {
  const { house, id, read } = await open()
  await begin(house, id)
  expect(await read(token)).toBeUndefined()
})

test('a session that is over is nobody, and is gone', async () => {
  const { house, id, read } = await open()
  const { token } = await begin(house, id, -1)
  expect(await read(token)).toBeUndefined()
  expect(await house.db.select().from(sessions)).toEqual([])
})

test('a session is prolonged when half of its time is over, and not before', async () => {
  const { world, house, id, read } = await open()
  const fresh = await begin(house, id, 16 * DAY)
  const old = await begin(house, id, 14 * DAY)
  world.trips.length = 0
  await read(fresh.token)
  expect(world.trips).toHaveLength(1)
  await read(old.token)
  expect(world.trips).toHaveLength(3)
  const [row] = await house.db.select().from(sessions).where(eq(sessions.id, old.row.id))
  expect(row?.expires).toBeGreaterThan(Date.now() + 29 * DAY)
})

test('the sessions of somebody who is gone are gone', async () => {
  const { house, id, read } = await open()
  const { token } = await begin(house, id)
  await house.db.delete(people).where(eq(people.id, id))
  expect(await read(token)).toBeUndefined()
  expect(await house.db.select().from(sessions)).toEqual([])
})
