// A libSQL server for development and tests: the engine of production behind the two HTTP interfaces of Turso,
// as one `fetch`. It serves as a process (serve.ts), as the outbound service of a Worker, and within Node.

import { type Database, Databases } from './databases.ts'
import { asResponse, Refused } from './errors.ts'
import { type Entry, pipeline } from './hrana.ts'
import { isPlatformPath, type Platform, platformApi } from './platform-api.ts'
import { readPipeline } from './protocol.ts'
import { Streams } from './streams.ts'
import { accessTo, bearerToken, type Claims, Tokens, unauthorized } from './tokens.ts'

export interface LocalLibsqlOptions {
  /** Where the databases, their list and the key that signs tokens are kept. */
  dir: string
  /** Asked for by the Platform API. */
  platformToken?: string
  /** Opens every database, as a token of a Turso group does. */
  databaseToken?: string
  /** Makes a database when it is first spoken to, instead of a 404. */
  autoCreate?: boolean
  /** False: do not wait for the disk; for databases that live as long as a test. */
  durable?: boolean
  /** How long a transaction may be left alone between two requests; 10 s as on Turso. */
  streamTtlMs?: number
  /** How long a transaction keeps the write lock when somebody waits for it; 5 s as on Turso. */
  transactionTimeoutMs?: number
  /** What the Platform API names as the database's host; requests to that host reach the database. */
  hostname?: (database: string, organisation: string) => string
}

export interface LocalLibsql {
  fetch(request: Request): Promise<Response>
  close(): void
}

/** With neither token every request is let in; with one of them a database wants that one or a token made for it. */
export function localLibsql(options: LocalLibsqlOptions): LocalLibsql {
  const databases = new Databases({
    dir: options.dir,
    durable: options.durable ?? true,
    transactionTimeoutMs: options.transactionTimeoutMs ?? 5000,
    hostname: options.hostname ?? ((database, organisation) => `${database}-${organisation}.turso.io`),
  })
  const streams = new Streams(options.streamTtlMs ?? 10_000)
  const server = { options, databases, streams, tokens: new Tokens(options.dir) }
  return {
    fetch: (request) => answer(request, server).catch(asResponse),
    close() {
      streams.closeAll()
      databases.close()
    },
  }
}

interface Server {
  options: LocalLibsqlOptions
  databases: Databases
  streams: Streams
  tokens: Tokens
}

async function answer(request: Request, server: Server): Promise<Response> {
  const url = new URL(request.url)
  const { pathname } = url
  if (pathname === '/health') return new Response(null)
  if (isPlatformPath(pathname)) return platformApi(request, platform(server))
  const path = PIPELINE.exec(pathname)
  if (!path) throw new Refused(404, 'not found')
  if (request.method !== 'POST') throw new Refused(405, 'method not allowed')
  const claims = claimsOf(server, bearerToken(request))
  const body = await readPipeline(request) // before the database is looked up: it may be removed meanwhile
  const name = path.groups?.name ?? server.databases.nameAt(url)
  return pipeline(body, enter(server, name, claims), server.streams)
}

const PIPELINE = /^(?:\/dev\/(?<name>[^/]+))?\/v2\/pipeline$/

/** Who has no token does not get as far as learning which databases there are. */
function claimsOf({ options, tokens }: Server, token: string | undefined): Claims | 'trusted' {
  const { platformToken, databaseToken } = options
  if (platformToken === undefined && databaseToken === undefined) return 'trusted'
  if (token === undefined) throw unauthorized('Expected authorization header but none given')
  return databaseToken !== undefined && token === databaseToken ? 'trusted' : tokens.read(token)
}

function enter(server: Server, name: string, claims: Claims | 'trusted'): Entry {
  const database = server.databases.find(name) ?? firstUse(server, name, claims)
  const access = claims === 'trusted' ? 'full-access' : accessTo(database, claims)
  return { file: server.databases.open(database), access }
}

function firstUse({ options, databases }: Server, name: string, claims: Claims | 'trusted'): Database {
  if (options.autoCreate && claims === 'trusted') return databases.create(name, 'local', 'default')
  throw new Refused(404, `Namespace \`${name}\` doesn't exist`)
}

function platform({ options, databases, streams, tokens }: Server): Platform {
  return {
    databases,
    tokens,
    token: options.platformToken,
    remove(database) {
      streams.closeAll(databases.open(database))
      databases.remove(database)
    },
  }
}
