// The Worker: requests, messages of the queue, ticks of the clock. The only place that wires.

import type { ExecutionContext, MessageBatch } from '@cloudflare/workers-types'
import { describe } from '#domain/describe.ts'
import type { Job } from '#domain/jobs.ts'
import { createApp } from '#http/app.ts'
import { nightly } from '#jobs/clock.ts'
import { perform } from '#jobs/queue.ts'
import { type Env, hands, wire } from './wire.ts'

const app = createApp(
  import.meta.env.MODE === 'production' ? undefined : (await import('#http/pages/outbox.tsx')).development,
)

export default {
  fetch: (request: Request, env: Env, context: ExecutionContext) =>
    app.fetch(request, { wiring: wire(env, context) }),

  async queue(batch: MessageBatch<Job>, env: Env, context: ExecutionContext) {
    for (const message of batch.messages) {
      try {
        await perform(hands(env, context), message.body)
        message.ack()
      } catch (error) {
        const { job, organisation } = message.body
        console.error(JSON.stringify({ what: 'job failed', job, organisation, error: describe(error) }))
        message.retry({ delaySeconds: 30 * 2 ** Math.min(message.attempts, 6) })
      }
    }
  },

  async scheduled(_: unknown, env: Env, context: ExecutionContext) {
    await nightly(hands(env, context).registry, (jobs) =>
      env.JOBS.sendBatch(jobs.map((body) => ({ body }))).then(() => {}),
    )
  },
}
