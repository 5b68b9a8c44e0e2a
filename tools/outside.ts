// The outside as the command line sees it: the same adapters as in the Worker, with migrations read from the disk.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openClient } from '#adapters/databases.ts'
import { commonsOf, type Outside, registryOf } from '#adapters/houses.ts'
import { migrate, migrationsOf } from '#adapters/migrator.ts'
import { readSettings } from '#adapters/settings.ts'
import { openShelf, shelfMemory } from '#adapters/shelf.ts'
import * as catalogue from '#domain/catalogue/index.ts'
import type { Job } from '#domain/jobs.ts'
import * as organisations from '#domain/organisations/index.ts'

const MIGRATIONS = join(import.meta.dirname, '../schema/migrations')

/** Migrations of one kind of database, as files. */
export function migrationsIn(kind: 'registry' | 'commons' | 'tenant') {
  const folder = join(MIGRATIONS, kind)
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return migrationsOf(
    Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')])),
  )
}

/** Settings come from the environment, as the Worker's come from its own. Jobs wait until `settle` does them. */
export function outsideOf(environment: Record<string, string | undefined>): Outside & { jobs: Job[] } {
  const settings = readSettings(environment)
  const jobs: Job[] = []
  return {
    origin: settings.PLATFORM_ORIGIN,
    registryUrl: settings.REGISTRY_URL,
    commonsUrl: settings.COMMONS_URL,
    access: { token: settings.DATABASE_TOKEN },
    api: {
      url: settings.TURSO_API_URL,
      organisation: settings.TURSO_ORGANISATION,
      group: settings.TURSO_GROUP,
      token: settings.TURSO_API_TOKEN,
    },
    tenantMigrations: migrationsIn('tenant'),
    shelf: openShelf(shelfMemory(2000)),
    later: async (job) => void jobs.push(job),
    jobs,
  }
}

export const registryHere = (outside: Outside) => registryOf(outside, 'command line', Date.now())
export const commonsHere = (outside: Outside) => commonsOf(outside, Date.now())

/** Brings the two shared databases to the newest schema. */
export async function migrateShared(outside: Outside) {
  const now = Date.now()
  await migrate(openClient(outside.registryUrl, outside.access), migrationsIn('registry'), now)
  await migrate(openClient(outside.commonsUrl, outside.access), migrationsIn('commons'), now)
}

/** Does the jobs that the command's verbs left for later: here only raised catalogue versions. */
export async function settle(outside: Outside & { jobs: Job[] }) {
  const registry = registryHere(outside)
  for (const { job, organisation: id } of outside.jobs.splice(0)) {
    const organisation = job === 'raise' ? await organisations.byId(registry, id) : undefined
    if (!organisation) continue
    const reached = await catalogue.version(organisations.houseOf(registry, organisation))
    await organisations.raiseCatalogueVersion(registry, id, reached)
  }
}
