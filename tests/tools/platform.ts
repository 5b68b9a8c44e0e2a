// The platform as the command line reaches it in tests: the real engine behind addresses like production's.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openClient } from '#adapters/databases.ts'
import { createDatabase } from '#adapters/platform-api.ts'
import { type LocalLibsql, localLibsql } from '#tools/libsql/server.ts'
import { migrateShared, outsideOf } from '#tools/outside.ts'
import { publishContent } from '#tools/publish.ts'
import { sound } from './content/content.ts'

const TOKEN = 'opens everything here'
const PATIENCE = { timeout: 5000, retries: 0, pause: 1 }

export const SETTINGS = {
  PLATFORM_ORIGIN: 'https://connections.test',
  REGISTRY_URL: 'https://sc-registry-acme.turso.io/',
  COMMONS_URL: 'https://sc-commons-acme.turso.io/',
  DATABASE_TOKEN: TOKEN,
  TURSO_API_URL: 'https://api.turso.test',
  TURSO_ORGANISATION: 'acme',
  TURSO_GROUP: 'europe',
  TURSO_API_TOKEN: TOKEN,
  MAIL_FROM: 'learning@connections.test',
}

export interface Platform {
  outside: ReturnType<typeof outsideOf>
  /** Databases whose host begins so do not answer, until it is emptied. */
  down: Set<string>
  query(database: string, sql: string): Promise<Record<string, unknown>[]>
}

/** An account at Turso with nothing in it. */
export function emptyAccount(): Platform {
  const libsql: LocalLibsql = localLibsql({
    dir: temporary(),
    platformToken: TOKEN,
    databaseToken: TOKEN,
    durable: false,
  })
  onTestFinished(() => libsql.close())
  const down = new Set<string>()
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init)
    const { host } = new URL(request.url)
    if ([...down].some((name) => host.startsWith(`${name}-acme.`))) throw new TypeError('fetch failed')
    return libsql.fetch(request)
  }
  const access = { token: TOKEN, fetch, patience: PATIENCE }
  const here = outsideOf(SETTINGS)
  const outside = { ...here, access, api: { ...here.api, fetch } }
  return {
    outside,
    down,
    async query(database, sql) {
      const { rows } = await openClient(`https://${database}-acme.turso.io/`, access).execute(sql)
      return rows.map((row) => ({ ...row }))
    },
  }
}

/** The same with the shared databases migrated and the small content of the compiler's tests published. */
export async function running(): Promise<Platform> {
  const platform = emptyAccount()
  for (const name of ['sc-registry', 'sc-commons']) await createDatabase(platform.outside.api, name)
  await migrateShared(platform.outside)
  await publishContent(platform.outside, smallContent())
  return platform
}

/** A folder of content: a curriculum, a tool card and a course. */
export function smallContent(changes: Record<string, string> = {}): string {
  const root = temporary()
  for (const [path, text] of Object.entries({ ...sound, ...changes })) {
    if (text === undefined) continue
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'platform-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
