import type { Client } from '@libsql/client/http'
import { LibsqlError } from '@libsql/client/http'
import { beforeEach, describe, expect, test } from 'vitest'
import { connect, execute, failureOf, openDatabase, sendAll, start } from './support.ts'

let client: Client
beforeEach(async () => {
  client = openDatabase()
  await client.executeMultiple(`
    CREATE TABLE course (id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, hours INTEGER CHECK (hours > 0)) STRICT;
    CREATE TABLE lesson (course INTEGER NOT NULL REFERENCES course);
    CREATE TRIGGER no_zero BEFORE INSERT ON course WHEN new.id = 0 BEGIN SELECT RAISE(ABORT, 'not zero'); END;
    INSERT INTO course VALUES (1, 'm1', 5);
  `)
})

describe('a constraint that is broken is SQLITE_CONSTRAINT, and the message names the column', () => {
  test.each([
    ['unique', "INSERT INTO course VALUES (2, 'm1', 5)", 'UNIQUE constraint failed: course.slug'],
    ['primary key', "INSERT INTO course VALUES (1, 'm2', 5)", 'UNIQUE constraint failed: course.id'],
    ['not null', 'INSERT INTO course VALUES (2, NULL, 5)', 'NOT NULL constraint failed: course.slug'],
    ['check', "INSERT INTO course VALUES (2, 'm2', 0)", 'CHECK constraint failed: hours > 0'],
    [
      'strict type',
      "INSERT INTO course VALUES (2, 'm2', 'five')",
      'cannot store TEXT value in INTEGER column course.hours',
    ],
    ['foreign key', 'INSERT INTO lesson VALUES (9)', 'FOREIGN KEY constraint failed'],
    ['a trigger that raises', "INSERT INTO course VALUES (0, 'm0', 1)", 'not zero'],
  ])('%s', async (_, sql, message) => {
    expect(await failureOf(client.execute(sql))).toMatchObject({
      code: 'SQLITE_CONSTRAINT',
      message: `SQLITE_CONSTRAINT: SQLite error: ${message}`,
    })
  })
})

describe('a statement that the engine does not understand', () => {
  test.each([
    ['no SQL', 'SELEC 1', 'SQL_PARSE_ERROR', 'SQL string could not be parsed: near "SELEC": syntax error'],
    [
      'half a statement',
      'SELECT 1 FROM',
      'SQL_PARSE_ERROR',
      'SQL string could not be parsed: incomplete input',
    ],
    [
      'an open quote',
      "SELECT 'abc",
      'SQL_PARSE_ERROR',
      `SQL string could not be parsed: unrecognized token: "'abc"`,
    ],
    ['nothing', ' -- nothing', 'SQL_NO_STATEMENT', 'SQL string does not contain any statement'],
    [
      'two statements',
      'SELECT 1; SELECT 2',
      'SQL_MANY_STATEMENTS',
      'SQL string contains more than one statement',
    ],
    [
      'an unknown column',
      'SELECT foo',
      'SQL_INPUT_ERROR',
      'SQL input error: no such column: foo (at offset 7)',
    ],
    [
      'double quotes for text',
      'SELECT "foo"',
      'SQL_INPUT_ERROR',
      'SQL input error: no such column: foo (at offset 8)',
    ],
    [
      'an unknown function',
      'SELECT foo(1)',
      'SQL_INPUT_ERROR',
      'SQL input error: no such function: foo (at offset 7)',
    ],
    [
      'an ambiguous column',
      'SELECT id FROM course, course AS c',
      'SQL_INPUT_ERROR',
      'SQL input error: ambiguous column name: id (at offset 7)',
    ],
    [
      'a table that is there',
      'CREATE TABLE course (a)',
      'SQL_INPUT_ERROR',
      'SQL input error: table course already exists (at offset 13)',
    ],
    ['an unknown table', 'SELECT * FROM nope', 'SQLITE_UNKNOWN', 'SQLite error: no such table: nope'],
    [
      'an unknown column to fill',
      'INSERT INTO course (foo) VALUES (1)',
      'SQLITE_UNKNOWN',
      'SQLite error: table course has no column named foo',
    ],
    ['an error while running', "SELECT json('{')", 'SQLITE_UNKNOWN', 'SQLite error: malformed JSON'],
    [
      'COMMIT without BEGIN',
      'COMMIT',
      'SQLITE_UNKNOWN',
      'SQLite error: cannot commit - no transaction is active',
    ],
  ])('%s', async (_, sql, code, message) => {
    const failure = await failureOf(client.execute(sql))
    expect(failure).toBeInstanceOf(LibsqlError)
    expect(failure).toMatchObject({ code, message: `${code}: ${message}` })
  })

  test('does not keep a second statement from being refused, even when the first is fine', async () => {
    await failureOf(client.execute("INSERT INTO course VALUES (2, 'm2', 1); DROP TABLE course"))
    expect((await client.execute('SELECT count(*) AS n FROM course')).rows[0]?.n).toBe(1)
  })
})

describe('what Turso does not take is not taken here either', () => {
  test.each([
    'VACUUM',
    "VACUUM INTO '/tmp/stolen.db'",
    "ATTACH '/etc/passwd' AS other",
    'DETACH other',
    'ANALYZE',
    'REINDEX',
    'PRAGMA journal_mode = DELETE',
    'PRAGMA synchronous = OFF',
    'PRAGMA user_version = 7',
    'PRAGMA main.user_version(7)',
    'PRAGMA query_only = 1',
    'PRAGMA writable_schema = 1',
    'PRAGMA wal_checkpoint',
    'PRAGMA optimize',
    'CREATE TEMP TABLE t (a)',
    'CREATE TEMPORARY VIEW w AS SELECT 1',
    'CREATE TABLE temp.t (a)',
    'CREATE TABLE IF NOT EXISTS temp.t (a)',
    '/* quietly */ vacuum',
    'EXPLAIN VACUUM',
  ])('%s', async (sql) => {
    expect(await failureOf(client.execute(sql))).toMatchObject({
      code: 'SQL_PARSE_ERROR',
      message: `SQL_PARSE_ERROR: SQL string could not be parsed: unsupported statement: ${sql.replace('/* quietly */ ', '')}`,
    })
    expect(await failureOf(client.executeMultiple(`SELECT 1; ${sql};`))).toMatchObject({
      code: 'SQL_PARSE_ERROR',
    })
  })

  test.each([
    ['PRAGMA table_info(course)', 3],
    ['PRAGMA main.table_xinfo(course)', 3],
    ['PRAGMA foreign_key_list(lesson)', 1],
    ['PRAGMA foreign_key_check', 0],
    ['PRAGMA integrity_check', 1],
    ['PRAGMA user_version', 1],
    ['PRAGMA journal_mode', 1],
    ["SELECT * FROM pragma_table_info('course')", 3],
    ['CREATE TABLE temperature (temp)', 0],
    ['SELECT 1 AS vacuum', 1],
  ])('but %s is', async (sql, rows) => {
    expect((await client.execute(sql)).rows).toHaveLength(rows)
  })
})

test('nobody switches foreign keys off for another', async () => {
  const server = start({ autoCreate: true })
  const { baton } = await sendAll(server, [execute('PRAGMA foreign_keys = off')])
  expect((await connect(server).execute('PRAGMA foreign_keys')).rows[0]?.foreign_keys).toBe(1)
  await sendAll(server, [{ type: 'close' }], baton)
})

test('two errors of which the client may make use', async () => {
  const unknown = await failureOf(connect(start(), 'nowhere').execute('SELECT 1'))
  expect(unknown).toMatchObject({
    code: 'SERVER_ERROR',
    message: 'SERVER_ERROR: Server returned HTTP status 404',
  })
  const unreachable = connect(start(), 'intras', {
    fetch: () => Promise.reject(new TypeError('fetch failed')),
  })
  expect(await failureOf(unreachable.execute('SELECT 1'))).toBeInstanceOf(TypeError)
})
