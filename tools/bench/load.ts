// Load on one route of a server on this machine, for a few seconds.
import { request } from 'node:http'
import { text } from 'node:stream/consumers'
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
const WARM = 20

/** One answer, in full. The address of a house is its Host header, which fetch does not let one set. */
export function ask({ url, path, headers }: Omit<Route, 'name'>): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(url + path, { headers }, (answer) => {
      if (answer.statusCode === 200) text(answer).then(resolve, reject)
      else reject(new Error(`${path} answered ${answer.statusCode}`))
    })
    asked.on('error', reject)
    asked.end()
  })
}

/**
 * Asks one after the other first: a run that ends while the first answers are being made would take them back, and the
 * next one would find everything cold again. Throws when an answer is not 200: what fails fast would look fast.
 */
export async function load({ name, url, path, headers }: Route, seconds: number): Promise<Speed> {
  for (let at = 0; at < WARM; at++) await ask({ url, path, headers })
  const times: number[] = []
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const options = { url: `${url}${path}`, headers, connections: CONNECTIONS, duration: seconds }
    const run = autocannon(options, (error, done) => (error ? reject(error) : resolve(done)))
    run.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds))
  })
  if (times.length === 0 || result.non2xx > 0 || result.errors > 0) {
    throw new Error(
      `${name}: ${result.non2xx} answers were not 200, ${result.errors} failed, ${times.length} came`,
    )
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  return { perSecond: result.requests.average, p50: at(0.5), p95: at(0.95) }
}
