// Every migration on databases that are full: what works on empty tables may fail, or forget, on people's work.

import type { Client } from '@libsql/client/http'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Migration, migrate, newestVersion } from '#adapters/migrator.ts'
import { migrationsIn } from '#tools/outside.ts'
import { openDatabase } from '../tools/libsql/support.ts'
import { fill, fullDatabases, type Rows, rowsOf, tablesOf } from './full-databases.ts'

let full: Awaited<ReturnType<typeof fullDatabases>>
beforeAll(async () => void (full = await fullDatabases()), 60_000)

describe.each(['registry', 'commons', 'tenant'] as const)('the %s', (kind) => {
  const migrations = migrationsIn(kind)

  test('has rows in every table before it is migrated', () => {
    const empty = [...full[kind]].filter(([, rows]) => rows.length === 0).map(([table]) => table)
    expect(empty).toEqual([])
  })

  test.each(migrations)('is whole when migration $version came upon it', async ({ version }) => {
    const { client, before } = await openFull(kind, migrations.slice(0, version - 1))
    expect(await migrate(client, migrations, 2)).toBe(newestVersion(migrations))
    await expectWhole(client)
    if (version > 1) await expectKept(client, before)
  })

  test('takes back everything that stood in it', async () => {
    const { client } = await openFull(kind, migrations)
    await expectWhole(client)
    expect(await rowsOf(client)).toEqual(full[kind])
  })
})

describe('these tests would see', () => {
  const later = (sql: string): Migration[] => {
    const migrations = migrationsIn('tenant')
    return [...migrations, { version: migrations.length + 1, name: 'later', sql }]
  }

  test('a column that no row can have', async () => {
    const { client } = await openFull('tenant', migrationsIn('tenant'))
    const sql = 'alter table people add column phone text not null references adoptions (work)'
    await expect(migrate(client, later(sql), 2)).rejects.toThrow()
  })

  test('a table that was made again without its rows', async () => {
    const { client, before } = await openFull('tenant', migrationsIn('tenant'))
    const sql = `drop table places --> statement-breakpoint
      create table places (person text not null, work text not null, lesson text not null, at integer not null,
        primary key (person, work)) strict, without rowid`
    await migrate(client, later(sql), 2)
    await expect(expectKept(client, before)).rejects.toThrow()
  })

  test('a reference that leads nowhere', async () => {
    const { client } = await openFull('tenant', migrationsIn('tenant'))
    await migrate(client, later('delete from people'), 2)
    await expect(expectWhole(client)).rejects.toThrow()
  })
})

/** A database as it was at these migrations, with all that today's people would have had in it then. */
async function openFull(kind: keyof typeof full, migrations: Migration[]) {
  const client = openDatabase()
  await migrate(client, migrations, 1)
  await fill(client, full[kind])
  return { client, before: await rowsOf(client) }
}

async function expectWhole(client: Client) {
  const { rows } = await client.execute('pragma integrity_check')
  expect(rows.map((row) => row['integrity_check'])).toEqual(['ok'])
  expect((await client.execute('pragma foreign_key_check')).rows).toEqual([])
}

/** No row went, and no value of a column that still stands changed. */
async function expectKept(client: Client, before: Rows) {
  const tables = await tablesOf(client)
  const after = await rowsOf(client)
  for (const [table, rows] of before) {
    if (!tables.includes(table)) continue
    expect(after.get(table)?.length, table).toBe(rows.length)
    rows.forEach((row, at) => expect(after.get(table)?.[at], table).toMatchObject(stillThere(row)))
    function stillThere(row: Record<string, unknown>) {
      const columns = Object.keys(after.get(table)?.[0] ?? {})
      return Object.fromEntries(Object.entries(row).filter(([column]) => columns.includes(column)))
    }
  }
}
