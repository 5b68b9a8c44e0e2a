// The part of a deployment that changes something, in the order in which a stop in the middle does no harm: databases
// first (migrations only add, so the Worker in service goes on), then the Worker, then what only the new one can show.
import type { Outside } from '#adapters/houses.ts'
import * as catalogue from '#domain/catalogue/index.ts'
import type { Job } from '#domain/jobs.ts'
import * as organisations from '#domain/organisations/index.ts'
import type { Id } from '#schema/ids.ts'
import { refusalIn } from '../operator/refusal-in.ts'
import { migrateShared, registryHere, settle } from '../outside.ts'
import { publishContent } from '../publish.ts'
import { type Swept, sweep } from '../sweep.ts'
import { openShared } from './shared.ts'
import { Stop } from './stop.ts'

export interface Hands {
  outside: Outside & { jobs: Job[] }
  /** The folder of the content. */
  content: string
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

type Failed = Swept['failed'][number]

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
  const fresh = await step('Content', () => publishContent(outside, hands.content))
  for (const work of fresh) say(`  new edition of ${work}`)
  const behind = await step('Catalogues that follow', () => followEach(hands))
  await step('Health', () => healthy(hands))
  const failed = await openOnes(hands, [...late.failed, ...behind])
  if (failed.length > 0) {
    throw new Stop(
      `The new Worker is in service, but these organisations need a second run of this command:\n${told(failed)}`,
    )
  }
}

/** The new Worker would break a house whose schema is old, so it does not go out before all are migrated. */
async function sweepBefore(hands: Hands) {
  const { migrated, failed } = await sweep(hands.outside, hands.progress)
  if (migrated > 0) hands.say(`  ${migrated} migrated`)
  const open = await openOnes(hands, failed)
  if (open.length === 0) return
  throw new Stop(
    `These organisations could not be migrated, so the new Worker was not sent:\n${told(open)}\n` +
      'Mend them and run this command again. One that cannot be mended soon may be suspended; it then holds up nobody.',
  )
}

/** Every house takes the newest editions of what it follows; one that cannot be reached stops no other. */
async function followEach(hands: Hands): Promise<Failed[]> {
  const { outside } = hands
  const failed: Failed[] = []
  const registry = registryHere(outside)
  for (const organisation of await organisations.all(registry)) {
    if (!organisation.launched) continue
    try {
      await catalogue.follow(organisations.houseOf(registry, organisation))
      await settle(outside)
    } catch (error) {
      const trouble = refusalIn(error) ? 'its database did not answer' : String(error)
      failed.push({ organisation: organisation.tenant.organisation, trouble })
    }
  }
  return failed
}

/** Those of the failed that visitors would miss, by slug. What a closed one lacks it gets when it is opened. */
async function openOnes({ outside, say }: Hands, failed: Failed[]): Promise<Failed[]> {
  if (failed.length === 0) return []
  const known = new Map(
    (await organisations.all(registryHere(outside))).map((one) => [one.tenant.organisation, one]),
  )
  const open = failed.flatMap(({ organisation, trouble }) => {
    const one = known.get(organisation as Id<'organisation'>) // as the sweep names them
    return one?.launched && !one.suspension ? [{ organisation: one.tenant.slug, trouble }] : []
  })
  if (open.length < failed.length)
    say(`  passed by ${failed.length - open.length} that are not open to visitors`)
  return open
}

async function healthy({ health }: Hands) {
  const status = await health()
  if (status === 200) return
  throw new Stop(
    `The new Worker went out, but /healthz answers ${status || 'nothing'}. On a first deployment the domain and its ` +
      'certificate may need some minutes. Otherwise roll back: npx wrangler rollback --env production',
  )
}

const told = (failed: Failed[]) =>
  failed.map(({ organisation, trouble }) => `  ${organisation}: ${trouble}`).join('\n')
