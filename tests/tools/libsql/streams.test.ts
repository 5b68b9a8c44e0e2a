import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { connect, execute, failureOf, openDatabase, send, sendAll, start } from './support.ts'

const insert = execute('INSERT INTO t VALUES (1)')

async function withTable(options = {}) {
  const server = start({ autoCreate: true, ...options })
  await connect(server).execute('CREATE TABLE t (a)')
  const count = async () => (await connect(server).execute('SELECT count(*) AS n FROM t')).rows[0]?.n
  return { server, count }
}

describe('a baton', () => {
  test('leads the next request to the same stream', async () => {
    const { server, count } = await withTable()
    const first = await sendAll(server, [execute('BEGIN'), insert])
    const second = await sendAll(server, [insert], first.baton)
    expect(await count()).toBe(0)
    await sendAll(server, [execute('COMMIT'), { type: 'close' }], second.baton)
    expect(await count()).toBe(2)
  })

  test('is not given when the stream has been closed', async () => {
    expect((await sendAll(start({ autoCreate: true }), [{ type: 'close' }])).baton).toBeNull()
  })

  test.each([
    ['used twice', (baton: string) => baton, 'Received a baton that has already been used'],
    ['forged', () => 'AAAA.BBBB', 'Received an invalid baton'],
    [
      'altered',
      (baton: string) => `${baton.slice(0, -1)}${baton.endsWith('A') ? 'B' : 'A'}`,
      'Received a baton that has already been used',
    ],
    ['empty', () => '', 'Received an invalid baton'],
  ])('that is %s opens nothing', async (_, alter, reason) => {
    const { server, count } = await withTable()
    const { baton } = await sendAll(server, [execute('BEGIN'), insert])
    const next = await sendAll(server, [execute('SELECT 1')], baton)
    const response = await send(server, {
      baton: alter(_ === 'used twice' ? baton! : next.baton!),
      requests: [execute('COMMIT')],
    })
    expect([response.status, await response.text()]).toEqual([400, reason])
    expect(await count()).toBe(0)
    await sendAll(server, [execute('COMMIT')], next.baton) // and harms nobody
    expect(await count()).toBe(1)
  })

  test('cannot be used by two requests at once', async () => {
    const { server } = await withTable()
    const writer = await sendAll(server, [execute('BEGIN IMMEDIATE')])
    const waiter = await sendAll(server, [execute('BEGIN')])
    const waiting = sendAll(server, [insert], waiter.baton)
    for (const baton of [waiter.baton, waiter.baton?.split('.')[0]])
      expect((await send(server, { baton, requests: [execute('SELECT 1')] })).status).toBe(400)
    await sendAll(server, [{ type: 'close' }], writer.baton)
    await waiting
  })

  test('of one database is worth nothing at another', async () => {
    const { server } = await withTable()
    const { baton } = await sendAll(server, [execute('SELECT 1')])
    const response = await send(server, { baton, requests: [execute('SELECT 1')] }, 'aproximar')
    expect([response.status, await response.text()]).toEqual([400, 'Received an invalid baton'])
  })
})

describe('a stream that is left alone', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
  })

  test('for ten seconds expires: its transaction is rolled back, its lock is free, its client is told', async () => {
    const { server, count } = await withTable()
    const transaction = await connect(server).transaction('write')
    await transaction.execute('INSERT INTO t VALUES (1)')
    vi.advanceTimersByTime(10_000)
    expect(await failureOf(transaction.execute('INSERT INTO t VALUES (2)'))).toMatchObject({
      code: 'STREAM_EXPIRED',
      message: 'STREAM_EXPIRED: The stream has expired due to inactivity',
    })
    expect(transaction.closed).toBe(true)
    await connect(server).execute('INSERT INTO t VALUES (3)')
    expect(await count()).toBe(1)
  })

  test('for less lives on, and with every request anew', async () => {
    const { server, count } = await withTable()
    const transaction = await connect(server).transaction('write')
    for (let i = 0; i < 4; i++) {
      await transaction.execute('INSERT INTO t VALUES (1)')
      vi.advanceTimersByTime(9_900)
    }
    await transaction.commit()
    expect(await count()).toBe(4)
  })

  test('expires sooner where the server was told so', async () => {
    const { server } = await withTable({ streamTtlMs: 500 })
    const transaction = await connect(server).transaction('write')
    await transaction.execute('INSERT INTO t VALUES (1)')
    vi.advanceTimersByTime(500)
    await expect(transaction.commit()).rejects.toMatchObject({ code: 'STREAM_EXPIRED' })
  })
})

describe('a request that breaks the protocol', () => {
  test.each([
    ['is no JSON', 'hello'],
    ['has no requests', {}],
    ['has requests that are no list', { requests: 'SELECT 1' }],
    ['asks for what there is not', { requests: [{ type: 'make_tea' }] }],
    ['has a statement without text', { requests: [{ type: 'execute', stmt: {} }] }],
    [
      'has a statement with two texts',
      { requests: [{ type: 'execute', stmt: { sql: 'SELECT 1', sql_id: 1 } }] },
    ],
    ['names a text that was not stored', { requests: [{ type: 'execute', stmt: { sql_id: 7 } }] }],
    ['goes on after closing', { requests: [{ type: 'close' }, execute('SELECT 1')] }],
  ])('because it %s gets a 400 that says why', async (_, body) => {
    const response = await send(start({ autoCreate: true }), body)
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toBe('text/plain')
    expect((await response.text()).length).toBeGreaterThan(10)
  })

  test('ends its stream and rolls back its transaction', async () => {
    const { server, count } = await withTable()
    const { baton } = await sendAll(server, [execute('BEGIN IMMEDIATE'), insert])
    expect(
      (await send(server, { baton, requests: [insert, { type: 'execute', stmt: { sql_id: 7 } }] })).status,
    ).toBe(400)
    await connect(server).execute('INSERT INTO t VALUES (2)')
    expect(await count()).toBe(1)
  })
})

describe('texts that a stream stores', () => {
  const store = (sql_id: number, sql = 'SELECT 1') => ({ type: 'store_sql', sql_id, sql })

  test('can be run by their number, in later requests too, until they are forgotten', async () => {
    const server = start({ autoCreate: true })
    const first = await sendAll(server, [store(1, 'SELECT 42'), { type: 'execute', stmt: { sql_id: 1 } }])
    expect(first.results[1]?.response?.result.rows).toEqual([[{ type: 'integer', value: '42' }]])
    const second = await sendAll(
      server,
      [{ type: 'sequence', sql_id: 1 }, { type: 'close_sql', sql_id: 1 }, store(1)],
      first.baton,
    )
    expect(second.results.map((result) => result.type)).toEqual(['ok', 'ok', 'ok'])
    const third = await send(server, { baton: second.baton, requests: [store(1)] })
    expect([third.status, await third.text()]).toEqual([400, 'SQL text 1 already exists'])
  })

  test('are fifty at most, and short', async () => {
    const many = Array.from({ length: 51 }, (_, i) => store(i))
    const { results } = await sendAll(start({ autoCreate: true }), [...many, store(99, 'x'.repeat(5001))])
    expect(results.map((result) => result.type).indexOf('error')).toBe(50)
    expect(results[50]?.error?.code).toBe('SQL_STORE_TOO_MANY')
    const long = await sendAll(start({ autoCreate: true }), [store(1, 'x'.repeat(5001))])
    expect(long.results[0]?.error?.code).toBe('SQL_STORE_TOO_LARGE')
  })
})

test('rows that nobody wants are not sent', async () => {
  const stmt = { sql: 'SELECT 1', want_rows: false }
  const { results } = await sendAll(start({ autoCreate: true }), [{ type: 'execute', stmt }])
  expect(results[0]?.response?.result.rows).toEqual([])
})

test('a request that fails is answered by an error beside the answers of the others', async () => {
  const { results } = await sendAll(start({ autoCreate: true }), [execute('SELECT foo'), execute('SELECT 1')])
  expect(results.map((result) => result.type)).toEqual(['error', 'ok'])
})

test('the client may be used anew after a failure', async () => {
  const client = openDatabase()
  await expect(client.execute('SELECT foo')).rejects.toThrow()
  expect((await client.execute('SELECT 42 AS answer')).rows[0]?.answer).toBe(42)
})
