// What the clock starts: one message for each organisation, never the work itself.
import type { Job } from '#domain/jobs.ts'
import { all, type Registry } from '#domain/organisations/index.ts'

/** Every night: what is over goes, and a catalogue version that was lost on its way is made good. */
export async function nightly(registry: Registry, send: (jobs: Job[]) => Promise<void>): Promise<void> {
  const open = (await all(registry)).filter((one) => one.launched && !one.suspension)
  const jobs = open.map(({ tenant }): Job => ({ organisation: tenant.organisation, job: 'sweep' }))
  for (let at = 0; at < jobs.length; at += QUEUE_BATCH) await send(jobs.slice(at, at + QUEUE_BATCH))
}

/** Cloudflare Queues takes 100 messages at once. */
const QUEUE_BATCH = 100
