// The world of the command line in plain Node: the real libSQL engine in a folder that is gone after the test, used as
// a fetch. Nothing listens on a port; what happens on the way to the engine can be made to go wrong.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { openClient } from '#adapters/databases.ts'
import { enter, type Outside } from '#adapters/houses.ts'
import { openShelf, shelfMemory } from '#adapters/shelf.ts'
import type { Job } from '#domain/jobs.ts'
import { type Founding, found, type Organisation, provision } from '#domain/organisations/index.ts'
import type { Actor, Scope } from '#domain/scope.ts'
import { type Compiled, publish } from '#domain/works/index.ts'
import { localLibsql } from '#tools/libsql/server.ts'
import { commonsHere, migrateShared, migrationsIn, registryHere, settle } from '#tools/outside.ts'
import { course, curriculum, tool } from './works.ts'

const TOKEN = 'opens every database of the test'

// A machine that is busy with something else is no failing test.
vi.setConfig({ testTimeout: 30_000 })

type Send = (request: Request) => Promise<Response>

export interface World extends Outside {
  jobs: Job[]
  /** Every request that left, as the host it went to. */
  trips: string[]
  /** Stands between the product and the engine: answers in its place, or sends on. */
  between: ((request: Request, send: Send) => Promise<Response>) | undefined
}

/** Registry and commons stand and are empty; no organisation yet. Outside of a test say what ends it. */
export async function openWorld(atTheEnd: (close: () => void) => void = onTestFinished): Promise<World> {
  const dir = mkdtempSync(join(tmpdir(), 'world-'))
  const engine = localLibsql({ dir, durable: false, platformToken: TOKEN, databaseToken: TOKEN })
  atTheEnd(() => {
    engine.close()
    rmSync(dir, { recursive: true, force: true })
  })
  const world = emptyWorld(engine.fetch)
  for (const name of ['registry', 'commons']) await makeDatabase(world, name)
  await migrateShared(world)
  world.trips.length = 0
  return world
}

function emptyWorld(engine: Send): World {
  const jobs: Job[] = []
  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init)
    world.trips.push(new URL(request.url).host)
    return world.between ? world.between(request, engine) : engine(request)
  }
  const world: World = {
    origin: 'https://connections.test',
    registryUrl: 'https://registry-acme.turso.io/',
    commonsUrl: 'https://commons-acme.turso.io/',
    access: { token: TOKEN, fetch: send, patience: { timeout: 5000, retries: 2, pause: 1 } },
    api: { url: 'https://api.test', organisation: 'acme', group: 'default', token: TOKEN, fetch: send },
    tenantMigrations: migrationsIn('tenant'),
    shelf: openShelf(shelfMemory(2000)),
    later: async (job) => void jobs.push(job),
    jobs,
    trips: [],
    between: undefined,
  }
  return world
}

/** A database with nothing in it, and a client of it. */
export async function makeDatabase(world: World, name: string) {
  await ask(world, 'POST', '/databases', { name, group: 'default' })
  return openClient(`https://${name}-acme.turso.io/`, world.access)
}

/** The names of all databases there are. */
export async function databasesOf(world: World): Promise<string[]> {
  const { databases } = (await ask(world, 'GET', '/databases')) as { databases: { Name: string }[] } // as Turso answers
  return databases.map((database) => database.Name).sort()
}

async function ask({ api }: World, method: string, path: string, body?: object): Promise<unknown> {
  const answer = await (api.fetch ?? fetch)(`${api.url}/v1/organizations/${api.organisation}${path}`, {
    method,
    headers: { authorization: `Bearer ${api.token}` },
    ...(body && { body: JSON.stringify(body) }),
  })
  return answer.json()
}

export const founding = (slug: string, more: Partial<Founding> = {}): Founding => ({
  slug,
  name: `House ${slug}`,
  kind: 'ngo',
  country: 'IT',
  website: 'https://house.example/',
  defaultLanguage: 'it',
  brand: { primary: '#335577', secondary: '#aa5500' },
  words: { en: { tagline: 'Come in', welcome: 'Learn with us' } },
  firstWorks: [],
  ...more,
})

export interface House {
  organisation: Organisation
  /** The house as it stands now in the registry, entered by somebody. */
  scope(actor?: Actor): Scope
}

/** A fresh organisation, open to the public; the works are published first if they are not there. */
export async function openHouse(world: World, works: Compiled[] = [], slug = 'intras'): Promise<House> {
  const firstWorks = await publishAll(world, works)
  const { tenant } = await found(registryHere(world), founding(slug, { firstWorks }))
  const organisation = await provision(registryHere(world), tenant.organisation)
  await settle(world)
  world.trips.length = 0
  return {
    organisation,
    scope: (actor = { kind: 'platform' }) => enter(world, organisation, actor, Date.now()),
  }
}

export async function publishAll(world: World, works: Compiled[]): Promise<string[]> {
  const ids: string[] = []
  for (const work of works) ids.push((await publish(commonsHere(world), work)).work)
  return ids
}

/** A work of each kind. */
export const oneOfEach = async () => [
  await course('basics'),
  await tool('calls'),
  await curriculum('teaching'),
]

/** As after a restart: nothing is remembered. */
export function forget(world: World) {
  world.shelf = openShelf(shelfMemory(2000))
}

/** Collects what is logged until the test is over, instead of showing it. */
export function logged(): string[] {
  const lines: string[] = []
  const spy = vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line))
  onTestFinished(() => spy.mockRestore())
  return lines
}
