import { createExecutionContext } from 'cloudflare:test'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { openClient } from '#adapters/databases.ts'
import { registryOf } from '#adapters/houses.ts'
import { registryMigrations } from '#adapters/migrations.ts'
import { migrate } from '#adapters/migrator.ts'
import { createDatabase } from '#adapters/platform-api.ts'
import type { Job } from '#domain/jobs.ts'
import { resume, suspend } from '#domain/organisations/index.ts'
import type { Id } from '#schema/ids.ts'
import worker from '../../workers/index.ts'
import {
  bindings,
  countsIn,
  eventsIn,
  type House,
  inRegistry,
  letPass,
  openHouse,
  openShared,
  outside,
  publishHere,
  rowsIn,
  trouble,
} from '../support/worker.ts'
import { tool } from '../support/works.ts'

const letter = {
  kind: 'confirm',
  to: 'ana@example.org',
  name: 'Ana Prova',
  language: 'it',
  key: 'k'.repeat(43),
} as const
const of = (house: House) => ({ organisation: house.organisation.tenant.organisation })
const mail = (house: House): Job => ({ ...of(house), job: 'mail', letter })

/** Gives jobs to the Worker as the queue would; answers which were done, and which come again after how many seconds. */
async function give(jobs: Job[], { attempts = 1, env = {} as Partial<typeof bindings> } = {}) {
  const done: number[] = []
  const again: [job: number, seconds: number][] = []
  const messages = jobs.map((body, at) => ({
    body,
    attempts,
    ack: () => void done.push(at),
    retry: ({ delaySeconds }: { delaySeconds: number }) => void again.push([at, delaySeconds]),
  }))
  await worker.queue({ messages } as never, { ...bindings, ...env }, createExecutionContext() as never) // as far as it is used
  return { done, again }
}

const mailsOf = async (house: House) =>
  (await (await house.get('/dev/outbox')).text()).split('<article').length - 1

describe('a job that comes twice', () => {
  test('does no harm, whatever it is', async () => {
    await openShared()
    const work = await tool(`twice-${crypto.randomUUID().slice(0, 8)}`)
    const { work: id } = await publishHere(work)
    const house = await openHouse([id, 'course/basics'])
    await house.signIn('ana')
    await house.deliver()
    await publishHere(await tool(work.manifest.slug, 'Ring twice'))
    await inRegistry('UPDATE databases SET schema_version = 0 WHERE organisation = ?', [
      of(house).organisation,
    ])
    const jobs = (['follow', 'raise', 'migrate', 'sweep'] as const).map((job): Job => ({ ...of(house), job }))
    const state = async () => {
      const registry = await inRegistry(
        `SELECT organisations.catalogue_version, databases.schema_version,
           (SELECT count(*) FROM events WHERE about = organisations.id) AS events
         FROM organisations JOIN databases ON databases.organisation = organisations.id WHERE organisations.id = ?`,
        [of(house).organisation],
      )
      return {
        counts: await countsIn(house),
        registry,
        adopted: await rowsIn(house, 'SELECT * FROM adoptions'),
      }
    }
    const before = await state()
    expect((await give(jobs)).done).toEqual([0, 1, 2, 3])
    const once = await state()
    expect(once).not.toEqual(before)
    expect(once.registry).toMatchObject([
      { catalogue_version: 4, schema_version: outside.tenantMigrations.length },
    ])
    expect((await give(jobs)).done).toEqual([0, 1, 2, 3])
    expect(await state()).toEqual(once)
  })

  test('is at worst a mail that comes twice', async () => {
    const house = await openHouse()
    const before = await countsIn(house)
    expect(await give([mail(house), mail(house)])).toEqual({ done: [0, 1], again: [] })
    expect(await mailsOf(house)).toBe(2)
    expect(await countsIn(house)).toEqual(before)
  })
})

describe('a job that fails', () => {
  test('comes again later, while the others are done', async () => {
    const [house, broken] = [await openHouse(), await openHouse()]
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    onTestFinished(() => logged.mockRestore())
    trouble(`sc-${broken.organisation.tenant.slug}-`, async () => new Response('', { status: 500 }))
    const jobs: Job[] = [{ ...of(house), job: 'sweep' }, { ...of(broken), job: 'sweep' }, mail(house)]
    const { done, again } = await give(jobs)
    expect(done).toEqual([0, 2])
    expect(again).toEqual([[1, 60]])
    expect(await mailsOf(house)).toBe(1)
  })

  test('waits longer each time, but never longer than half an hour or so', async () => {
    const house = await openHouse()
    vi.spyOn(console, 'error').mockImplementation(() => {})
    onTestFinished(() => void vi.restoreAllMocks())
    trouble('outbox-', async () => new Response('', { status: 500 }))
    const waits: (number | undefined)[] = []
    for (const attempts of [1, 2, 3, 6, 8]) {
      waits.push((await give([mail(house)], { attempts })).again[0]?.[1])
    }
    expect(waits).toEqual([60, 120, 240, 1920, 1920])
  })

  test('is told in the log without a word about the person', async () => {
    const house = await openHouse()
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    onTestFinished(() => logged.mockRestore())
    const broken = { send: async () => Promise.reject(new Error('The mail service is down')) } as never
    const { OUTBOX_URL: _, ...production } = bindings
    const env = { ...production, OUTBOX_URL: '', MAIL: broken }
    expect((await give([mail(house)], { env })).again).toHaveLength(1)
    const lines = logged.mock.calls.map(([line]) => String(line))
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ what: 'job failed', job: 'mail', ...of(house) })
    expect(lines[0]).toContain('The mail service is down')
    expect(lines[0]).not.toMatch(/ana@|Prova|kkkk/)
  })
})

describe('a mail', () => {
  test('is sent in the name of the organisation, by the mail service', async () => {
    const house = await openHouse()
    const sent: unknown[] = []
    const MAIL = { send: async (one: unknown) => void sent.push(one) } as never
    expect((await give([mail(house)], { env: { OUTBOX_URL: '', MAIL } })).done).toEqual([0])
    const { name, origin } = house.organisation.tenant
    expect(sent).toEqual([
      expect.objectContaining({ to: 'ana@example.org', from: { name, email: 'learning@connections.test' } }),
    ])
    expect(JSON.stringify(sent)).toContain(`${origin}/it/confirmation/${letter.key}`)
    expect(await mailsOf(house)).toBe(0)
  })

  test('waits while there is no mail service', async () => {
    const house = await openHouse()
    vi.spyOn(console, 'error').mockImplementation(() => {})
    onTestFinished(() => void vi.restoreAllMocks())
    expect((await give([mail(house)], { env: { OUTBOX_URL: '' } })).again).toHaveLength(1)
  })
})

describe('a house', () => {
  test('that is suspended has nothing done in it, and nothing sent from it', async () => {
    const house = await openHouse()
    const registry = registryOf(outside, 'platform', Date.now())
    await house.signIn('ana')
    await house.deliver()
    await rowsIn(house, 'UPDATE sessions SET expires = 1')
    await suspend(registry, of(house).organisation, 'A test')
    const jobs: Job[] = [mail(house), { ...of(house), job: 'sweep' }, { ...of(house), job: 'follow' }]
    expect(await give(jobs)).toEqual({ done: [0, 1, 2], again: [] })
    expect(await countsIn(house)).toMatchObject({ sessions: 1 })
    await resume(registry, of(house).organisation)
    letPass(31_000)
    expect(await mailsOf(house)).toBe(1)
    await give([{ ...of(house), job: 'sweep' }])
    expect(await countsIn(house)).toMatchObject({ sessions: 0 })
  })

  test('that nobody knows has no jobs', async () => {
    await openShared()
    const organisation = `organisation_${'0'.repeat(32)}` as Id<'organisation'> // made up
    expect((await give([{ organisation, job: 'sweep' }])).done).toEqual([0])
  })

  test('is swept of what is over, and of nothing else', async () => {
    const house = await openHouse()
    await house.signIn('ana')
    await house.post('/en/password-reset', { email: `ana@${house.organisation.tenant.slug}.example` })
    await house.post('/en/sign-in', { email: 'ben@example.org', password: 'wrong' })
    const before = await countsIn(house)
    expect(before).toMatchObject({ sessions: 1, mail_keys: 1 })
    await give([{ ...of(house), job: 'sweep' }])
    expect(await countsIn(house)).toEqual(before)

    letPass(3_600_001)
    await give([{ ...of(house), job: 'sweep' }])
    expect(await countsIn(house)).toEqual({ ...before, mail_keys: 0, attempts: 0 })
    letPass(31 * 86_400_000)
    await give([{ ...of(house), job: 'sweep' }])
    expect(await countsIn(house)).toEqual({ ...before, mail_keys: 0, attempts: 0, sessions: 0 })
    expect(await eventsIn(house)).toContain('person.signedUp')
  })
})

test('every night each open organisation gets one message, a hundred at a time', async () => {
  const REGISTRY_URL = 'https://registry-of-many-acme.turso.io/'
  await createDatabase(outside.api, 'registry-of-many')
  const client = openClient(REGISTRY_URL, outside.access)
  await migrate(client, registryMigrations, Date.now())
  const open = Array.from({ length: 205 }, (_, at) => `organisation_${String(at).padStart(32, '0')}`)
  const [closed, unlaunched] = ['organisation_closed', 'organisation_unlaunched']
  await client.batch([
    ...[...open, closed, unlaunched].map((id) => ({
      sql: `INSERT INTO organisations (id, slug, name, kind, country, website, default_language, brand, words,
        first_works, since) VALUES (?, ?, 'A house', 'ngo', 'IT', 'https://x.example', 'it', '{}', '{}', '[]', 1)`,
      args: [id, id.replace('_', '-')],
    })),
    ...[...open, closed].map((id) => ({ sql: 'INSERT INTO launches VALUES (?, 1)', args: [id] })),
    { sql: `INSERT INTO suspensions VALUES (?, 'Why', 1, 'platform')`, args: [closed] },
  ])
  const batches: { body: Job }[][] = []
  const JOBS = { sendBatch: async (messages: { body: Job }[]) => void batches.push(messages) } as never
  await worker.scheduled({}, { ...bindings, REGISTRY_URL, JOBS }, createExecutionContext() as never)
  expect(batches.map((batch) => batch.length)).toEqual([100, 100, 5])
  const bodies = batches.flat().map(({ body }) => body)
  expect(new Set(bodies.map((body) => body.organisation))).toEqual(new Set(open))
  expect(new Set(bodies.map((body) => body.job))).toEqual(new Set(['sweep']))
})
