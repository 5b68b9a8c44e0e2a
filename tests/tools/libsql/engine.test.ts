// What the product builds upon in the engine itself, so that a new version of it cannot take it away unnoticed.
import type { Client } from '@libsql/client/http'
import { beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from './support.ts'

let client: Client
beforeEach(() => {
  client = openDatabase()
})

const column = async (sql: string, args: string[] = []) =>
  (await client.execute({ sql, args })).rows.map((row) => row[0])

describe('full text search', () => {
  const found = (words: string) =>
    column('SELECT title FROM search WHERE search MATCH ? ORDER BY rank', [words])

  test('finds words without their accents, and accents without the words having them', async () => {
    await client.executeMultiple(`
      CREATE VIRTUAL TABLE search USING fts5(title, body, tokenize = "unicode61 remove_diacritics 2");
      INSERT INTO search VALUES ('Siguranță', 'la telefon'), ('Segurança', 'ao telefone'), ('Rækkevidde', 'på afstand');
    `)
    expect(await found('siguranta')).toEqual(['Siguranță'])
    expect(await found('siguranţa')).toEqual(['Siguranță'])
    expect(await found('SEGURANCA')).toEqual(['Segurança'])
    expect(await found('telefo*')).toHaveLength(2)
    expect(await found('pa')).toEqual(['Rækkevidde'])
  })

  test('without a copy of the text lets a row go and come again', async () => {
    await client.executeMultiple(`
      CREATE VIRTUAL TABLE search USING fts5(title, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2");
      INSERT INTO search (rowid, title) VALUES (1, 'Siguranță'), (2, 'Încredere');
    `)
    const rows = (word: string) => column('SELECT rowid FROM search WHERE search MATCH ?', [word])
    expect(await rows('siguranta')).toEqual([1])
    await client.execute('DELETE FROM search WHERE rowid = 1')
    expect(await rows('siguranta')).toEqual([])
    await client.execute("INSERT INTO search (rowid, title) VALUES (1, 'Telefon')")
    await client.execute("INSERT OR REPLACE INTO search (rowid, title) VALUES (2, 'Liniște')")
    expect([await rows('telefon'), await rows('incredere'), await rows('liniste')]).toEqual([[1], [], [2]])
  })

  test('over another table is kept by triggers, and can be built anew', async () => {
    await client.executeMultiple(`
      CREATE TABLE card (id INTEGER PRIMARY KEY, title TEXT);
      INSERT INTO card (title) VALUES ('An old card');
      CREATE VIRTUAL TABLE search USING fts5(title, content = card, content_rowid = id);
      CREATE TRIGGER card_changed AFTER UPDATE ON card BEGIN
        INSERT INTO search (search, rowid, title) VALUES ('delete', old.id, old.title);
        INSERT INTO search (rowid, title) VALUES (new.id, new.title);
      END;
      INSERT INTO search (search) VALUES ('rebuild');
    `)
    expect(await found('old')).toEqual(['An old card'])
    await client.execute("UPDATE card SET title = 'A new card'")
    expect([await found('old'), await found('new')]).toEqual([[], ['A new card']])
  })
})

describe('triggers', () => {
  test('with several statements arrive whole, by themselves and in a batch', async () => {
    const trigger = (name: string) => `CREATE TRIGGER ${name} AFTER INSERT ON t WHEN new.a IS NOT NULL BEGIN
      INSERT INTO log VALUES ('first; ' || new.a);
      INSERT INTO log SELECT CASE WHEN new.a > 1 THEN 'large' ELSE 'small' END;
    END`
    await client.batch(['CREATE TABLE t (a)', 'CREATE TABLE log (what)', trigger('one')], 'write')
    await client.execute(trigger('two'))
    await client.execute('INSERT INTO t VALUES (1), (NULL), (2)')
    expect((await column('SELECT what FROM log')).sort()).toEqual([
      'first; 1',
      'first; 1',
      'first; 2',
      'first; 2',
      'large',
      'large',
      'small',
      'small',
    ])
  })

  test('do not count as changes of the statement', async () => {
    await client.executeMultiple(`
      CREATE TABLE t (a); CREATE TABLE log (a);
      CREATE TRIGGER copy AFTER INSERT ON t BEGIN INSERT INTO log VALUES (new.a); INSERT INTO log VALUES (new.a); END;
    `)
    expect((await client.execute('INSERT INTO t VALUES (1)')).rowsAffected).toBe(1)
  })
})

describe('JSON', () => {
  test('is read, changed and taken apart', async () => {
    const json = '{"title":{"en":"Trust"},"hours":[1,2]}'
    expect(await column("SELECT ? ->> '$.title.en'", [json])).toEqual(['Trust'])
    expect(await column("SELECT value FROM json_each(?, '$.hours')", [json])).toEqual([1, 2])
    expect(await column("SELECT json_set(?, '$.title.ro', 'Încredere') ->> '$.title.ro'", [json])).toEqual([
      'Încredere',
    ])
    expect(await column("SELECT json_group_array(value) FROM json_each('[3,4]')")).toEqual(['[3,4]'])
  })

  test('can be checked by the table, and an index can look into it', async () => {
    await client.executeMultiple(`
      CREATE TABLE note (data TEXT NOT NULL CHECK (json_valid(data)));
      CREATE TABLE event (data TEXT NOT NULL, kind TEXT AS (data ->> '$.kind') STORED);
      CREATE INDEX event_kind ON event (kind);
      INSERT INTO event (data) VALUES ('{"kind":"enrolled"}');
    `)
    expect(await column("SELECT kind FROM event WHERE kind = 'enrolled'")).toEqual(['enrolled'])
    await expect(client.execute("INSERT INTO note VALUES ('{')")).rejects.toThrow('CHECK constraint failed')
  })
})

describe('tables', () => {
  test('that are STRICT keep to their types', async () => {
    await client.execute('CREATE TABLE t (n INTEGER NOT NULL, any ANY) STRICT')
    await client.execute("INSERT INTO t VALUES ('7', x'00')")
    expect(await column('SELECT typeof(n) || typeof(any) FROM t')).toEqual(['integerblob'])
    await expect(client.execute("INSERT INTO t VALUES ('seven', 1)")).rejects.toThrow(
      'cannot store TEXT value',
    )
  })

  test('heed foreign keys, on every connection, without being asked to', async () => {
    await client.executeMultiple(`
      CREATE TABLE course (id PRIMARY KEY);
      CREATE TABLE lesson (course REFERENCES course ON DELETE CASCADE);
      INSERT INTO course VALUES (1); INSERT INTO lesson VALUES (1), (1);
    `)
    const wrong = Array.from({ length: 5 }, () => client.execute('INSERT INTO lesson VALUES (2)'))
    for (const settled of await Promise.allSettled(wrong)) expect(settled.status).toBe('rejected')
    await client.execute('DELETE FROM course')
    expect(await column('SELECT count(*) FROM lesson')).toEqual([0])
  })

  test('give back what was written: RETURNING and UPSERT', async () => {
    await client.execute('CREATE TABLE t (a PRIMARY KEY, n DEFAULT 1)')
    const upsert = 'INSERT INTO t (a) VALUES (?) ON CONFLICT DO UPDATE SET n = n + 1 RETURNING a, n'
    await client.execute({ sql: upsert, args: ['x'] })
    const again = await client.execute({ sql: upsert, args: ['x'] })
    expect(again.rows).toEqual([{ a: 'x', n: 2 }])
    expect(again.columns).toEqual(['a', 'n'])
    expect(again.rowsAffected).toBe(1)
    expect(await column('DELETE FROM t RETURNING a')).toEqual(['x'])
  })

  test('can be altered', async () => {
    await client.executeMultiple(
      'CREATE TABLE t (a); ALTER TABLE t ADD COLUMN b DEFAULT 2; ALTER TABLE t RENAME COLUMN a TO c; INSERT INTO t (c) VALUES (1); ALTER TABLE t DROP COLUMN c;',
    )
    expect((await client.execute('SELECT * FROM t')).rows).toEqual([{ b: 2 }])
  })
})

test('queries may be recursive, have windows, and compare vectors', async () => {
  expect(
    await column(
      'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4) SELECT i FROM n',
    ),
  ).toEqual([1, 2, 3, 4])
  expect(await column('SELECT sum(column1) OVER (ORDER BY column1) FROM (VALUES (1), (2), (3))')).toEqual([
    1, 3, 6,
  ])
  expect(await column("SELECT vector_distance_cos(vector('[1,0]'), vector('[0,1]'))")).toEqual([1])
})
