import type { IntMode, InValue, Value } from '@libsql/client/http'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { failureOf, openDatabase, send, start } from './support.ts'

async function echo(value: InValue, intMode: IntMode = 'number') {
  const client = openDatabase({}, { intMode })
  return (await client.execute({ sql: 'SELECT ?', args: [value] })).rows[0]?.[0]
}

describe('a value comes back as it was sent', () => {
  test.each<[string, InValue, Value]>([
    ['text', 'boomerang', 'boomerang'],
    ['text with control characters', 'a\n\r\t b', 'a\n\r\t b'],
    ['text in every script', 'siguranță æøå ñ ž 漢字 🧡', 'siguranță æøå ñ ž 漢字 🧡'],
    ['empty text', '', ''],
    ['text that looks like SQL', "'; DROP TABLE t; --", "'; DROP TABLE t; --"],
    ['nothing', null, null],
    ['zero', 0, 0],
    ['a negative number', -2023, -2023],
    ['a fraction', 12.345, 12.345],
    ['the largest number', Number.MAX_VALUE, Number.MAX_VALUE],
    ['the smallest number', Number.MIN_VALUE, Number.MIN_VALUE],
    ['a date, as milliseconds', new Date('2026-01-02T12:34:56Z'), 1767357296000],
  ])('%s', async (_, sent, expected) => {
    expect(await echo(sent)).toBe(expected)
  })

  test('bytes, whichever way they are given', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i ^ 0xab)
    expect(await echo(bytes)).toEqual(bytes.buffer)
    expect(await echo(bytes.buffer)).toEqual(bytes.buffer)
    expect(await echo(new Uint8Array())).toEqual(new ArrayBuffer(0))
  })

  test('any text and any integer of 64 bits', async () => {
    const client = openDatabase({}, { intMode: 'bigint' })
    const anything = fc.record({
      text: fc.string({ unit: 'grapheme' }),
      integer: fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n),
    })
    await fc.assert(
      fc.asyncProperty(anything, async ({ text, integer }) => {
        const { rows } = await client.execute({ sql: 'SELECT ?, ?', args: [text, integer] })
        expect(Array.from(rows[0]!)).toEqual([text, integer])
      }),
      { numRuns: 50 },
    )
  })
})

describe('integers arrive in the way the client asked for', () => {
  test.each<[IntMode, bigint, Value]>([
    ['number', -42n, -42],
    ['number', 9007199254740991n, 9007199254740991],
    ['bigint', 9223372036854775807n, 9223372036854775807n],
    ['bigint', -9223372036854775808n, -9223372036854775808n],
    ['string', 9223372036854775807n, '9223372036854775807'],
    ['string', 0n, '0'],
  ])('as %s: %s', async (intMode, sent, expected) => {
    expect(await echo(sent, intMode)).toBe(expected)
  })

  test('one that a number cannot hold is an error, not another number', async () => {
    await expect(echo(9007199254740992n)).rejects.toBeInstanceOf(RangeError)
  })

  test('inside the database it keeps its 64 bits', async () => {
    const client = openDatabase()
    const { rows } = await client.execute({ sql: "SELECT ?||''", args: [-9223372036854775808n] })
    expect(rows[0]?.[0]).toBe('-9223372036854775808')
  })

  test('a number is stored as a real, a bigint as an integer', async () => {
    const { rows } = await openDatabase().execute({ sql: 'SELECT typeof(?), typeof(?)', args: [1, 1n] })
    expect(Array.from(rows[0]!)).toEqual(['real', 'integer'])
  })
})

describe('a boolean', () => {
  test.each<[IntMode, Value, Value]>([
    ['number', 1, 0],
    ['bigint', 1n, 0n],
    ['string', '1', '0'],
  ])('is one or zero as %s', async (intMode, yes, no) => {
    expect([await echo(true, intMode), await echo(false, intMode)]).toEqual([yes, no])
  })

  test('that reaches the server unconverted is refused, and the process goes on', async () => {
    const server = start({ autoCreate: true })
    for (const arg of [{ type: 'text', value: true }, { type: 'boolean', value: true }, true]) {
      const response = await send(server, {
        requests: [{ type: 'execute', stmt: { sql: 'SELECT ?', args: [arg] } }],
      })
      expect(response.status).toBe(400)
    }
  })
})

test.each([
  ['an integer beyond 64 bits', { type: 'integer', value: '9223372036854775808' }],
  ['an integer that is no number', { type: 'integer', value: '1; DROP TABLE t' }],
  ['a value of no known type', { type: 'date', value: '2026-01-01' }],
])('%s in a request is refused', async (_, arg) => {
  const response = await send(start({ autoCreate: true }), {
    requests: [{ type: 'execute', stmt: { sql: 'SELECT ?', args: [arg] } }],
  })
  expect(response.status).toBe(400)
})

test.each<[string, unknown, unknown]>([
  ['undefined', undefined, TypeError],
  ['not a number', Number.NaN, RangeError],
  ['infinity', Number.POSITIVE_INFINITY, RangeError],
  ['a bigint beyond 64 bits', -(2n ** 100n), RangeError],
])('the client itself refuses %s', async (_, value, kind) => {
  expect(await failureOf(echo(value as InValue))).toBeInstanceOf(kind) // what the types forbid
})

describe('a row', () => {
  const select = "SELECT 1 AS one, 'two' AS two, 0.5 AS three"

  test('is read by name, by number, one after the other, and knows its length', async () => {
    const { columns, columnTypes, rows } = await openDatabase().execute(select)
    expect(columns).toEqual(['one', 'two', 'three'])
    expect(columnTypes).toEqual(['', '', ''])
    const row = rows[0]!
    expect(row.two).toBe('two')
    expect(row[2]).toBe(0.5)
    expect(row.length).toBe(3)
    expect(Array.from(row)).toEqual([1, 'two', 0.5])
    expect(Object.entries(row)).toEqual([
      ['one', 1],
      ['two', 'two'],
      ['three', 0.5],
    ])
  })

  test('keeps every column when two have the same name', async () => {
    const { columns, rows } = await openDatabase().execute('SELECT 1 AS a, 2 AS a')
    expect(columns).toEqual(['a', 'a'])
    expect(Array.from(rows[0]!)).toEqual([1, 2])
  })

  test('tells the declared types of its columns', async () => {
    const client = openDatabase()
    await client.execute('CREATE TABLE t (i INTEGER, f FLOAT, t TEXT, b BLOB)')
    await client.execute("INSERT INTO t VALUES (42, 0.5, 'foo', X'626172')")
    const answer = await client.execute('SELECT i, f, t, b FROM t')
    expect(answer.columnTypes).toEqual(['INTEGER', 'FLOAT', 'TEXT', 'BLOB'])
    expect(answer.toJSON().rows).toEqual([[42, 0.5, 'foo', 'YmFy']])
  })

  test('turns into JSON with the rest of the answer', async () => {
    const answer = await openDatabase().execute('SELECT 1 AS a')
    expect(JSON.parse(JSON.stringify(answer))).toEqual({
      columns: ['a'],
      columnTypes: [''],
      rows: [[1]],
      rowsAffected: 0,
      lastInsertRowid: null,
    })
  })
})

describe('what was changed', () => {
  test('is counted for INSERT, UPDATE and DELETE, also after WITH', async () => {
    const client = openDatabase()
    await client.execute('CREATE TABLE t (a)')
    const count = async (sql: string) => (await client.execute(sql)).rowsAffected
    expect(await count('INSERT INTO t VALUES (1), (2), (3)')).toBe(3)
    expect(await count('WITH x(a) AS (SELECT 2 * a FROM t) INSERT INTO t SELECT a FROM x')).toBe(3)
    expect(await count('UPDATE t SET a = 0 WHERE a > 2')).toBe(3)
    expect(await count('DELETE FROM t WHERE a = 0 RETURNING a')).toBe(3)
  })

  test('is nothing for a question or a new table, whatever went before', async () => {
    const client = openDatabase()
    const answers = await client.batch(
      [
        'CREATE TABLE t (a)',
        'INSERT INTO t VALUES (1), (2)',
        'SELECT a FROM t',
        'UPDATE t SET a = 3',
        'CREATE TABLE u (a)',
      ],
      'write',
    )
    expect(answers.map((answer) => answer.rowsAffected)).toEqual([0, 2, 0, 2, 0])
    expect(answers.map((answer) => answer.lastInsertRowid)).toEqual([
      undefined,
      2n,
      undefined,
      undefined,
      undefined,
    ])
  })

  test('tells the row id of an INSERT, however large', async () => {
    const client = openDatabase()
    await client.execute('CREATE TABLE t (id INTEGER PRIMARY KEY NOT NULL)')
    expect((await client.execute('INSERT INTO t VALUES (9007199254740995)')).lastInsertRowid).toBe(
      9007199254740995n,
    )
    expect((await client.execute('INSERT INTO t VALUES (12345)')).toJSON().lastInsertRowid).toBe('12345')
  })
})
