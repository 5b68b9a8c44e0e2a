import { LibsqlBatchError } from '@libsql/client/http'
import { describe, expect, test } from 'vitest'
import { connect, execute, failureOf, openDatabase, send, sendAll, start } from './support.ts'

const count = 'SELECT count(*) AS n FROM t'

describe('a batch', () => {
  test('answers each of its statements, in their order', async () => {
    const answers = await openDatabase().batch(
      [
        'CREATE TABLE t (a, b)',
        ['INSERT INTO t VALUES (?, ?)', [1, 'one']],
        { sql: 'INSERT INTO t VALUES (:a, :b)', args: { a: 2, b: 'two' } },
        'SELECT * FROM t ORDER BY a',
        'DROP TABLE t',
      ],
      'write',
    )
    expect(answers).toHaveLength(5)
    expect(answers[3]?.rows).toEqual([
      { a: 1, b: 'one' },
      { a: 2, b: 'two' },
    ])
  })

  test.each(['read', 'write', 'deferred'] as const)('works in the mode "%s"', async (mode) => {
    const answers = await openDatabase().batch(
      ['SELECT 1 + 1', { sql: 'VALUES (?), (?)', args: ['big', 'ben'] }],
      mode,
    )
    expect(answers.map(({ rows }) => rows.map((row) => row[0]))).toEqual([[2], ['big', 'ben']])
  })

  test('that fails in the middle leaves nothing behind, and says which statement it was', async () => {
    const client = openDatabase()
    await client.execute('CREATE TABLE t (a UNIQUE)')
    await client.execute("INSERT INTO t VALUES ('one')")
    const failure = await failureOf(
      client.batch(
        ["INSERT INTO t VALUES ('two')", "INSERT INTO t VALUES ('one')", "INSERT INTO t VALUES ('three')"],
        'write',
      ),
    )
    expect(failure).toBeInstanceOf(LibsqlBatchError)
    expect(failure).toMatchObject({ statementIndex: 1, code: 'SQLITE_CONSTRAINT' })
    expect(failure.message).toContain('UNIQUE constraint failed: t.a')
    expect((await client.execute(count)).rows[0]?.n).toBe(1)
  })

  test('with a statement that is none does nothing at all', async () => {
    const client = openDatabase()
    await client.execute('CREATE TABLE t (a)')
    for (const sql of ['', 'SELECT 1; SELECT 2', 'VACUUM', 'SELEC 1'])
      await expect(client.batch(['INSERT INTO t VALUES (1)', sql], 'write')).rejects.toThrow(/SQL/)
    expect((await client.execute(count)).rows[0]?.n).toBe(0)
  })

  test('takes ten thousand rows', async () => {
    const client = openDatabase()
    await client.execute('CREATE TABLE t (a, b)')
    const inserts = Array.from({ length: 10_000 }, (_, i) => ({
      sql: 'INSERT INTO t VALUES (?, ?)',
      args: [i, `row ${i}`],
    }))
    await client.batch(inserts, 'write')
    const { rows } = await client.execute('SELECT a, b FROM t ORDER BY a')
    expect(rows).toHaveLength(10_000)
    expect(rows.at(-1)).toEqual({ a: 9999, b: 'row 9999' })
  })

  test('takes a thousand different statements, more than a stream stores', async () => {
    const answers = await openDatabase().batch(
      Array.from({ length: 1000 }, (_, i) => `SELECT ${i}`),
      'read',
    )
    expect(answers.map(({ rows }) => rows[0]?.[0])).toEqual(Array.from({ length: 1000 }, (_, i) => i))
  })

  test('takes a statement that is too long to be stored', async () => {
    const long = `SELECT '${'x'.repeat(100_000)}'`
    const [answer] = await openDatabase().batch([long, long], 'read')
    expect(answer?.rows[0]?.[0]).toHaveLength(100_000)
  })

  test('is one request', async () => {
    const server = start({ autoCreate: true })
    let requests = 0
    const fetch = (request: Request) => {
      requests++
      return server.fetch(request)
    }
    await connect(server, 'intras', { fetch }).batch(
      ['CREATE TABLE t (a)', 'INSERT INTO t VALUES (1)', count],
      'write',
    )
    expect(requests).toBe(1)
  })
})

describe('the conditions of a batch', () => {
  const fails = 'SELECT foo'
  const cases: [string, object | null, boolean][] = [
    ['no condition', null, true],
    ['the step before succeeded', { type: 'ok', step: 0 }, true],
    ['a step succeeded that failed', { type: 'ok', step: 1 }, false],
    ['a step failed that succeeded', { type: 'error', step: 0 }, false],
    ['the step before failed', { type: 'error', step: 1 }, true],
    ['a step succeeded that was left out', { type: 'ok', step: 2 }, false],
    ['a step failed that was left out', { type: 'error', step: 2 }, false],
    ['not', { type: 'not', cond: { type: 'ok', step: 1 } }, true],
    [
      'all',
      {
        type: 'and',
        conds: [
          { type: 'ok', step: 0 },
          { type: 'ok', step: 1 },
        ],
      },
      false,
    ],
    ['all of none', { type: 'and', conds: [] }, true],
    [
      'any',
      {
        type: 'or',
        conds: [
          { type: 'ok', step: 0 },
          { type: 'ok', step: 1 },
        ],
      },
      true,
    ],
    ['any of none', { type: 'or', conds: [] }, false],
  ]

  const batchWith = (condition: object | null) => ({
    type: 'batch',
    batch: {
      steps: [
        { stmt: { sql: 'SELECT 0' } },
        { stmt: { sql: fails } },
        { stmt: { sql: 'SELECT 2' }, condition: { type: 'ok', step: 1 } },
        { stmt: { sql: 'SELECT 3' }, condition },
      ],
    },
  })

  test.each(cases)('%s', async (_, condition, runs) => {
    const { results } = await sendAll(start({ autoCreate: true }), [batchWith(condition)])
    const { step_results, step_errors } = results[0]!.response!.result
    expect(step_results.map((result) => result !== null)).toEqual([true, false, false, runs])
    expect(step_errors.map((error) => error !== null)).toEqual([false, true, false, false])
  })

  test.each([
    ['a later step', { type: 'ok', step: 3 }],
    ['no step', { type: 'ok', step: -1 }],
    ['something unheard of', { type: 'is_tuesday' }],
  ])('that ask for %s are refused', async (_, condition) => {
    const response = await send(start({ autoCreate: true }), { requests: [batchWith(condition)] })
    expect(response.status).toBe(400)
  })
})

describe('a migration', () => {
  test('may rebuild a table to which others refer', async () => {
    const client = openDatabase()
    await client.executeMultiple(`
      CREATE TABLE course (id INTEGER PRIMARY KEY);
      CREATE TABLE lesson (course REFERENCES course ON DELETE CASCADE);
      INSERT INTO course VALUES (1); INSERT INTO lesson VALUES (1);
    `)
    await client.migrate([
      'CREATE TABLE course_new (id INTEGER PRIMARY KEY, title TEXT)',
      'INSERT INTO course_new (id) SELECT id FROM course',
      'DROP TABLE course',
      'ALTER TABLE course_new RENAME TO course',
    ])
    expect((await client.execute('SELECT count(*) AS n FROM lesson')).rows[0]?.n).toBe(1)
    expect((await client.execute('SELECT title FROM course')).rows).toEqual([{ title: null }])
  })

  test('switches foreign keys off for itself alone', async () => {
    const client = openDatabase()
    await client.migrate([
      'CREATE TABLE course (id PRIMARY KEY)',
      'CREATE TABLE lesson (course REFERENCES course)',
    ])
    expect((await client.execute('PRAGMA foreign_keys')).rows[0]?.foreign_keys).toBe(1)
    await expect(client.execute('INSERT INTO lesson VALUES (1)')).rejects.toThrow(
      'FOREIGN KEY constraint failed',
    )
  })

  test('that forgets to switch them on again leaves no trace for the next', async () => {
    const server = start({ autoCreate: true })
    await sendAll(server, [execute('PRAGMA foreign_keys = off'), { type: 'close' }])
    const { rows } = await connect(server).execute('PRAGMA foreign_keys')
    expect(rows[0]?.foreign_keys).toBe(1)
  })

  test('that fails leaves the schema as it was', async () => {
    const client = openDatabase()
    await expect(client.migrate(['CREATE TABLE t (a)', 'ALTER TABLE nope ADD COLUMN b'])).rejects.toThrow(
      'no such table: nope',
    )
    await expect(client.execute(count)).rejects.toThrow('no such table: t')
  })
})
