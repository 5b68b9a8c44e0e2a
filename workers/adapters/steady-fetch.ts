// A fetch for databases: gives up after a while, tries again what may be tried again, and says "unavailable" plainly.
import { Refusal } from '#domain/refusal.ts'

export interface Patience {
  /** How long one try may take, in milliseconds. */
  timeout: number
  /** Further tries of a request that only reads. */
  retries: number
  /** Pause before the first further try, in milliseconds; each next one is twice as long. */
  pause: number
}

export const PATIENCE: Patience = { timeout: 5000, retries: 2, pause: 50 }

/** Wraps a fetch. What a database does not answer, or answers with 401, 404 or 5xx, becomes a refusal. */
export function steadyFetch(send: typeof fetch, patience: Patience = PATIENCE): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const body = await request.text()
    const tries = readsOnly(body) ? patience.retries + 1 : 1
    let trouble: unknown
    for (let attempt = 0; attempt < tries; attempt++) {
      if (attempt > 0)
        await new Promise((resolve) => setTimeout(resolve, patience.pause * 2 ** (attempt - 1)))
      try {
        const signal = AbortSignal.timeout(patience.timeout)
        const answer = await send(request.url, {
          method: request.method,
          headers: request.headers,
          body,
          signal,
        })
        if (answer.ok || answer.status === 400) return await whole(answer)
        trouble = `status ${answer.status}`
        await answer.body?.cancel()
        if (answer.status !== 502 && answer.status !== 503) break
      } catch (error) {
        trouble = error
      }
    }
    console.error(
      JSON.stringify({
        what: 'database unreachable',
        host: new URL(request.url).host,
        trouble: String(trouble),
      }),
    )
    throw new Refusal('unavailable', 'unreachable')
  }
}

/**
 * With all of its body: who begins to answer and stops has not answered, and neither has who says something else than
 * a database does (a proxy's page in its place).
 */
async function whole(answer: Response): Promise<Response> {
  const headers = { 'content-type': answer.headers.get('content-type') ?? '' }
  const text = (await answer.text()).trim()
  const isObject = text.startsWith('{') && text.endsWith('}')
  if (answer.ok && !isObject) throw new Error('not the answer of a database')
  return new Response(text, { status: answer.status, headers })
}

/** Whether every statement of a pipeline request only reads: such a request may be sent twice. */
function readsOnly(body: string): boolean {
  const statements = [...body.matchAll(/"sql":"((?:[^"\\]|\\.)*)"/g)].map(([, sql]) => sql ?? '')
  return (
    statements.length > 0 &&
    statements.every((sql) => /^\s*(select|begin|commit|rollback)\b/i.test(sql)) &&
    !/"baton":"/.test(body)
  )
}
