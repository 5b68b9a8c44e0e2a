import { join } from 'node:path'
import Engine from 'libsql'
import { describe, expect, test } from 'vitest'
import { connect, failureOf, folder, pause, start } from './support.ts'

async function withTable(options = {}) {
  const server = start({ autoCreate: true, ...options })
  const client = connect(server)
  await client.execute('CREATE TABLE t (a)')
  const all = async () => (await client.execute('SELECT a FROM t ORDER BY rowid')).rows.map((row) => row.a)
  return { server, client, all }
}

/** What is settled within a moment, and what is not. */
const isPending = (promise: Promise<unknown>) =>
  Promise.race([promise.then(() => false), pause(30).then(() => true)])

describe('two writers', () => {
  test('write one after the other: the second waits for the first to commit', async () => {
    const { client, all } = await withTable()
    const first = await client.transaction('write')
    await first.execute('INSERT INTO t VALUES (1)')
    const second = client.execute('INSERT INTO t VALUES (2)')
    expect(await isPending(second)).toBe(true)
    await first.commit()
    await second
    expect(await all()).toEqual([1, 2])
  })

  test('do not stop the others: who waits for the lock does not hold up the event loop', async () => {
    const { client } = await withTable()
    const writer = await client.transaction('write')
    await writer.execute('INSERT INTO t VALUES (1)')
    const waiting = client.execute('INSERT INTO t VALUES (2)')
    let ticks = 0
    const clock = setInterval(() => ticks++, 1)
    for (let i = 0; i < 20; i++) {
      expect((await client.execute('SELECT count(*) AS n FROM t')).rows[0]?.n).toBe(0)
      await pause(2)
    }
    clearInterval(clock)
    expect(ticks).toBeGreaterThan(5)
    await writer.rollback()
    await waiting
  })

  test('in transactions of their own come in the order in which they asked', async () => {
    const { client, all } = await withTable()
    const first = await client.transaction('write')
    await first.execute("INSERT INTO t VALUES ('first')")
    const later = ['second', 'third', 'fourth'].map(async (name) => {
      const transaction = await client.transaction('write')
      await transaction.execute({ sql: 'INSERT INTO t VALUES (?)', args: [name] })
      await transaction.commit()
    })
    await pause(10)
    await first.commit()
    await Promise.all(later)
    expect(await all()).toEqual(['first', 'second', 'third', 'fourth'])
  })

  test('are a hundred batches at once: each is whole', async () => {
    const { client } = await withTable()
    await client.execute('CREATE TABLE u (a)')
    const sums = Array.from({ length: 100 }, async (_, i) => {
      const [, , t, u] = await client.batch(
        [
          { sql: 'INSERT INTO t VALUES (?)', args: [i] },
          { sql: 'INSERT INTO u VALUES (?)', args: [i * 10] },
          'SELECT sum(a) AS sum FROM t',
          'SELECT sum(a) AS sum FROM u',
        ],
        'write',
      )
      expect(u?.rows[0]?.sum).toBe(Number(t?.rows[0]?.sum) * 10)
    })
    await Promise.all(sums)
    expect((await client.execute('SELECT sum(a) AS sum FROM t')).rows[0]?.sum).toBe(4950)
  })

  test('of two databases do not wait for each other', async () => {
    const { server, client } = await withTable()
    const writer = await client.transaction('write')
    await writer.execute('INSERT INTO t VALUES (1)')
    await connect(server, 'aproximar').execute('CREATE TABLE t (a)')
    await writer.rollback()
  })

  test('of two processes wait for each other too', async () => {
    const dir = folder()
    const { client, all } = await withTable({ dir })
    const other = new Engine(join(dir, 'intras.db'))
    other.exec('BEGIN IMMEDIATE; INSERT INTO t VALUES (1)')
    const waiting = client.execute('INSERT INTO t VALUES (2)')
    expect(await isPending(waiting)).toBe(true)
    other.exec('COMMIT')
    await waiting
    other.close()
    expect(await all()).toEqual([1, 2])
  })
})

describe('a statement that was locked out', () => {
  test('and got its turn does not spoil the commit of its transaction', async () => {
    const { client, all } = await withTable()
    const writer = await client.transaction('write')
    await writer.execute('INSERT INTO t VALUES (1)')
    const late = await client.transaction('deferred')
    const insert = late.execute('INSERT INTO t VALUES (2)')
    await pause(10)
    await writer.commit()
    await insert
    await late.commit()
    expect(await all()).toEqual([1, 2])
  })

  test('for too long gives up with SQLITE_BUSY', async () => {
    const dir = folder()
    const { client } = await withTable({ dir, transactionTimeoutMs: 20 })
    const other = new Engine(join(dir, 'intras.db')) // nobody here can end its transaction
    other.exec('BEGIN IMMEDIATE')
    expect(await failureOf(client.execute('INSERT INTO t VALUES (1)'))).toMatchObject({
      code: 'SQLITE_BUSY',
      message: 'SQLITE_BUSY: SQLite error: database is locked',
    })
    other.close()
  })

  test('and gave up is over: its transaction goes on, commits, and the connection serves the next', async () => {
    const dir = folder()
    const { client, all } = await withTable({ dir, transactionTimeoutMs: 20 })
    const other = new Engine(join(dir, 'intras.db'))
    other.exec('BEGIN IMMEDIATE; INSERT INTO t VALUES (1)')
    const transaction = await client.transaction('deferred')
    await expect(transaction.execute('INSERT INTO t VALUES (2)')).rejects.toMatchObject({
      code: 'SQLITE_BUSY',
    })
    other.exec('COMMIT')
    await transaction.execute('INSERT INTO t VALUES (3)')
    await transaction.commit()
    other.exec('INSERT INTO t VALUES (4)')
    other.close()
    await client.execute('INSERT INTO t VALUES (5)')
    expect(await all()).toEqual([1, 3, 4, 5])
  })

  test('because its transaction has read an older state fails at once', async () => {
    const { client, all } = await withTable()
    const transaction = await client.transaction('deferred')
    await transaction.execute('SELECT * FROM t')
    await client.execute('INSERT INTO t VALUES (1)')
    const started = performance.now()
    await expect(transaction.execute('INSERT INTO t VALUES (2)')).rejects.toMatchObject({
      code: 'SQLITE_BUSY',
    })
    expect(performance.now() - started).toBeLessThan(4000)
    await transaction.rollback()
    await client.execute('INSERT INTO t VALUES (3)')
    expect(await all()).toEqual([1, 3])
  })
})

describe('a transaction that keeps the lock too long', () => {
  test('is ended when somebody waits for it, and told so', async () => {
    const { client, all } = await withTable({ transactionTimeoutMs: 30 })
    const slow = await client.transaction('write')
    await slow.execute('INSERT INTO t VALUES (1)')
    await client.execute('INSERT INTO t VALUES (2)')
    await expect(slow.execute('INSERT INTO t VALUES (3)')).rejects.toMatchObject({
      code: 'TRANSACTION_TIMEOUT',
    })
    await slow.rollback().catch(() => undefined)
    expect(await all()).toEqual([2])
  })

  test('cannot commit any more', async () => {
    const { client, all } = await withTable({ transactionTimeoutMs: 30 })
    const slow = await client.transaction('write')
    await slow.execute('INSERT INTO t VALUES (1)')
    await client.execute('INSERT INTO t VALUES (2)')
    await expect(slow.commit()).rejects.toMatchObject({ code: 'TRANSACTION_TIMEOUT' })
    expect(await all()).toEqual([2])
  })

  test('may take its time while nobody waits', async () => {
    const { client, all } = await withTable({ transactionTimeoutMs: 30 })
    const slow = await client.transaction('write')
    await slow.execute('INSERT INTO t VALUES (1)')
    await pause(60)
    await slow.execute('INSERT INTO t VALUES (2)')
    await slow.commit()
    expect(await all()).toEqual([1, 2])
  })

  test('may take its time when it only reads', async () => {
    const { client } = await withTable({ transactionTimeoutMs: 30 })
    const reader = await client.transaction('read')
    await reader.execute('SELECT * FROM t')
    await pause(60)
    await client.execute('INSERT INTO t VALUES (1)')
    expect((await reader.execute('SELECT * FROM t')).rows).toEqual([])
    await reader.commit()
  })
})
