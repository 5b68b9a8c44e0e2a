import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  connect,
  execute,
  failureOf,
  folder,
  named,
  pause,
  platformOf,
  send,
  sendAll,
  start,
} from './support.ts'

describe('a database', () => {
  test('is created, shown, listed, spoken to and removed', async () => {
    const dir = folder()
    const server = start({ dir })
    const platform = platformOf(server)
    const created = await platform('POST', '/databases', named('sc-intras'))
    expect(created.status).toBe(200)
    expect(created.body.database).toMatchObject({
      Name: 'sc-intras',
      Hostname: 'sc-intras-acme.turso.io',
      group: 'default',
    })
    expect(await platform('GET', '/databases/sc-intras')).toMatchObject({ status: 200, body: created.body })
    expect((await platform('GET', '/databases')).body.databases).toMatchObject([{ Name: 'sc-intras' }])
    await connect(server, 'sc-intras').execute('CREATE TABLE t (a)')

    expect(await platform('DELETE', '/databases/sc-intras')).toEqual({
      status: 200,
      body: { database: 'sc-intras' },
    })
    expect((await platform('GET', '/databases')).body.databases).toEqual([])
    expect(readdirSync(dir).filter((file) => file.startsWith('sc-intras'))).toEqual([])
    await expect(connect(server, 'sc-intras').execute('SELECT 1')).rejects.toThrow('HTTP status 404')
  })

  test('that exists is not created again', async () => {
    const server = start()
    const platform = platformOf(server)
    await platform('POST', '/databases', named('sc-intras'))
    await connect(server, 'sc-intras').execute('CREATE TABLE t (a)')
    expect(await platform('POST', '/databases', named('sc-intras'))).toEqual({
      status: 409,
      body: { error: 'database with name sc-intras already exists' },
    })
    await connect(server, 'sc-intras').execute('SELECT a FROM t')
  })

  test('that does not exist is neither shown nor removed, and has no tokens', async () => {
    const platform = platformOf(start())
    const missing = {
      status: 404,
      body: { error: 'could not find database with name nope: record not found' },
    }
    expect(await platform('GET', '/databases/nope')).toEqual(missing)
    expect(await platform('DELETE', '/databases/nope')).toEqual(missing)
    expect(await platform('POST', '/databases/nope/auth/tokens')).toEqual(missing)
  })

  test('created anew under an old name is empty, and another', async () => {
    const server = start()
    const platform = platformOf(server)
    const first = await platform('POST', '/databases', named('sc-intras'))
    await connect(server, 'sc-intras').execute('CREATE TABLE t (a)')
    await platform('DELETE', '/databases/sc-intras')
    const second = await platform('POST', '/databases', named('sc-intras'))
    expect(second.body.database?.DbId).not.toBe(first.body.database?.DbId)
    await expect(connect(server, 'sc-intras').execute('SELECT a FROM t')).rejects.toThrow('no such table')
  })

  test('that is removed takes its open transactions with it, also when they would have expired later', async () => {
    const dir = folder()
    const server = start({ dir, streamTtlMs: 20 })
    const platform = platformOf(server)
    await platform('POST', '/databases', named('intras'))
    const { baton } = await sendAll(server, [execute('BEGIN IMMEDIATE'), execute('CREATE TABLE old (a)')])
    await platform('DELETE', '/databases/intras')
    await platform('POST', '/databases', named('intras'))
    expect((await send(server, { baton, requests: [execute('COMMIT')] })).status).toBe(400)
    await pause(40)
    await connect(server).execute('CREATE TABLE new (a)')
    server.close()
    const { rows } = await connect(start({ dir })).execute('SELECT name FROM sqlite_schema')
    expect(rows).toEqual([{ name: 'new' }])
  })

  test('that is removed while a request to it arrives does not come back', async () => {
    const dir = folder()
    const server = start({ dir })
    const platform = platformOf(server)
    await platform('POST', '/databases', named('intras'))
    const body = new TransformStream<Uint8Array, Uint8Array>()
    const init = { method: 'POST', body: body.readable, duplex: 'half' }
    const answer = server.fetch(new Request('http://local/dev/intras/v2/pipeline', init))
    await platform('DELETE', '/databases/intras')
    const writer = body.writable.getWriter()
    await writer.write(Buffer.from(JSON.stringify({ requests: [execute('CREATE TABLE t (a)')] })))
    await writer.close()
    expect((await answer).status).toBe(404)
    expect(existsSync(join(dir, 'intras.db'))).toBe(false)
  })

  test('of one organisation is missing for another', async () => {
    const server = start()
    await platformOf(server)('POST', '/databases', named('sc-intras'))
    const other = platformOf(server, undefined, 'other')
    expect((await other('GET', '/databases')).body.databases).toEqual([])
    expect((await other('GET', '/databases/sc-intras')).status).toBe(404)
    expect((await other('DELETE', '/databases/sc-intras')).status).toBe(404)
    expect((await platformOf(server)('GET', '/databases/sc-intras')).status).toBe(200)
  })

  test.each([
    '',
    'Sc-Intras',
    'sc_intras',
    'sc intras',
    '../../etc',
    'a/b',
    '-a',
    'șc',
    `a${'b'.repeat(64)}`,
  ])('is not called "%s"', async (name) => {
    const dir = folder()
    const reply = await platformOf(start({ dir }))('POST', '/databases', named(name))
    expect(reply.status).toBe(400)
    expect(reply.body.error).toMatch(/name/)
    expect(readdirSync(dir)).toEqual([])
  })

  test('may have a name of 64 letters', async () => {
    expect((await platformOf(start())('POST', '/databases', named('a'.repeat(64)))).status).toBe(200)
  })

  test.each([
    undefined,
    'text',
    {},
    { name: 'intras' },
    { name: 7, group: 'default' },
    { name: 'intras', group: '' },
  ])('is not created from %j', async (body) => {
    expect((await platformOf(start())('POST', '/databases', body)).status).toBe(400)
  })

  test('is created without a word only where the server was told so', async () => {
    const dir = folder()
    await expect(connect(start({ dir })).execute('SELECT 1')).rejects.toThrow('HTTP status 404')
    expect(existsSync(join(dir, 'intras.db'))).toBe(false)
    await connect(start({ dir, autoCreate: true })).execute('SELECT 1')
    expect(existsSync(join(dir, 'intras.db'))).toBe(true)
  })
})

describe('the Platform API', () => {
  test.each([undefined, 'wrong', 'secret '.repeat(2)])(
    'does not let in who comes with the token %s',
    async (token) => {
      const server = start({ platformToken: 'secret' })
      const platform = platformOf(server, token)
      for (const [method, path] of [
        ['GET', '/databases'],
        ['POST', '/databases'],
        ['DELETE', '/databases/x'],
        ['POST', '/groups/default/auth/tokens'],
      ] as const)
        expect(await platform(method, path)).toEqual({ status: 401, body: { error: 'Unauthorized' } })
    },
  )

  test('lets in who has its token', async () => {
    expect((await platformOf(start({ platformToken: 'secret' }), 'secret')('GET', '/databases')).status).toBe(
      200,
    )
  })

  test.each([
    ['GET', '/locations', 404],
    ['PUT', '/databases', 405],
    ['POST', '/databases/sc-intras', 405],
    ['GET', '/databases/sc-intras/auth/tokens', 405],
    ['GET', '/groups/default/auth/tokens', 405],
  ])('answers %s %s with %i', async (method, path, status) => {
    const platform = platformOf(start())
    await platform('POST', '/databases', named('sc-intras'))
    const reply = await platform(method, path)
    expect(reply.status).toBe(status)
    expect(reply.body.error).toBeTruthy()
  })
})

test('other paths and methods have nothing to say', async () => {
  const server = start({ autoCreate: true })
  const status = async (method: string, path: string) =>
    (await server.fetch(new Request(`http://local${path}`, { method }))).status
  expect(await status('GET', '/health')).toBe(200)
  expect(await status('GET', '/')).toBe(404)
  expect(await status('GET', '/v3-protobuf')).toBe(404)
  expect(await status('GET', '/dev/intras/v2/pipeline')).toBe(405)
  expect(await failureOf(connect(server, 'Not A Name').execute('SELECT 1'))).toMatchObject({
    message: 'SERVER_ERROR: Server returned HTTP status 400',
  })
})
