import { describe, expect, test } from 'vitest'
import { connect, failureOf, openDatabase, start } from './support.ts'

async function withTable() {
  const client = openDatabase()
  await client.execute('CREATE TABLE t (a UNIQUE)')
  const all = async () => (await client.execute('SELECT a FROM t ORDER BY a')).rows.map((row) => row.a)
  return { client, all }
}

describe('an interactive transaction', () => {
  test('is seen by others once it is committed', async () => {
    const { client, all } = await withTable()
    const transaction = await client.transaction('write')
    await transaction.execute('INSERT INTO t VALUES (1)')
    await transaction.execute({ sql: 'INSERT INTO t VALUES (?)', args: [2] })
    expect((await transaction.execute('SELECT count(*) AS n FROM t')).rows[0]?.n).toBe(2)
    expect(await all()).toEqual([])
    expect(transaction.closed).toBe(false)
    await transaction.commit()
    expect(transaction.closed).toBe(true)
    expect(await all()).toEqual([1, 2])
  })

  test.each([
    ['rolled back', (transaction: { rollback(): Promise<void> }) => transaction.rollback()],
    ['closed without a commit', async (transaction: { close(): void }) => transaction.close()],
  ])('%s leaves nothing behind', async (_, end) => {
    const { client, all } = await withTable()
    const transaction = await client.transaction('write')
    await transaction.execute('INSERT INTO t VALUES (1)')
    await end(transaction)
    expect(transaction.closed).toBe(true)
    await expect(transaction.execute('SELECT 1')).rejects.toMatchObject({ code: 'TRANSACTION_CLOSED' })
    await expect(transaction.commit()).rejects.toMatchObject({ code: 'TRANSACTION_CLOSED' })
    await client.execute('INSERT INTO t VALUES (2)') // the lock is free
    expect(await all()).toEqual([2])
  })

  test('goes on after a statement that failed', async () => {
    const { client, all } = await withTable()
    const transaction = await client.transaction('write')
    await expect(transaction.execute('SELECT foo')).rejects.toMatchObject({ code: 'SQL_INPUT_ERROR' })
    await transaction.execute('INSERT INTO t VALUES (1)')
    await expect(transaction.execute('INSERT INTO t VALUES (1)')).rejects.toMatchObject({
      code: 'SQLITE_CONSTRAINT',
    })
    await transaction.execute('INSERT INTO t VALUES (2)')
    await transaction.commit()
    expect(await all()).toEqual([1, 2])
  })

  test('takes batches: as its first words, and later', async () => {
    const { client, all } = await withTable()
    const transaction = await client.transaction('write')
    await transaction.batch([{ sql: 'INSERT INTO t VALUES (?)', args: [1] }, 'INSERT INTO t VALUES (2)'])
    const [sum] = await transaction.batch(['SELECT sum(a) AS sum FROM t', 'INSERT INTO t VALUES (4)'])
    expect(sum?.rows[0]?.sum).toBe(3)
    await transaction.commit()
    expect(await all()).toEqual([1, 2, 4])
  })

  test('keeps what a batch in it did before one of its statements failed', async () => {
    const { client, all } = await withTable()
    const transaction = await client.transaction('write')
    const batch = ['INSERT INTO t VALUES (1)', 'INSERT INTO t VALUES (1)', 'INSERT INTO t VALUES (8)']
    expect(await failureOf(transaction.batch(batch))).toMatchObject({
      code: 'SQLITE_CONSTRAINT',
      statementIndex: 1,
    })
    await transaction.commit()
    expect(await all()).toEqual([1])
  })

  test('takes scripts: as its first words, and later', async () => {
    const { client, all } = await withTable()
    const transaction = await client.transaction('write')
    await transaction.executeMultiple('INSERT INTO t VALUES (1); INSERT INTO t VALUES (2);')
    await transaction.executeMultiple('INSERT INTO t VALUES (3)')
    await expect(
      transaction.executeMultiple(
        'INSERT INTO t VALUES (4); INSERT INTO t VALUES (1); INSERT INTO t VALUES (5)',
      ),
    ).rejects.toThrow('UNIQUE')
    await transaction.commit()
    expect(await all()).toEqual([1, 2, 3, 4])
  })

  test('may nest with savepoints', async () => {
    const { client, all } = await withTable()
    const transaction = await client.transaction('write')
    await transaction.batch(['INSERT INTO t VALUES (1)', 'SAVEPOINT inner', 'INSERT INTO t VALUES (2)'])
    await transaction.batch(['ROLLBACK TO inner', 'RELEASE inner', 'INSERT INTO t VALUES (3)'])
    await transaction.commit()
    expect(await all()).toEqual([1, 3])
  })

  test('that did nothing may be committed or rolled back', async () => {
    const { client } = await withTable()
    await (await client.transaction('read')).commit()
    await (await client.transaction('write')).rollback()
  })

  test('in the mode "read" sees the same state until its end, and holds up nobody', async () => {
    const { client, all } = await withTable()
    const transaction = await client.transaction('read')
    const count = async () => (await transaction.execute('SELECT count(*) AS n FROM t')).rows[0]?.n
    expect(await count()).toBe(0)
    await client.execute('INSERT INTO t VALUES (1)')
    expect(await count()).toBe(0)
    await transaction.commit()
    expect(await all()).toEqual([1])
  })

  test('in the mode "deferred" takes the lock with its first write', async () => {
    const { client, all } = await withTable()
    const transaction = await client.transaction('deferred')
    await client.execute('INSERT INTO t VALUES (1)')
    await transaction.execute('INSERT INTO t VALUES (2)')
    await transaction.commit()
    expect(await all()).toEqual([1, 2])
  })

  test('may change the schema, and take it back', async () => {
    const { client } = await withTable()
    const transaction = await client.transaction('write')
    await transaction.execute('CREATE TABLE u (a)')
    await transaction.execute('SELECT * FROM u')
    await transaction.rollback()
    await expect(client.execute('SELECT * FROM u')).rejects.toThrow('no such table: u')
  })
})

test('a client that was closed answers no more', async () => {
  const client = openDatabase()
  await client.execute('SELECT 1')
  client.close()
  expect(client.closed).toBe(true)
  await expect(client.execute('SELECT 1')).rejects.toMatchObject({ code: 'UNKNOWN' })
})

test('a client that was closed lets go of its transaction', async () => {
  const server = start({ autoCreate: true })
  const [first, second] = [connect(server), connect(server)]
  await first.execute('CREATE TABLE t (a)')
  const transaction = await first.transaction('write')
  await transaction.execute('INSERT INTO t VALUES (1)')
  first.close()
  await second.execute('INSERT INTO t VALUES (2)')
  expect((await second.execute('SELECT a FROM t')).rows).toEqual([{ a: 2 }])
})

test('the client does not copy a database to the disk', () => {
  expect(() => openDatabase({}, { syncUrl: 'http://local/' }).sync()).toThrow('not supported')
})
