// The part of a deployment that changes something, in the order in which a stop in the middle does no harm: databases
// first (migrations only add, so the Worker in service goes on), then the Worker, then what only the new one can show.
import type { Outside } from '#adapters/houses.ts'
import * as catalogue from '#domain/catalogue/index.ts'
import type { Job } from '#domain/jobs.ts'
import * as organisations from '#domain/organisations/index.ts'
import { migrateShared, registryHere, settle } from '../outside.ts'
import { publishContent } from '../publish.ts'
import { type Swept, sweep } from '../sweep.ts'
import { openShared } from './shared.ts'
import { Stop } from './stop.ts'

export interface Hands {
  outside: Outside & { jobs: Job[] }
  /** Whether the shared databases may be made. */
  first: boolean
  /** Sends the Worker; throws when it did not go out. */
  send(): void | Promise<void>
  /** The status of GET /healthz, 0 without an answer. */
  health(): Promise<number>
  /** Does a step and tells of it. */
  step<T>(what: string, work: () => Promise<T>): Promise<T>
  /** Tells of something that was done. */
  say(line: string): void
  progress(done: number, all: number): void
}

/** Every step may be repeated: whatever stopped, the same command goes on from there. */
export async function rollOut(hands: Hands): Promise<void> {
  const { outside, step, say } = hands
  const made = await step('Shared databases', () => openShared(outside, hands.first))
  for (const name of made) say(`  made the database ${name}`)
  await step('Migrations of the shared databases', () => migrateShared(outside))
  await step('Migrations of the organisations', () => sweepBefore(hands))
  await step('Worker', async () => hands.send())
  // An organisation that the old Worker founded meanwhile has the old schema.
  const late = await step('Migrations of organisations founded meanwhile', () =>
    sweep(outside, hands.progress),
  )
  const fresh = await step('Content', () => publishContent(outside))
  for (const work of fresh) say(`  new edition of ${work}`)
  const behind = await step('Catalogues that follow', () => followEach(hands))
  await step('Health', () => healthy(hands))
  const failed = [...late.failed, ...behind]
  if (failed.length > 0) {
    throw new Stop(
      `The new Worker is in service, but these organisations need a second run of this command:\n${told(failed)}`,
    )
  }
}

/** The new Worker would break a house whose schema is old, so it does not go out before all are migrated. */
async function sweepBefore({ outside, progress, say }: Hands) {
  const { migrated, failed } = await sweep(outside, progress)
  if (migrated > 0) say(`  ${migrated} migrated`)
  if (failed.length === 0) return
  const registry = registryHere(outside)
  const open: Swept['failed'] = []
  for (const one of failed) {
    const known = (await organisations.all(registry)).find(
      ({ tenant }) => tenant.organisation === one.organisation,
    )
    if (known?.launched && !known.suspension) open.push({ ...one, organisation: known.tenant.slug })
  }
  if (open.length === 0)
    return say(`  ${failed.length} could not be migrated; none of them is open to visitors`)
  throw new Stop(
    `These organisations could not be migrated, so the new Worker was not sent:\n${told(open)}\n` +
      'Mend them and run this command again. One that cannot be mended soon may be suspended; it then holds up nobody.',
  )
}

/** Every house takes the newest editions of what it follows; one that cannot be reached stops no other. */
async function followEach({ outside }: Hands): Promise<Swept['failed']> {
  const failed: Swept['failed'] = []
  const registry = registryHere(outside)
  for (const organisation of await organisations.all(registry)) {
    if (!organisation.launched) continue
    try {
      await catalogue.follow(organisations.houseOf(registry, organisation))
    } catch (error) {
      failed.push({ organisation: organisation.tenant.slug, trouble: String(error) })
    }
  }
  await settle(outside)
  return failed
}

async function healthy({ health }: Hands) {
  const status = await health()
  if (status === 200) return
  throw new Stop(
    `The new Worker went out, but /healthz answers ${status || 'nothing'}. On a first deployment the domain and its ` +
      'certificate may need some minutes. Otherwise roll back: npx wrangler rollback --env production',
  )
}

const told = (failed: Swept['failed']) =>
  failed.map(({ organisation, trouble }) => `  ${organisation}: ${trouble}`).join('\n')
