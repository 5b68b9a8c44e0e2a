// The world outside of the Worker in tests: the real libSQL engine behind production's addresses, and nothing else.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LocalLibsql, localLibsql } from '#tools/libsql/server.ts'

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

type Trouble = { match: string; status?: number; delayMs?: number }

/**
 * An outbound service for miniflare. Requests to databases and the Platform API reach the engine and are counted;
 * `https://control.test` reads and resets the count and makes trouble; any other host answers 599.
 */
export function outsideWorld(): (request: Request) => Promise<Response> {
  const libsql = localLibsql({
    dir: mkdtempSync(join(tmpdir(), 'connections-')),
    platformToken: TOKEN,
    databaseToken: TOKEN,
    durable: false,
  })
  const world: World = { libsql, requests: [], trouble: [] }
  return (request) => answer(request, world)
}

outsideWorld.settings = settings

interface World {
  libsql: LocalLibsql
  /** Hosts of the database requests since the last reset. */
  requests: string[]
  trouble: Trouble[]
}

async function answer(incoming: Request, world: World): Promise<Response> {
  const { host, pathname } = new URL(incoming.url)
  if (host === 'control.test') return control(incoming, pathname, world)
  if (!host.endsWith('.turso.io') && host !== 'api.turso.test')
    return new Response('nobody is there', { status: 599 })
  world.requests.push(host)
  const trouble = world.trouble.find(({ match }) => host.includes(match))
  if (trouble?.delayMs) await new Promise((resolve) => setTimeout(resolve, trouble.delayMs))
  if (trouble?.status) return new Response('trouble', { status: trouble.status })
  // miniflare's Request is another class than Node's
  const { method, headers } = incoming
  const body = method === 'GET' || method === 'DELETE' ? null : await incoming.arrayBuffer()
  return world.libsql.fetch(new Request(incoming.url, { method, headers: [...headers], body }))
}

async function control(request: Request, pathname: string, world: World): Promise<Response> {
  switch (pathname) {
    case '/requests':
      return Response.json(world.requests.splice(0))
    case '/trouble':
      world.trouble = (await request.json()) as Trouble[] // sent by tests/support/worker.ts
      return new Response('ok')
    default:
      return new Response('unknown', { status: 404 })
  }
}
