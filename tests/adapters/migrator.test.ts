import type { Client } from '@libsql/client/http'
import { describe, expect, test } from 'vitest'
import { type Migration, migrate, migrationsOf, newestVersion } from '#adapters/migrator.ts'
import { migrationsIn } from '#tools/outside.ts'
import { connect, start } from '../tools/libsql/support.ts'

const FIRST = `create table notes (id integer primary key, words text not null) strict
  --> statement-breakpoint
  insert into notes (words) values ('as the first migration wrote it')`
const SECOND = 'alter table notes add column language text'
const THIRD = `insert into notes (words, language) values ('da', 'da')`

const steps = (...sql: string[]): Migration[] =>
  sql.map((one, at) => ({ version: at + 1, name: `step_${at + 1}`, sql: one }))

/** An empty database, with a count of the requests that reach it. */
function open() {
  const server = start({ autoCreate: true })
  const counted = { requests: 0 }
  const fetch = (request: Request) => {
    counted.requests++
    return server.fetch(request)
  }
  const another = () => connect(server, 'intras', { fetch })
  return { client: another(), another, counted }
}

const versions = async (client: Client) =>
  (await client.execute('select version, name, at from migrations order by version')).rows.map((row) => ({
    ...row,
  }))
const notes = async (client: Client) => (await client.execute('select * from notes')).rows.length

describe('a database is brought', () => {
  test('from nothing to the newest version in two requests', async () => {
    const { client, counted } = open()
    expect(await migrate(client, steps(FIRST, SECOND, THIRD), 7)).toBe(3)
    expect(counted.requests).toBe(2)
    expect(await notes(client)).toBe(2)
    expect(await versions(client)).toEqual([
      { version: 1, name: 'step_1', at: 7 },
      { version: 2, name: 'step_2', at: 7 },
      { version: 3, name: 'step_3', at: 7 },
    ])
  })

  test('on from where it is: what was applied is not applied again', async () => {
    const { client } = open()
    await migrate(client, steps(FIRST), 1)
    expect(await migrate(client, steps(FIRST, SECOND, THIRD), 2)).toBe(3)
    expect(await notes(client)).toBe(2)
    expect((await versions(client)).map(({ at }) => at)).toEqual([1, 2, 2])
  })

  test('nowhere when it is at the newest version, in one request', async () => {
    const { client, counted } = open()
    await migrate(client, steps(FIRST), 1)
    counted.requests = 0
    expect(await migrate(client, steps(FIRST), 2)).toBe(1)
    expect(counted.requests).toBe(1)
    expect((await versions(client)).map(({ at }) => at)).toEqual([1])
  })

  test('nowhere by a build that is older than it', async () => {
    const { client } = open()
    await migrate(client, steps(FIRST, SECOND), 1)
    expect(await migrate(client, steps(FIRST), 2)).toBe(2)
    expect(await versions(client)).toHaveLength(2)
  })

  test.each(['registry', 'commons', 'tenant'] as const)('to the newest version of a %s', async (kind) => {
    const { client } = open()
    const migrations = migrationsIn(kind)
    expect(await migrate(client, migrations, 1)).toBe(newestVersion(migrations))
    expect(await migrate(client, migrations, 2)).toBe(newestVersion(migrations))
  })
})

describe('a statement that fails', () => {
  test('leaves nothing of all the migrations that were missing', async () => {
    const { client } = open()
    await expect(migrate(client, steps(FIRST, SECOND, 'insert into nowhere values (1)'), 1)).rejects.toThrow(
      /nowhere/,
    )
    expect(await versions(client)).toEqual([])
    await expect(notes(client)).rejects.toThrow(/no such table/)
  })

  test('leaves a database as it stood, ready for a migration that was mended', async () => {
    const { client } = open()
    await migrate(client, steps(FIRST), 1)
    const broken = `alter table notes add column language text --> statement-breakpoint insert into notes values (1)`
    await expect(migrate(client, steps(FIRST, broken), 2)).rejects.toThrow()
    expect(await versions(client)).toHaveLength(1)
    expect(await migrate(client, steps(FIRST, SECOND, THIRD), 3)).toBe(3)
    expect(await notes(client)).toBe(2)
  })
})

test('of two migrators at once one does everything and the other nothing', async () => {
  const { another } = open()
  const clients = Array.from({ length: 4 }, another)
  const settled = await Promise.allSettled(
    clients.map((client) => migrate(client, steps(FIRST, SECOND, THIRD), 1)),
  )
  const done = settled.filter((one) => one.status === 'fulfilled')
  expect(done.length).toBeGreaterThanOrEqual(1)
  for (const { value } of done) expect(value).toBe(3)
  const client = another()
  expect(await versions(client)).toHaveLength(3)
  expect(await notes(client)).toBe(2)
})

describe('migrations are read from files', () => {
  test('in the order of their numbers, wherever the files stand', () => {
    const read = migrationsOf({ 'a/0002_more.sql': 'b', '../x/0001_people_and_places.sql': 'a' })
    expect(read).toEqual([
      { version: 1, name: 'people_and_places', sql: 'a' },
      { version: 2, name: 'more', sql: 'b' },
    ])
    expect(newestVersion(read)).toBe(2)
    expect(newestVersion([])).toBe(0)
  })

  test.each([
    ['a gap', ['0001_a.sql', '0003_c.sql'], /Migration 2 is missing/],
    ['a missing first one', ['0002_b.sql'], /Migration 1 is missing/],
    ['a number that is there twice', ['0001_a.sql', '0001_b.sql'], /Migration 2 is missing or there twice/],
    ['number nought', ['0000_a.sql', '0001_b.sql'], /Migration 1 is missing/],
    ['a name without a number', ['people.sql'], /Not the name of a migration: people\.sql/],
    ['a name without words', ['0001_.sql'], /Not the name of a migration/],
    ['another kind of file', ['0001_people.sql.bak'], /Not the name of a migration/],
  ])('%s is refused', (_, names, message) => {
    expect(() => migrationsOf(Object.fromEntries(names.map((name) => [name, ''])))).toThrow(message)
  })
})
