// Tables are written twice, for the database and for TypeScript: here the two must say the same.

import { is, Table } from 'drizzle-orm'
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, test } from 'vitest'
import { migrate } from '#adapters/migrator.ts'
import * as commons from '#schema/commons/tables.ts'
import * as registry from '#schema/registry/tables.ts'
import * as tenant from '#schema/tenant/tables.ts'
import { migrationsIn } from '#tools/outside.ts'
import { openDatabase } from '../tools/libsql/support.ts'
import { text } from './full-databases.ts'

/** Of the migrator, not of the product. */
const OWN = ['migrations']

describe.each([
  { kind: 'registry' as const, schema: registry },
  { kind: 'commons' as const, schema: commons },
  { kind: 'tenant' as const, schema: tenant },
])('in the $kind', ({ kind, schema }) => {
  const declared = Object.values(schema)
    .filter((one): one is SQLiteTable => is(one, Table))
    .map((table) => getTableConfig(table))

  async function open() {
    const client = openDatabase()
    await migrate(client, migrationsIn(kind), 1)
    const ask = async (sql: string, ...args: string[]) => (await client.execute({ sql, args })).rows
    return { ask }
  }

  test('every table of the database is declared, and every declared table is there', async () => {
    const { ask } = await open()
    const rows = await ask(`select name from pragma_table_list
      where schema = 'main' and type = 'table' and name not like 'sqlite_%'`)
    const names = rows.map((row) => text(row['name'])).filter((name) => !OWN.includes(name))
    expect(names.sort()).toEqual(declared.map((table) => table.name).sort())
  })

  describe.each(declared.map((table) => ({ name: table.name, table })))('$name', ({ name, table }) => {
    test('has the declared columns, types and nullability', async () => {
      const { ask } = await open()
      const rows = await ask('select name, type, "notnull", pk, hidden from pragma_table_xinfo(?)', name)
      const there = rows.map((row) => ({
        name: row['name'],
        type: text(row['type']).toLowerCase(),
        // A key of a STRICT table is never null, whether it says so or not.
        notNull: row['notnull'] === 1 || Number(row['pk']) > 0,
        hidden: row['hidden'],
      }))
      const keys = keysOf(table)
      expect(there).toEqual(
        table.columns.map((column) => ({
          name: column.name,
          type: column.getSQLType(),
          notNull: column.notNull || keys.includes(column.name),
          hidden: 0,
        })),
      )
    })

    test('has the declared primary key', async () => {
      const { ask } = await open()
      const rows = await ask('select name from pragma_table_xinfo(?) where pk > 0 order by pk', name)
      expect(rows.map((row) => row['name'])).toEqual(keysOf(table))
    })

    test('takes no second row where a column is declared unique', async () => {
      const { ask } = await open()
      const rows = await ask(
        `select columns.name from pragma_index_list(?) list, pragma_index_info(list.name) columns
         where list."unique" = 1 and (select count(*) from pragma_index_info(list.name)) = 1`,
        name,
      )
      const unique = rows.map((row) => row['name'])
      for (const column of table.columns.filter((one) => one.isUnique)) expect(unique).toContain(column.name)
    })

    test('takes the declared words and no others, and only JSON where JSON is declared', async () => {
      const { ask } = await open()
      const [row] = await ask('select sql from sqlite_master where name = ?', name)
      const sql = text(row?.['sql'])
      expect(sql).toMatch(/STRICT/)
      for (const column of table.columns) {
        const words = new RegExp(`\\b${column.name} IN \\(([^)]*)\\)`).exec(sql)?.[1]
        const there = words?.split(',').map((word) => word.trim().replaceAll("'", ''))
        expect(there, `${name}.${column.name}`).toEqual(column.enumValues)
        const isJson = column.columnType === 'SQLiteTextJson'
        if (isJson) expect(sql, `${name}.${column.name}`).toContain(`json_valid(${column.name})`)
      }
    })
  })
})

type Config = ReturnType<typeof getTableConfig>

function keysOf({ columns, primaryKeys }: Config): string[] {
  const [composite] = primaryKeys
  if (composite) return composite.columns.map((column) => column.name)
  return columns.filter((column) => column.primary).map((column) => column.name)
}
