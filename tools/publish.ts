// Compiles the content and publishes what changed into the commons; every house that follows takes the new editions.
//   node tools/publish.ts
import { join } from 'node:path'
import type { Outside } from '#adapters/houses.ts'
import * as catalogue from '#domain/catalogue/index.ts'
import { describe } from '#domain/describe.ts'
import type { Job } from '#domain/jobs.ts'
import * as organisations from '#domain/organisations/index.ts'
import { publish } from '#domain/works/index.ts'
import { compileContent } from './content/compile.ts'
import { commonsHere, outsideOf, registryHere, settle } from './outside.ts'

const CONTENT = join(import.meta.dirname, '../content')

/** Answers the works that got a new edition. Content with a problem is not published at all. */
export async function publishContent(outside: Outside, root = CONTENT): Promise<string[]> {
  const { works, problems } = await compileContent(root)
  if (problems.length > 0) {
    const lines = problems.map(({ file, line, message }) => `content/${file}:${line}  ${message}`)
    throw new Error(`The content has problems:\n${lines.join('\n')}`)
  }
  const commons = commonsHere(outside)
  const fresh: string[] = []
  for (const work of works) {
    const published = await publish(commons, work)
    if (published.isNew) fresh.push(published.work)
  }
  return fresh
}

/** Every house takes the newest editions of what it follows; one that cannot be entered keeps no other from it. */
export async function followAll(outside: Outside & { jobs: Job[] }): Promise<{ failed: string[] }> {
  const registry = registryHere(outside)
  const failed: string[] = []
  for (const organisation of await organisations.all(registry)) {
    if (!organisation.launched) continue
    try {
      await catalogue.follow(organisations.houseOf(registry, organisation))
    } catch (error) {
      failed.push(`${organisation.tenant.slug}: ${describe(error)}`)
    }
  }
  await settle(outside)
  return { failed }
}

if (import.meta.main) {
  const outside = outsideOf(process.env)
  const fresh = await publishContent(outside)
  const { failed } = await followAll(outside)
  for (const trouble of failed) console.error(trouble)
  process.exitCode = failed.length > 0 ? 1 : 0
  console.log(fresh.length > 0 ? `New editions: ${fresh.join(', ')}` : 'Nothing has changed.')
}
