// Brings a database to the newest schema: the migrations that it lacks, all of them or none.
import type { Client } from '@libsql/client/http'

export interface Migration {
  version: number
  name: string
  sql: string
}

/** Migrations from files named 0001_what.sql, by file name, in order and without gaps. */
export function migrationsOf(files: Record<string, string>): Migration[] {
  return Object.entries(files)
    .map(([path, sql]) => {
      const [, version, name] = /(\d{4})_(\w+)\.sql$/.exec(path) ?? []
      if (!version || !name) throw new Error(`Not the name of a migration: ${path}`)
      return { version: Number(version), name, sql }
    })
    .sort((a, b) => a.version - b.version)
    .map((migration, at) => {
      if (migration.version !== at + 1) throw new Error(`Migration ${at + 1} is missing or there twice`)
      return migration
    })
}

export const newestVersion = (migrations: Migration[]) => migrations.at(-1)?.version ?? 0

/** Applies what is missing and answers the version reached. Two requests; one when nothing is missing. */
export async function migrate(client: Client, migrations: Migration[], now: number): Promise<number> {
  const reached = await versionOf(client)
  const missing = migrations.filter((migration) => migration.version > reached)
  if (missing.length === 0) return reached
  await client.migrate(
    missing.flatMap(({ version, name, sql }) => [
      // First, so that of two migrators at once one stops here and changes nothing.
      { sql: 'INSERT INTO migrations (version, name, at) VALUES (?, ?, ?)', args: [version, name, now] },
      ...sql.split('--> statement-breakpoint'),
    ]),
  )
  return newestVersion(migrations)
}

async function versionOf(client: Client): Promise<number> {
  const [, answer] = await client.batch(
    [
      `CREATE TABLE IF NOT EXISTS migrations (
        version INTEGER PRIMARY KEY, name TEXT NOT NULL, at INTEGER NOT NULL) STRICT`,
      'SELECT coalesce(max(version), 0) AS version FROM migrations',
    ],
    'write',
  )
  return Number(answer?.rows[0]?.['version'] ?? 0)
}
