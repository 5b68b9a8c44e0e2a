// Brings every organisation's database to the newest schema: resumable, several at once, one failure stops no other.
//   node tools/sweep.ts
import type { Outside } from '#adapters/houses.ts'
import * as organisations from '#domain/organisations/index.ts'
import { outsideOf, registryHere } from './outside.ts'

const AT_ONCE = 8

export interface Swept {
  migrated: number
  failed: { organisation: string; trouble: string }[]
}

/** What failed stays behind and is taken up by the next sweep. `progress` hears of each database that is done. */
export async function sweep(
  outside: Outside,
  progress: (done: number, all: number) => void = () => {},
): Promise<Swept> {
  const waiting = await organisations.behind(registryHere(outside))
  const all = waiting.length
  const swept: Swept = { migrated: 0, failed: [] }
  // The first goes alone: a migration that cannot work harms one database, not eight.
  await migrateNext()
  if (swept.failed.length === 0) await Promise.all(Array.from({ length: AT_ONCE }, migrateRest))
  else await migrateRest()
  return swept

  async function migrateRest() {
    while (waiting.length > 0) await migrateNext()
  }

  async function migrateNext() {
    const organisation = waiting.shift()
    if (!organisation) return
    try {
      await organisations.migrate(registryHere(outside), organisation)
      swept.migrated++
    } catch (error) {
      swept.failed.push({ organisation, trouble: error instanceof Error ? error.message : String(error) })
    }
    progress(swept.migrated + swept.failed.length, all)
  }
}

if (import.meta.main) {
  const bar = (done: number, all: number) => {
    const filled = Math.round((30 * done) / all)
    process.stdout.write(
      `\r[${'#'.repeat(filled)}${'.'.repeat(30 - filled)}] ${done}/${all}${done === all ? '\n' : ''}`,
    )
  }
  const { migrated, failed } = await sweep(outsideOf(process.env), bar)
  console.log(`${migrated} databases migrated, ${failed.length} failed`)
  for (const { organisation, trouble } of failed) console.error(`${organisation}: ${trouble}`)
  process.exitCode = failed.length > 0 ? 1 : 0
}
