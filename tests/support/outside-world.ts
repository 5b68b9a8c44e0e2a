// The world outside of the Worker in tests: the real libSQL engine behind production's addresses, and nothing else.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { localLibsql } from '#tools/libsql/server.ts'

const TOKEN = 'opens every database of the tests'
const ORGANISATION = 'acme'

/** Settings shaped like production's. */
const settings = {
  PLATFORM_ORIGIN: 'https://connections.test',
  REGISTRY_URL: `https://registry-${ORGANISATION}.turso.io/`,
  COMMONS_URL: `https://commons-${ORGANISATION}.turso.io/`,
  OUTBOX_URL: `https://outbox-${ORGANISATION}.turso.io/`,
  DATABASE_TOKEN: TOKEN,
  TURSO_API_URL: 'https://api.turso.test',
  TURSO_ORGANISATION: ORGANISATION,
  TURSO_GROUP: 'default',
  TURSO_API_TOKEN: TOKEN,
  MAIL_FROM: 'learning@connections.test',
  BUILD: 'test',
}

/** An outbound service for miniflare: databases and the Platform API reach the engine; any other host answers 599. */
export function outsideWorld(): (request: Request) => Promise<Response> {
  const libsql = localLibsql({
    dir: mkdtempSync(join(tmpdir(), 'connections-')),
    platformToken: TOKEN,
    databaseToken: TOKEN,
    durable: false,
  })
  return async (request) => {
    const { host } = new URL(request.url)
    if (!host.endsWith('.turso.io') && host !== 'api.turso.test')
      return new Response('nobody is there', { status: 599 })
    // miniflare's Request is another class than Node's
    const { method, headers } = request
    const body = method === 'GET' || method === 'DELETE' ? null : await request.arrayBuffer()
    return libsql.fetch(new Request(request.url, { method, headers: [...headers], body }))
  }
}

outsideWorld.settings = settings
