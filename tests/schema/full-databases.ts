// Databases full of what people do, made by verbs: the demonstration, and what it has no use for.
import type { Client, InValue } from '@libsql/client/http'
import { openClient } from '#adapters/databases.ts'
import { enter } from '#adapters/houses.ts'
import { DEMO_PASSWORD, organisations as demonstrated } from '#content/demo/organisations.ts'
import * as accounts from '#domain/accounts/index.ts'
import * as organisations from '#domain/organisations/index.ts'
import { newId } from '#schema/ids.ts'
import { operators } from '#schema/registry/tables.ts'
import { demonstrate } from '#tools/demonstrate.ts'
import { registryHere } from '#tools/outside.ts'
import { publishContent } from '#tools/publish.ts'
import { openWorld } from '../support/node.ts'

/** The rows of each table, by its name. */
export type Rows = Map<string, Record<string, InValue>[]>

/** What stands in a registry, a commons and a tenant's database where every table has rows. */
export async function fullDatabases(): Promise<Record<'registry' | 'commons' | 'tenant', Rows>> {
  const ends: (() => void)[] = []
  const world = await openWorld((end) => ends.push(end))
  await publishContent(world)
  await demonstrate(world)
  const registry = registryHere(world)
  const [intras, other] = await organisations.all(registry)
  if (!intras?.address || !other) throw new Error('The demonstration has no organisations')
  await organisations.suspend(registry, other.tenant.organisation, 'Closed for the test')
  const since = registry.now
  const operator = { id: newId('operator', since), email: 'op@connections.test', name: 'Op', since }
  await registry.db.insert(operators).values(operator)

  const visitor = enter(world, intras, { kind: 'visitor' }, since)
  const email = demonstrated.find(({ slug }) => slug === intras.tenant.slug)?.learner.email ?? ''
  await accounts.signIn(visitor, { email, password: DEMO_PASSWORD }, 'test')
  await accounts.askReset(visitor, email, 'en', 'test')
  const open = (url: string) => openClient(url, world.access)
  const rows = {
    registry: await rowsOf(open(world.registryUrl)),
    commons: await rowsOf(open(world.commonsUrl)),
    tenant: await rowsOf(open(intras.address.url)),
  }
  for (const end of ends) end()
  return rows
}

const TABLES = `select name from pragma_table_list
  where schema = 'main' and type = 'table' and name not like 'sqlite_%' and name <> 'migrations'`

export async function tablesOf(client: Client): Promise<string[]> {
  return (await client.execute(TABLES)).rows.map((row) => text(row['name']))
}

export async function rowsOf(client: Client): Promise<Rows> {
  const rows: Rows = new Map()
  for (const table of await tablesOf(client)) {
    const answer = await client.execute(`select * from "${table}"`)
    const named = answer.rows.map((row) =>
      Object.fromEntries(answer.columns.map((column) => [column, row[column] as InValue])),
    ) // what was read can be written
    rows.set(table, named)
  }
  return rows
}

/** Puts rows into the tables and columns that the database has, in any order. */
export async function fill(client: Client, rows: Rows) {
  const statements: { sql: string; args: InValue[] }[] = []
  for (const table of await tablesOf(client)) {
    const { rows: columns } = await client.execute({
      sql: 'select name from pragma_table_xinfo(?)',
      args: [table],
    })
    const names = columns.map((column) => text(column['name']))
    for (const row of rows.get(table) ?? []) {
      const there = names.filter((name) => name in row)
      const places = there.map(() => '?').join(', ')
      const sql = `insert into "${table}" (${there.map((name) => `"${name}"`).join(', ')}) values (${places})`
      statements.push({ sql, args: there.map((name) => row[name] ?? null) })
    }
  }
  // As a migration runs: without a look at references until all of it is there.
  await client.migrate(statements)
  if ((await tablesOf(client)).includes('search_entries'))
    await client.execute(
      'insert into search (rowid, title, summary, body) select id, title, summary, title from search_entries',
    )
}

/** A value that is known to be a text. */
export const text = (value: unknown) => (typeof value === 'string' ? value : '')
