import { describe, expect, test } from 'vitest'
import { createDatabase, type PlatformApi } from '#adapters/platform-api.ts'
import { start } from '../tools/libsql/support.ts'

const TOKEN = 'of the platform'

/** The real local service, with answers put in its place by the test, one for each request until there are none. */
function open(more: Partial<PlatformApi> = {}) {
  const server = start({ platformToken: TOKEN })
  const inPlace: (Response | undefined)[] = []
  const sent: Request[] = []
  const api: PlatformApi = {
    url: 'https://api.turso.test',
    organisation: 'acme',
    group: 'default',
    token: TOKEN,
    fetch: async (input, init) => {
      const request = new Request(input, init)
      sent.push(request.clone())
      return inPlace.shift() ?? server.fetch(request)
    },
    ...more,
  }
  return { api, inPlace, sent }
}

test('a database is made in one request and has an address with a slash at its end', async () => {
  const { api, sent } = open()
  expect(await createDatabase(api, 'sc-intras')).toEqual({
    name: 'sc-intras',
    url: 'https://sc-intras-acme.turso.io/',
  })
  expect(sent).toHaveLength(1)
  expect(await sent[0]?.json()).toEqual({ name: 'sc-intras', group: 'default' })
  expect(sent[0]?.headers.get('authorization')).toBe(`Bearer ${TOKEN}`)
})

test('a database that is there already is found, and no second one is made', async () => {
  const { api, sent } = open()
  const made = await createDatabase(api, 'sc-intras')
  expect(await createDatabase(api, 'sc-intras')).toEqual(made)
  expect(sent.map((request) => request.method)).toEqual(['POST', 'POST', 'GET'])
})

test.each([400, 409])('"already exists" may be said with %i', async (status) => {
  const { api, inPlace } = open()
  const made = await createDatabase(api, 'sc-intras')
  inPlace.push(Response.json({ error: 'database with name sc-intras already exists' }, { status }))
  expect(await createDatabase(api, 'sc-intras')).toEqual(made)
})

test('a server that names itself with scheme and path is taken at its word', async () => {
  const { api, inPlace } = open()
  inPlace.push(Response.json({ database: { Hostname: 'http://127.0.0.1:8787/dev/sc-intras/' } }))
  expect((await createDatabase(api, 'sc-intras')).url).toBe('http://127.0.0.1:8787/dev/sc-intras/')
})

describe('what goes wrong is said with the name of the database and the status', () => {
  test('a token that is not let in', async () => {
    const { api } = open({ token: 'another' })
    await expect(createDatabase(api, 'sc-intras')).rejects.toThrow(/sc-intras was not made: 401/)
  })

  test('a name that cannot be', async () => {
    const { api } = open()
    await expect(createDatabase(api, 'Not A Name')).rejects.toThrow(/Not A Name was not made/)
  })

  test.each([403, 422, 429, 500])('a status of %i, with the words of the service', async (status) => {
    const { api, inPlace, sent } = open()
    inPlace.push(Response.json({ error: 'the plan is full' }, { status }))
    await expect(createDatabase(api, 'sc-intras')).rejects.toThrow(
      new RegExp(`sc-intras was not made: ${status} .*the plan is full`),
    )
    expect(sent).toHaveLength(1)
  })

  test('and never with the token', async () => {
    const { api, inPlace } = open()
    inPlace.push(new Response('no', { status: 500 }))
    const error = await createDatabase(api, 'sc-intras').catch((thrown: unknown) => thrown)
    expect(String(error)).not.toContain(TOKEN)
  })
})
