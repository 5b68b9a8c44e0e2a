import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { statementsIn } from '#tools/libsql/statements.ts'
import { openDatabase } from './support.ts'

const texts = (sql: string) => statementsIn(sql).map((statement) => statement.sql.trim())

const trigger = `CREATE TRIGGER t_log AFTER INSERT ON t BEGIN
  UPDATE counts SET n = n + CASE WHEN new.a > 0 THEN 1 ELSE 0 END;
  INSERT INTO log VALUES ('; END;'); -- ; END;
END`

describe('a text is cut into its statements', () => {
  test.each([
    ['two', 'SELECT 1; SELECT 2', ['SELECT 1', 'SELECT 2']],
    ['one, with a semicolon at its end', 'SELECT 1;', ['SELECT 1']],
    ['none, but space and semicolons', ' ;; \n; ', []],
    ['none, but comments', '-- nothing; here\n/* nor; here */', []],
    ['a semicolon in quotes', "SELECT 'a;''b;'; SELECT 2", ["SELECT 'a;''b;'", 'SELECT 2']],
    [
      'a semicolon in a name',
      'SELECT 1 AS "a;b", 2 AS [c;d], 3 AS `e;f`; SELECT 2',
      ['SELECT 1 AS "a;b", 2 AS [c;d], 3 AS `e;f`', 'SELECT 2'],
    ],
    ['a semicolon in a comment', 'SELECT /* ; */ 1 -- ;\n; SELECT 2', ['SELECT /* ; */ 1 -- ;', 'SELECT 2']],
    ['quotes in a comment', "SELECT 1 -- it's\n; SELECT 2", ["SELECT 1 -- it's", 'SELECT 2']],
    ['a comment sign in quotes', "SELECT '--'; SELECT '/*'", ["SELECT '--'", "SELECT '/*'"]],
    ['an open quote, which runs to the end', "SELECT 'a; SELECT 2", ["SELECT 'a; SELECT 2"]],
    ['a trigger, which stays whole', `${trigger}; SELECT 2`, [trigger, 'SELECT 2']],
    ['a trigger at the end', `SELECT 1; ${trigger}`, ['SELECT 1', trigger]],
    [
      'a transaction, which is no trigger',
      'BEGIN; SELECT 1; END; SELECT 2',
      ['BEGIN', 'SELECT 1', 'END', 'SELECT 2'],
    ],
    [
      'a table called trigger',
      'CREATE TABLE "trigger" (a); SELECT 1',
      ['CREATE TABLE "trigger" (a)', 'SELECT 1'],
    ],
  ])('%s', (_, sql, expected) => {
    expect(texts(sql)).toEqual(expected)
  })

  const statement = fc.oneof(
    fc.constantFrom('SELECT 1', "INSERT INTO t VALUES ('x')", trigger, 'SELECT [a;]', 'END', 'BEGIN'),
    fc.string().map((text) => `SELECT '${text.replaceAll("'", "''")}'`),
    fc.string().map((text) => `SELECT 1 AS "${text.replaceAll('"', '""')}"`),
    fc.string().map((text) => `SELECT /*${text.replaceAll('*/', '')} */ 1`),
  )
  const between = fc.constantFrom(';', '; ', ' ;\n', ';;', ';-- it\'s; "nothing"\n', '; /* ; */ ;')

  test('however they are written', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(statement, between)), (pieces) => {
        expect(texts(pieces.flat().join(''))).toEqual(pieces.map(([sql]) => sql))
      }),
    )
  })

  test('and whatever the text, nothing is lost but space, comments and semicolons', () => {
    const piece = fc.constantFrom(
      "'",
      '"',
      '`',
      '[',
      ']',
      ';',
      '--',
      '/*',
      '*/',
      '\n',
      ' ',
      'create',
      'trigger',
      'end',
      'ă',
      '?1',
      ':',
      '\u0000',
      '🧡',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const sql = pieces.join('')
        let from = 0
        for (const statement of statementsIn(sql)) {
          const at = sql.indexOf(statement.sql, from)
          expect(at).toBeGreaterThanOrEqual(from)
          from = at + statement.sql.length
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('a script', () => {
  test('runs all its statements, a trigger with several of its own among them', async () => {
    const client = openDatabase()
    await client.executeMultiple(`
      CREATE TABLE t (a); CREATE TABLE log (what); CREATE TABLE counts (n); INSERT INTO counts VALUES (0);
      ${trigger};
      INSERT INTO t VALUES (1), (-1), (2);
    `)
    expect((await client.execute('SELECT n FROM counts')).rows[0]?.n).toBe(2)
    expect((await client.execute('SELECT count(*) AS n FROM log')).rows[0]?.n).toBe(3)
  })

  test('may have transactions of its own', async () => {
    const client = openDatabase()
    await client.executeMultiple(
      'CREATE TABLE t (a); BEGIN; INSERT INTO t VALUES (1); INSERT INTO t VALUES (2); COMMIT;',
    )
    expect((await client.execute('SELECT sum(a) AS sum FROM t')).rows[0]?.sum).toBe(3)
  })

  test('stops at the first statement that fails; what ran before it stays', async () => {
    const client = openDatabase()
    const script =
      'CREATE TABLE t (a); INSERT INTO t VALUES (1); INSERT INTO t VALUES (foo()); INSERT INTO t VALUES (2);'
    await expect(client.executeMultiple(script)).rejects.toThrow('no such function: foo')
    expect((await client.execute('SELECT a FROM t')).rows).toEqual([{ a: 1 }])
  })

  test('that fails within its own transaction leaves nothing of it', async () => {
    const client = openDatabase()
    const script =
      'CREATE TABLE t (a); BEGIN; INSERT INTO t VALUES (1); INSERT INTO t VALUES (foo()); COMMIT;'
    await expect(client.executeMultiple(script)).rejects.toThrow('no such function: foo')
    expect((await client.execute('SELECT a FROM t')).rows).toEqual([])
  })

  test('that cannot be read does nothing at all', async () => {
    const client = openDatabase()
    await expect(client.executeMultiple('CREATE TABLE t (a); SELEC 1;')).rejects.toMatchObject({
      code: 'SQL_PARSE_ERROR',
    })
    await expect(client.execute('SELECT a FROM t')).rejects.toThrow('no such table')
  })
})
