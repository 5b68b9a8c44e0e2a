// Load on one route of a server on this machine, for a few seconds.
import autocannon from 'autocannon'

export interface Route {
  name: string
  url: string
  path: string
  headers: Record<string, string>
}

export interface Speed {
  perSecond: number
  /** Milliseconds. */
  p50: number
  p95: number
}

const CONNECTIONS = 10

/** Throws when an answer is not 200: what fails fast would look fast. */
export async function load({ name, url, path, headers }: Route, seconds: number): Promise<Speed> {
  const times: number[] = []
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const options = { url: `${url}${path}`, headers, connections: CONNECTIONS, duration: seconds }
    const run = autocannon(options, (error, done) => (error ? reject(error) : resolve(done)))
    run.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds))
  })
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${name}: ${result.non2xx} answers were not 200, ${result.errors} failed`)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  return { perSecond: result.requests.average, p50: at(0.5), p95: at(0.95) }
}
