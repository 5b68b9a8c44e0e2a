// What a database does badly, and what becomes of it. The network is the only thing that is made up here.

import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createClient } from '@libsql/client/http'
import { drizzle } from 'drizzle-orm/libsql/http'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { type Patience, steadyFetch } from '#adapters/steady-fetch.ts'
import { Refusal } from '#domain/refusal.ts'
import { people } from '#schema/tenant/tables.ts'
import { start } from '../tools/libsql/support.ts'

const PATIENCE: Patience = { timeout: 40, retries: 2, pause: 4 }
const READ = 'select words from notes where id = 1'
const SECRET = 'ana@intras.example'

type Misfortune = () => Promise<Response> | Response
const status = (code: number) => () => new Response('trouble', { status: code })
const refusedConnection = () => Promise.reject(new TypeError('fetch failed'))

let told: string[] = []
beforeEach(() => {
  told = []
  vi.spyOn(console, 'error').mockImplementation((line: string) => void told.push(line))
  return () => vi.restoreAllMocks()
})

/** A database with one note, reached through misfortunes: one for each request until there are none left. */
async function open(patience = PATIENCE) {
  const server = start({ autoCreate: true })
  const misfortunes: Misfortune[] = []
  const sent: { at: number; body: string }[] = []
  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init)
    sent.push({ at: performance.now(), body: await request.clone().text() })
    return misfortunes.shift()?.() ?? server.fetch(request)
  }
  const client = createClient({ url: 'http://local/dev/notes/', fetch: steadyFetch(send, patience) })
  await client.batch(['create table notes (id integer primary key, words text)'], 'write')
  await client.execute("insert into notes (words) values ('there')")
  sent.length = 0
  return { client, misfortunes, sent }
}

const causeOf = async (work: Promise<unknown>): Promise<unknown> => {
  const error: unknown = await work.then(
    () => 'nothing went wrong',
    (thrown: unknown) => thrown,
  )
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof Refusal) return cause
  return error
}
const unavailable = new Refusal('unavailable', 'unreachable')

test.each([
  ['502', status(502)],
  ['503', status(503)],
  ['a connection that is refused', refusedConnection],
])('a read is tried again after %s', async (_, misfortune) => {
  const { client, misfortunes, sent } = await open()
  misfortunes.push(misfortune, misfortune)
  expect((await client.execute(READ)).rows).toHaveLength(1)
  expect(sent).toHaveLength(3)
  expect(told).toEqual([])
})

test('each pause is twice as long as the one before', async () => {
  const { client, misfortunes, sent } = await open({ ...PATIENCE, pause: 30 })
  misfortunes.push(status(503), status(503))
  await client.execute(READ)
  const [first = 0, second = 0, third = 0] = sent.map(({ at }) => at)
  expect(second - first).toBeGreaterThanOrEqual(29)
  expect(third - second).toBeGreaterThanOrEqual(59)
})

test('a batch of reads is tried again as a whole', async () => {
  const { client, misfortunes, sent } = await open()
  misfortunes.push(status(503))
  expect(await client.batch([READ, 'SELECT 1'], 'read')).toHaveLength(2)
  expect(sent).toHaveLength(2)
})

test('after the last try a read is refused as unavailable', async () => {
  const { client, misfortunes, sent } = await open()
  misfortunes.push(status(503), refusedConnection, status(502))
  expect(await causeOf(client.execute(READ))).toEqual(unavailable)
  expect(sent).toHaveLength(3)
})

/** A server on a port of this machine: only a real network can be waited for too long. */
async function listen(answer: (response: ServerResponse) => void) {
  const seen = { requests: 0 }
  const send: typeof fetch = (...request) => {
    seen.requests++
    return fetch(...request)
  }
  const server = createServer((_, response) => answer(response))
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo // it listens on a port
  const client = createClient({ url: `http://127.0.0.1:${port}/`, fetch: steadyFetch(send, PATIENCE) })
  return { client, seen }
}

test.each<[string, (response: ServerResponse) => void]>([
  ['who never answers', () => {}],
  [
    'who begins to answer and stops',
    (response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{"baton":')
    },
  ],
  ['who hangs up', (response) => void response.destroy()],
])('of a database %s a read is given up after some tries, a write after one', async (_, answer) => {
  const { client, seen } = await listen(answer)
  expect(await causeOf(client.execute(READ))).toEqual(unavailable)
  expect(seen.requests).toBe(3)
  expect(await causeOf(client.execute('delete from notes'))).toEqual(unavailable)
  expect(seen.requests).toBe(4)
})

test.each([
  ['a write', 'insert into notes (words) values (?)'],
  ['a deletion', 'delete from notes where words = ?'],
  ['a read that begins otherwise', 'with one as (select 1) select * from notes, one where words = ?'],
  ['a pragma', 'pragma table_info(?)'],
])('%s is never sent twice', async (_, sql) => {
  const { client, misfortunes, sent } = await open()
  misfortunes.push(status(503))
  expect(await causeOf(client.execute({ sql, args: ['x'] }))).toEqual(unavailable)
  expect(sent).toHaveLength(1)
})

test('a batch with one write in it is never sent twice', async () => {
  const { client, misfortunes, sent } = await open()
  misfortunes.push(refusedConnection)
  const batch = client.batch([READ, { sql: 'delete from notes where id = ?', args: [9] }, READ], 'write')
  expect(await causeOf(batch)).toEqual(unavailable)
  expect(sent).toHaveLength(1)
})

test('a write is not taken for a read because of the words in it', async () => {
  const { client, misfortunes, sent } = await open()
  misfortunes.push(status(503))
  const sql = 'update notes set words = ? where id = 1'
  expect(await causeOf(client.execute({ sql, args: ['"sql":"select 1"'] }))).toEqual(unavailable)
  expect(sent).toHaveLength(1)
})

test('a read inside of an interactive transaction is never sent twice: the stream has moved on', async () => {
  const { client, misfortunes, sent } = await open()
  const transaction = await client.transaction('read')
  await transaction.execute(READ)
  sent.length = 0
  misfortunes.push(status(503))
  expect(await causeOf(transaction.execute(READ))).toEqual(unavailable)
  expect(sent).toHaveLength(1)
  expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({ baton: expect.any(String) as string })
})

test('what the database says against a statement comes through', async () => {
  const { client, misfortunes, sent } = await open()
  misfortunes.push(() => Response.json({ message: 'no such table: elsewhere', code: 'X' }, { status: 400 }))
  await expect(client.execute('select * from notes')).rejects.toThrow(/no such table: elsewhere|400/)
  expect(sent).toHaveLength(1)
  expect(told).toEqual([])
})

test.each([401, 403, 404, 429, 500])(
  'a status of %i is unavailable, and is not tried again',
  async (code) => {
    const { client, misfortunes, sent } = await open()
    misfortunes.push(status(code))
    expect(await causeOf(client.execute(READ))).toEqual(unavailable)
    expect(sent).toHaveLength(1)
  },
)

test('trouble is told once, with the host, and without what stood in the query', async () => {
  const { client, misfortunes } = await open()
  misfortunes.push(status(503), status(503), status(503))
  await causeOf(client.execute({ sql: 'select * from notes where words = ?', args: [SECRET] }))
  expect(told.map((line) => JSON.parse(line) as unknown)).toEqual([
    { what: 'database unreachable', host: 'local', trouble: 'status 503' },
  ])
  expect(told.join()).not.toContain(SECRET)
})

test('the refusal is found inside of what Drizzle makes of it', async () => {
  const { client, misfortunes } = await open()
  misfortunes.push(status(500), status(500))
  const db = drizzle(client)
  expect(await causeOf(db.select().from(people).all())).toEqual(unavailable)
  expect(await causeOf(db.batch([db.select().from(people)]))).toEqual(unavailable)
})
