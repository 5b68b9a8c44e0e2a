import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import type { LocalLibsql } from '#tools/libsql/server.ts'
import { connect, folder, start } from './support.ts'

async function platform(server: LocalLibsql, method: string, path: string, body?: unknown) {
  const request = new Request(`https://api.turso.tech/v1/organizations/acme${path}`, {
    method,
    headers: { authorization: 'Bearer platform' },
    body: body === undefined ? null : JSON.stringify(body),
  })
  const response = await server.fetch(request)
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return response.json()
}

async function token(server: LocalLibsql, whose: string, query = '') {
  const { jwt } = (await platform(server, 'POST', `/${whose}/auth/tokens${query}`)) as { jwt: string } // what it answers
  return jwt
}

/** Two databases of one group, one of another, on a server that asks for tokens. */
async function guarded(dir = folder()) {
  const server = start({ dir, platformToken: 'platform', databaseToken: 'static' })
  for (const [name, group] of [
    ['intras', 'default'],
    ['aproximar', 'default'],
    ['commons', 'shared'],
  ])
    await platform(server, 'POST', '/databases', { name, group })
  await connect(server, 'intras', { authToken: 'static' }).execute('CREATE TABLE t (a)')
  return server
}

const tryOut = async (
  server: LocalLibsql,
  authToken: string | undefined,
  database = 'intras',
  sql = 'SELECT 1',
) =>
  connect(server, database, authToken === undefined ? {} : { authToken })
    .execute(sql)
    .then(
      () => 'open',
      (error: Error) => error.message.replace('SERVER_ERROR: Server returned HTTP status ', ''),
    )

describe('a database opens', () => {
  test('to a token of its own, and to none of another', async () => {
    const server = await guarded()
    const authToken = await token(server, 'databases/intras')
    expect(await tryOut(server, authToken)).toBe('open')
    expect(await tryOut(server, authToken, 'aproximar')).toBe('401')
    expect(await tryOut(server, authToken, 'commons')).toBe('401')
  })

  test('to a token of its group, and to none of another', async () => {
    const server = await guarded()
    const authToken = await token(server, 'groups/default')
    expect(await tryOut(server, authToken, 'intras')).toBe('open')
    expect(await tryOut(server, authToken, 'aproximar')).toBe('open')
    expect(await tryOut(server, authToken, 'commons')).toBe('401')
  })

  test('to the token with which the server was started', async () => {
    const server = await guarded()
    expect(await tryOut(server, 'static')).toBe('open')
    expect(await tryOut(server, 'static', 'commons')).toBe('open')
  })

  test('to nobody else', async () => {
    const server = await guarded()
    const genuine = await token(server, 'databases/aproximar')
    const [head, body, signature] = genuine.split('.')
    const forge = (claims: object, key = generateKeyPairSync('ed25519').privateKey) => {
      const text = `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`
      return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`
    }
    const unsigned = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')
    const wrong = [
      undefined,
      'wrong',
      'platform',
      'a.b.c',
      `${unsigned}.${body}.`,
      `${head}.${body}`,
      `${genuine}.x`,
      `${head}.${forge({ a: 'rw' }).split('.')[1]}.${signature}`,
      forge({ a: 'rw', iat: 1 }),
    ]
    for (const authToken of wrong) expect(await tryOut(server, authToken, 'aproximar')).toBe('401')
    expect(await tryOut(server, genuine, 'aproximar')).toBe('open')
  })

  test('to everybody when the server was started without tokens', async () => {
    const server = start({ autoCreate: true })
    expect(await tryOut(server, undefined)).toBe('open')
    expect(await tryOut(server, 'whatever')).toBe('open')
  })

  test('not even to a token that was made before it was removed and created anew', async () => {
    const server = await guarded()
    const authToken = await token(server, 'databases/intras')
    await platform(server, 'DELETE', '/databases/intras')
    expect(await tryOut(server, authToken)).toBe('404')
    await platform(server, 'POST', '/databases', { name: 'intras', group: 'default' })
    expect(await tryOut(server, authToken)).toBe('401')
  })
})

test('a token is still good after a restart, and good for nothing at another server', async () => {
  const dir = folder()
  const before = await guarded(dir)
  const authToken = await token(before, 'databases/intras')
  before.close()
  expect(await tryOut(start({ dir, databaseToken: 'static' }), authToken)).toBe('open')
  expect(await tryOut(await guarded(), authToken)).toBe('401')
})

test('a token for reading only reads', async () => {
  const server = await guarded()
  const authToken = await token(server, 'databases/intras', '?authorization=read-only')
  for (const sql of [
    'SELECT a FROM t',
    'WITH x AS (SELECT 1) SELECT * FROM x',
    'EXPLAIN DELETE FROM t',
    'PRAGMA table_info(t)',
  ])
    expect(await tryOut(server, authToken, 'intras', sql)).toBe('open')
  for (const sql of [
    'INSERT INTO t VALUES (1)',
    'WITH x AS (SELECT 1) INSERT INTO t SELECT * FROM x',
    'DELETE FROM t',
    'DROP TABLE t',
    'CREATE TABLE u (a)',
    'PRAGMA foreign_keys = off',
  ])
    expect(await tryOut(server, authToken, 'intras', sql)).toBe('401')
  const client = connect(server, 'intras', { authToken })
  await expect(client.batch(['SELECT 1', 'INSERT INTO t VALUES (1)'], 'write')).rejects.toThrow('401')
  await expect(client.executeMultiple('SELECT 1; INSERT INTO t VALUES (1)')).rejects.toThrow('401')
  expect(await client.batch(['SELECT 1', 'SELECT count(*) AS n FROM t'], 'read')).toMatchObject([
    {},
    { rows: [{ n: 0 }] },
  ])
  expect(
    await tryOut(
      server,
      await token(server, 'databases/intras', '?authorization=full-access'),
      'intras',
      'DELETE FROM t',
    ),
  ).toBe('open')
})

describe('a token', () => {
  const expiryOf = async (query: string) => {
    const [, body = ''] = (await token(await guarded(), 'groups/default', query)).split('.')
    const { iat, exp } = JSON.parse(Buffer.from(body, 'base64url').toString())
    return exp === undefined ? 'never' : exp - iat
  }

  test.each([
    ['', 'never'],
    ['?expiration=never', 'never'],
    ['?expiration=90s', 90],
    ['?expiration=2w1d3h30m', 2 * 604_800 + 86_400 + 3 * 3600 + 30 * 60],
  ])('asked for with "%s" lasts %s', async (query, seconds) => {
    expect(await expiryOf(query)).toBe(seconds)
  })

  test('that has expired opens nothing any more', async () => {
    const server = await guarded()
    const authToken = await token(server, 'databases/intras', '?expiration=1m')
    expect(await tryOut(server, authToken)).toBe('open')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 })
    try {
      expect(await tryOut(server, authToken)).toBe('401')
    } finally {
      vi.useRealTimers()
    }
  })

  test.each(['?expiration=soon', '?expiration=', '?expiration=1y', '?authorization=everything'])(
    'is not made for "%s"',
    async (query) => {
      await expect(token(await guarded(), 'databases/intras', query)).rejects.toThrow('400')
    },
  )
})

test('who is refused is told why, as Turso tells it', async () => {
  const server = await guarded()
  const request = (headers: Record<string, string>) =>
    server.fetch(
      new Request('http://local/dev/intras/v2/pipeline', {
        method: 'POST',
        headers,
        body: '{"requests":[]}',
      }),
    )
  const replies = await Promise.all([
    request({}),
    request({ authorization: 'Bearer x' }),
    request({ authorization: 'Basic x' }),
  ])
  expect(await Promise.all(replies.map((reply) => reply.json()))).toEqual([
    { error: 'Unauthorized: `Expected authorization header but none given`' },
    { error: 'Unauthorized: `The JWT is invalid`' },
    { error: 'Unauthorized: `Expected authorization header but none given`' },
  ])
})

test('who has no token does not learn which databases there are', async () => {
  const server = await guarded()
  expect([await tryOut(server, undefined, 'nope'), await tryOut(server, 'wrong', 'nope')]).toEqual([
    '401',
    '401',
  ])
  expect(await tryOut(server, 'static', 'nope')).toBe('404')
})
