// The part of the Turso Platform API that provisioning needs: databases come and go, tokens open them.
import * as v from 'valibot'
import type { Database, Databases } from './databases.ts'
import { Refused } from './errors.ts'
import type { Access } from './hrana.ts'
import { bearerToken, type Grant, type Tokens } from './tokens.ts'

export interface Platform {
  databases: Databases
  tokens: Tokens
  /** The only token that is let in; without it everybody is. */
  token: string | undefined
  /** Removes a database, its open streams first. */
  remove: (database: Database) => void
}

const PATH =
  /^\/v1\/organizations\/(?<organisation>[^/]+)\/(?:databases(?:\/(?<name>[^/]+)(?<dbTokens>\/auth\/tokens)?)?|groups\/(?<group>[^/]+)\/auth\/tokens)$/

export const isPlatformPath = (path: string) => path.startsWith('/v1/organizations/')

export async function platformApi(request: Request, platform: Platform): Promise<Response> {
  if (platform.token !== undefined && bearerToken(request) !== platform.token)
    throw new Refused(401, 'Unauthorized')
  const url = new URL(request.url)
  const { organisation = '', name, dbTokens, group } = PATH.exec(url.pathname)?.groups ?? {}
  if (!organisation) throw new Refused(404, 'not found')
  if (group) return only('POST', request, () => mint(platform, url, { organisation, group }))
  if (name && dbTokens)
    return only('POST', request, () => mint(platform, url, find(platform, organisation, name)))
  if (name) return one(request, platform, find(platform, organisation, name))
  if (request.method === 'POST') return create(request, platform, organisation)
  return only('GET', request, () => {
    const databases = platform.databases.of(organisation)
    return Response.json({ databases: databases.map((database) => shown(platform, database)) })
  })
}

function one(request: Request, platform: Platform, database: Database) {
  if (request.method === 'GET') return Response.json({ database: shown(platform, database) })
  return only('DELETE', request, () => {
    platform.remove(database)
    return Response.json({ database: database.name })
  })
}

const creation = v.object({ name: v.string(), group: v.pipe(v.string(), v.nonEmpty()) })

async function create(request: Request, platform: Platform, organisation: string) {
  const body = v.safeParse(creation, await request.json().catch(() => undefined))
  if (!body.success) throw new Refused(400, 'name and group are required')
  const database = platform.databases.create(body.output.name, organisation, body.output.group)
  return Response.json({ database: shown(platform, database) })
}

function find(platform: Platform, organisation: string, name: string): Database {
  const database = platform.databases.find(name)
  if (database?.organisation === organisation) return database
  throw new Refused(404, `could not find database with name ${name}: record not found`)
}

function mint({ tokens }: Platform, url: URL, whose: Database | { organisation: string; group: string }) {
  const grant = { access: accessAsked(url), lifetimeSeconds: lifetimeAsked(url) }
  return Response.json({ jwt: tokenFor(tokens, whose, grant) })
}

const tokenFor = (tokens: Tokens, whose: Database | { organisation: string; group: string }, grant: Grant) =>
  'id' in whose ? tokens.forDatabase(whose, grant) : tokens.forGroup(whose.organisation, whose.group, grant)

function accessAsked(url: URL): Access {
  const asked = url.searchParams.get('authorization') ?? 'full-access'
  if (asked === 'full-access' || asked === 'read-only') return asked
  throw new Refused(400, 'authorization must be full-access or read-only')
}

/** `never`, or as in `2w1d30m`. */
function lifetimeAsked(url: URL): number | undefined {
  const asked = url.searchParams.get('expiration') ?? 'never'
  if (asked === 'never') return undefined
  if (!/^(\d+[wdhms])+$/.test(asked)) throw new Refused(400, 'invalid expiration')
  let seconds = 0
  for (const [, count, unit] of asked.matchAll(/(\d+)([wdhms])/g))
    seconds += Number(count) * SECONDS[unit as keyof typeof SECONDS] // the pattern has those letters only
  return seconds
}

const SECONDS = { w: 604_800, d: 86_400, h: 3600, m: 60, s: 1 }

const shown = (platform: Platform, database: Database) => ({
  Name: database.name,
  DbId: database.id,
  Hostname: platform.databases.hostname(database),
  group: database.group,
  primaryRegion: 'local',
  regions: ['local'],
  block_reads: false,
  block_writes: false,
})

function only(method: string, request: Request, then: () => Response) {
  if (request.method !== method) throw new Refused(405, 'method not allowed')
  return then()
}
