// When something outside does not work: a plain page with the right status, and nothing half-written.
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import {
  ask,
  bindings,
  countsIn,
  eventsIn,
  letPass,
  openHouse,
  origin,
  PASSWORD,
  rowsIn,
  trouble,
} from '../support/worker.ts'

const apex = new URL(origin).host
const LESSON = '/en/courses/basics/first'

/** Lines of the log, instead of on the screen. */
function listen() {
  const lines: string[] = []
  const spy = vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line))
  onTestFinished(() => spy.mockRestore())
  return lines
}

/** Somebody has patience for a moment only, so that the test need not wait for seconds. */
function beImpatient() {
  const real = AbortSignal.timeout.bind(AbortSignal)
  const asked: number[] = []
  const spy = vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
    asked.push(milliseconds)
    return real(40)
  })
  onTestFinished(() => spy.mockRestore())
  return asked
}

const never = (init?: RequestInit) =>
  new Promise<Response>((_, reject) => {
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error)) // what aborting gives
  })
const status = (code: number) => async () => new Response('trouble', { status: code })

const misfortunes: [string, (init?: RequestInit) => Promise<Response>][] = [
  ['does not answer', never],
  ['refuses the connection', () => Promise.reject(new TypeError('connect ECONNREFUSED'))],
  ['answers 500', status(500)],
  ['answers 502', status(502)],
  ['is closed to us (401)', status(401)],
  ['is gone (404)', status(404)],
  ['answers with somebody’s page', async () => new Response('<!doctype html><h1>Welcome to nginx</h1>')],
  ['answers with nothing', async () => new Response('')],
  ['answers with half of an answer', async () => new Response('{"baton":null,"results":[{"type"')],
]

async function expectUnavailable(answer: Response) {
  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toBe('60')
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  expect(answer.headers.get('set-cookie')).toBeNull()
  const html = await answer.text()
  expect(html).toContain('We cannot reach this page just now')
  expect(html).not.toMatch(/database|libsql|turso|sqlite|nginx|ECONN|token/i)
  return html
}

describe.each(misfortunes)('when the database of an organisation %s', (_, misfortune) => {
  test('its pages say so, those that are kept are served, and nothing is written', async () => {
    const house = await openHouse()
    const cookie = await house.signIn('ana')
    await house.get(LESSON)
    const before = await countsIn(house)
    const log = listen()
    const asked = beImpatient()
    trouble('sc-', misfortune)

    await expectUnavailable(await house.get('/en/me', cookie))
    await expectUnavailable(await house.get(LESSON, cookie))
    await expectUnavailable(await house.post('/en/courses/basics/enrolment', {}, cookie))
    await expectUnavailable(await house.get('/en/confirmation/some-key'))
    for (const path of ['/en/sign-up', '/en/sign-in', '/en/password-reset']) {
      const form = { name: 'Ben', email: 'ben@example.org', password: PASSWORD }
      const html = await expectUnavailable(await house.post(path, form))
      expect(html).not.toContain(PASSWORD)
    }
    expect((await house.get(LESSON)).status).toBe(200)
    expect((await house.get('/en/sign-in')).status).toBe(200)
    vi.restoreAllMocks()

    expect(asked.length).toBeGreaterThan(0)
    expect(Math.max(...asked)).toBeLessThanOrEqual(5000)
    expect(await countsIn(house)).toEqual(before)
    expect(await house.deliver()).toEqual([])
    expect((await house.get('/en/me', cookie)).status).toBe(200)
    for (const line of log) {
      expect(JSON.parse(line)).toMatchObject({ what: 'database unreachable' })
      expect(line).not.toMatch(/ben@|long enough/)
    }
  })
})

test('a moment of trouble is not noticed by who reads', async () => {
  const house = await openHouse()
  const cookie = await house.signIn('ana')
  const real = globalThis.fetch
  let failures = 2
  trouble('sc-', async (init) => {
    if (failures-- > 0) return new Response('', { status: 503 })
    return real(house.organisation.address?.url.replace(/\/?$/, '/v2/pipeline') ?? '', init)
  })
  expect((await house.get('/en/me', cookie)).status).toBe(200)
})

test('when the registry is away, houses known a moment ago go on and others say that they cannot be reached', async () => {
  const [known, other] = [await openHouse(), await openHouse()]
  await known.get('/en/')
  const log = listen()
  trouble('registry', status(500))
  expect((await known.get('/en/courses')).status).toBe(200)
  await expectUnavailable(await other.get('/en/'))
  await expectUnavailable(await ask(apex, '/en/'))
  letPass(31_000)
  await expectUnavailable(await known.get('/en/courses'))
  expect(log.length).toBeGreaterThan(0)
})

test('when the commons are away, pages that are kept are served and others say that they cannot be reached', async () => {
  const house = await openHouse()
  await house.get('/en/toolbox/calls')
  const cookie = await house.signIn('ana')
  listen()
  trouble('commons', status(500))
  expect((await house.get('/en/toolbox/calls')).status).toBe(200)
  await expectUnavailable(await house.get('/en/curriculum/teaching/first-unit/plan'))
  // Who signs in needs no content.
  expect((await house.get('/en/sign-out', cookie)).status).toBe(200)
})

test('when the queue is away, nobody is told that a mail is on its way', async () => {
  const house = await openHouse()
  const log = listen()
  const send = vi.spyOn(bindings.JOBS, 'send').mockRejectedValue(new Error('The queue is away'))
  onTestFinished(() => send.mockRestore())
  const answer = await house.post('/en/sign-up', {
    name: 'Ana',
    email: 'ana@example.org',
    password: PASSWORD,
  })
  expect(answer.status).toBe(500)
  expect(await answer.text()).not.toContain('Look in your mail')
  expect(log.join()).not.toContain('ana@example.org')
  send.mockRestore()
  // The next try sends the mail.
  await house.post('/en/sign-up', { name: 'Ana', email: 'ana@example.org', password: PASSWORD })
  expect((await house.deliver()).map((letter) => letter.kind)).toEqual(['confirm'])
})

describe('a crash', () => {
  const form = { name: 'Ana Prova', email: 'ana@example.org', password: PASSWORD }

  test('shows a number and says nothing else; the log has the same number and nobody’s name', async () => {
    const house = await openHouse()
    await rowsIn(house, 'ALTER TABLE people RENAME TO folks')
    const log = listen()
    const answer = await house.post('/en/sign-up', form)
    expect(answer.status).toBe(500)
    const html = await answer.text()
    const id = answer.headers.get('x-request-id') ?? ''
    expect(html).toContain(`tell us this number: ${id}`)
    expect(html).not.toMatch(/no such|folks|sqlite|TypeError|workers\/|at async|ana@example/i)
    expect(log).toHaveLength(1)
    expect(JSON.parse(log[0] ?? '')).toMatchObject({ what: 'crash', id })
    expect(log[0]).toContain('no such table')
    expect(log[0]).not.toMatch(/ana@|prova|long enough/i)
  })

  test('on the way of a mailed link does not write the key into the log', async () => {
    const house = await openHouse()
    await rowsIn(house, 'ALTER TABLE mail_keys RENAME TO keys')
    const log = listen()
    const key = 'k'.repeat(43)
    for (const path of [`/en/confirmation/${key}`, `/en/password-reset/${key}`]) {
      expect((await house.get(path)).status).toBe(500)
      expect((await house.post(path, { password: PASSWORD })).status).toBe(500)
    }
    expect(log).toHaveLength(4)
    expect(log.join()).not.toContain(key)
  })

  test('in the middle of a change leaves nothing of it', async () => {
    const house = await openHouse()
    const cookie = await house.signIn('ana')
    const before = await countsIn(house)
    await rowsIn(house, 'ALTER TABLE places RENAME TO spots')
    const log = listen()
    expect((await house.post(`${LESSON}/completion`, {}, cookie)).status).toBe(500)
    await rowsIn(house, 'ALTER TABLE spots RENAME TO places')
    expect(await countsIn(house)).toEqual(before)
    expect(log).toHaveLength(1)
    expect(await eventsIn(house)).not.toContain('lesson.completed')
  })

  test('is told in the language of the page', async () => {
    const house = await openHouse()
    await rowsIn(house, 'ALTER TABLE people RENAME TO folks')
    listen()
    const html = await (await house.post('/da/sign-up', form)).text()
    expect(html).toContain('<html lang="da"')
    expect(html).not.toContain('Something went wrong')
  })
})
