// A fresh organisation in the real runtime on the real engine, and people who use its pages as a browser would.

import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { onTestFinished, vi } from 'vitest'
import { openClient } from '#adapters/databases.ts'
import { commonsOf, enter, type Outside, registryOf } from '#adapters/houses.ts'
import { commonsMigrations, registryMigrations } from '#adapters/migrations.ts'
import { migrate } from '#adapters/migrator.ts'
import { createDatabase } from '#adapters/platform-api.ts'
import type { Job } from '#domain/jobs.ts'
import { found, type Organisation, provision } from '#domain/organisations/index.ts'
import type { Actor } from '#domain/scope.ts'
import { publish } from '#domain/works/index.ts'
import { perform } from '#jobs/queue.ts'
import worker from '../../workers/index.ts'
import { type Env, hands, outsideOf } from '../../workers/wire.ts'
import { course, curriculum, tool } from './works.ts'

export const PASSWORD = 'a long enough password'

const jobs: Job[] = []
/** The Worker's own bindings; the queue is emptied by hand, so that a test knows when. */
const bindings = { ...env, JOBS: { send: async (job: Job) => void jobs.push(job) } } as unknown as Env // shaped by wrangler.toml

export const origin = bindings.PLATFORM_ORIGIN ?? ''
const room = { waitUntil: (work: Promise<unknown>) => void work }
export const outside: Outside = outsideOf(bindings, room)

let shared: Promise<void> | undefined

/** The registry and the commons, once for all tests, with a work of each kind. */
export function openShared() {
  shared ??= (async () => {
    for (const name of ['registry', 'commons', 'outbox']) await createDatabase(outside.api, name)
    const now = Date.now()
    await again(() => migrate(openClient(outside.registryUrl, outside.access), registryMigrations, now))
    await again(() => migrate(openClient(outside.commonsUrl, outside.access), commonsMigrations, now))
    const commons = commonsOf(outside, now)
    for (const work of [await course('basics'), await tool('calls'), await curriculum('teaching')]) {
      await again(() => publish(commons, work))
    }
  })()
  return shared
}

/** Test files run side by side and share the registry: of two that make the same thing one comes second. */
const again = <T>(work: () => Promise<T>) => work().catch(work)

export interface House {
  organisation: Organisation
  host: string
  get(path: string, cookie?: string, headers?: Record<string, string>): Promise<Response>
  post(
    path: string,
    form: Record<string, string>,
    cookie?: string,
    headers?: Record<string, string>,
  ): Promise<Response>
  /** Signs somebody up, confirms and signs in, all through the pages; answers the cookie. */
  signIn(name: string): Promise<string>
  /** Does the jobs that wait; answers the mails as letters. */
  deliver(): Promise<Extract<Job, { job: 'mail' }>['letter'][]>
  scope(actor?: Actor): ReturnType<typeof enter>
}

export const ALL = ['course/basics', 'tool/calls', 'curriculum/teaching']
let counter = 0

/** A fresh organisation with its own database, open to the public. */
export async function openHouse(
  works: string[] = ALL,
  more: Partial<Parameters<typeof found>[1]> = {},
): Promise<House> {
  await openShared()
  const slug = more.slug ?? `house-${crypto.randomUUID().slice(0, 8)}-${++counter}`
  const registry = registryOf(outside, 'platform', Date.now())
  const { tenant } = await found(registry, {
    slug,
    name: `House ${slug}`,
    kind: 'ngo',
    country: 'IT',
    website: 'https://house.example/',
    defaultLanguage: 'it',
    brand: { primary: '#335577', secondary: '#aa5500' },
    words: { en: { tagline: `Welcome to ${slug}`, welcome: 'Come in' } },
    firstWorks: works,
    ...more,
  })
  return houseOf(await provision(registry, tenant.organisation))
}

export function houseOf(organisation: Organisation): House {
  const { slug } = organisation.tenant
  const host = `${slug}.${new URL(origin).host}`
  const get: House['get'] = (path, cookie, headers) =>
    ask(host, path, { headers: { ...headers, ...(cookie && { cookie }) } })
  const post: House['post'] = (path, form, cookie, headers) =>
    ask(host, path, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { origin: `https://${host}`, ...headers, ...(cookie && { cookie }) },
    })
  const deliver = () => deliverJobs(organisation)
  return {
    organisation,
    host,
    get,
    post,
    deliver,
    signIn,
    scope: (actor = { kind: 'platform' }) => enter(outside, organisation, actor, Date.now()),
  }

  async function signIn(name: string) {
    const email = `${name}@${slug}.example`
    await post('/en/sign-up', { name, email, password: PASSWORD })
    const [letter] = await deliver()
    await post(`/en/confirmation/${letter?.key}`, {})
    const answer = await post('/en/sign-in', { email, password: PASSWORD })
    return cookieOf(answer)
  }
}

async function deliverJobs({ tenant }: Organisation) {
  const mine = jobs.filter((job) => job.organisation === tenant.organisation)
  for (const job of mine) {
    jobs.splice(jobs.indexOf(job), 1)
    await perform(hands(bindings, room), job)
  }
  return mine.flatMap((job) => (job.job === 'mail' ? [job.letter] : []))
}

/** The cookie that an answer sets, as a browser sends it back. */
export const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? ''

/** Sends a request to the Worker as if it came from the network; redirects are not followed. */
export async function ask(host: string, path: string, init: RequestInit = {}): Promise<Response> {
  const context = createExecutionContext()
  const answer = await worker.fetch(new Request(`https://${host}${path}`, init), bindings, context as never) // the same class at run time
  await waitOnExecutionContext(context)
  return answer
}

/** Counts requests to databases while the work is done, by database. */
export async function countingTrips<T>(work: () => Promise<T>): Promise<{ result: T; trips: string[] }> {
  const real = globalThis.fetch
  const trips: string[] = []
  const spy = vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    trips.push(new URL(input instanceof Request ? input.url : String(input)).host)
    return real(input, init)
  })
  try {
    return { result: await work(), trips }
  } finally {
    spy.mockRestore()
  }
}

/** Makes databases whose host begins so answer badly until the test is over. */
export function trouble(hosts: string, answer: (init?: RequestInit) => Promise<Response>) {
  const real = globalThis.fetch
  const spy = vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const { host } = new URL(input instanceof Request ? input.url : String(input))
    return host.startsWith(hosts) ? answer(init) : real(input, init)
  })
  onTestFinished(() => spy.mockRestore())
}

/** Puts a work of the test's own into the commons: nobody has read it yet. */
export const publishHere = (work: Parameters<typeof publish>[1]) =>
  publish(commonsOf(outside, Date.now()), work)

// Passwords are slow by design, and a machine may have other work as well.
vi.setConfig({ testTimeout: 60_000 })

/** The Worker's bindings, for tests that call its queue or its clock, or run it with other ones. */
export { bindings }

/** Asks a house's own database, past every verb. */
export async function rowsIn<T>(house: House, sql: string, args: (string | number)[] = []): Promise<T[]> {
  const client = openClient(house.organisation.address?.url ?? '', outside.access)
  return (await client.execute({ sql, args })).rows as T[] // the caller knows the query
}

/** How many rows each table of a house holds, to see that nothing was written. */
export async function countsIn(house: House): Promise<Record<string, number>> {
  const tables = await rowsIn<{ name: string }>(
    house,
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search\\_%' ESCAPE '\\' ORDER BY name`,
  )
  const counts = tables.map(({ name }) => `SELECT '${name}' AS name, count(*) AS rows FROM "${name}"`)
  const rows = await rowsIn<{ name: string; rows: number }>(house, counts.join(' UNION ALL '))
  return Object.fromEntries(rows.map((row) => [row.name, row.rows]))
}

/** What was recorded in a house, in order, and by name what happened at once; the catalogue aside. */
export async function eventsIn(house: House): Promise<string[]> {
  const rows = await rowsIn<{ what: string }>(
    house,
    `SELECT what FROM events WHERE what NOT LIKE 'work.%' ORDER BY at, what`,
  )
  return rows.map((row) => row.what)
}

/** Lets time pass until the test is over: only the clock moves, timers keep running. */
export function letPass(milliseconds: number) {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + milliseconds })
  onTestFinished(() => void vi.useRealTimers())
}

/** HTML without what differs between two answers of the same page: nonces. */
export async function htmlOf(answer: Response): Promise<string> {
  return (await answer.text()).replaceAll(/nonce="[^"]*"/g, 'nonce')
}

/** Asks the registry, past every verb. */
export async function inRegistry<T>(sql: string, args: (string | number)[] = []): Promise<T[]> {
  return (await openClient(outside.registryUrl, outside.access).execute({ sql, args })).rows as T[] // as above
}
