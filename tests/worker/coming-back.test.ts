// Learners come back to where they stopped, also when the course has changed meanwhile.
import { describe, expect, test } from 'vitest'
import { follow } from '#domain/catalogue/index.ts'
import { countsIn, type House, letPass, openHouse, publishHere, rowsIn } from '../support/worker.ts'
import { course } from '../support/works.ts'

const COURSE = '/en/courses/basics'
const ENROL = `${COURSE}/enrolment`
const LEAVE = `${COURSE}/enrolment/end`
const complete = (lesson: string) => `${COURSE}/${lesson}/completion`
const reopen = (lesson: string) => `${COURSE}/${lesson}/completion/end`

/** A learner of a fresh organisation. */
async function learner() {
  const house = await openHouse()
  const cookie = await house.signIn('ana')
  const post = (path: string) => house.post(path, {}, cookie)
  const read = async (path: string) => (await house.get(path, cookie)).text()
  return { house, cookie, post, read }
}

const placeIn = async (house: House) =>
  (await rowsIn<{ lesson: string }>(house, 'SELECT lesson FROM places'))[0]?.lesson

describe('the place where one stopped', () => {
  test('is the lesson last opened, and is offered on return', async () => {
    const { house, post, read } = await learner()
    await post(ENROL)
    await read(`${COURSE}/second`)
    expect(await placeIn(house)).toBe('second')
    const home = await read('/it/')
    expect(home).toContain('href="/it/courses/basics/second"')
    for (const page of ['/en/me', COURSE]) expect(await read(page)).toContain('Go on with “Lesson second”')
  })

  test('is the next lesson when one was completed', async () => {
    const { house, post, read } = await learner()
    await read(`${COURSE}/first`)
    await post(complete('first'))
    expect(await placeIn(house)).toBe('second')
    await post(complete('second'))
    await post(complete('third'))
    await post(reopen('first'))
    expect(await read('/en/me')).toContain('Go on with “Lesson first”')
  })

  test('does not move when a browser fetches a lesson ahead', async () => {
    const { house, cookie, post, read } = await learner()
    await post(ENROL)
    await read(`${COURSE}/second`)
    const ahead = await house.get(`${COURSE}/third`, cookie, { 'sec-purpose': 'prefetch;prerender' })
    expect(ahead.status).toBe(200)
    expect(await placeIn(house)).toBe('second')
  })

  test('is not kept of who only looks around', async () => {
    const { house, read } = await learner()
    await read(`${COURSE}/second`)
    await house.get(`${COURSE}/second`)
    expect(await countsIn(house)).toMatchObject({ enrolments: 0, places: 0 })
    expect(await read('/en/')).not.toContain('Go on where you stopped')
  })

  test('is each learner’s own', async () => {
    const { house, post, read } = await learner()
    const ben = await house.signIn('ben')
    await post(complete('first'))
    await house.post(ENROL, {}, ben)
    await house.get(`${COURSE}/third`, ben)
    expect(await read('/en/me')).toContain('1 of 3 lessons completed')
    const bens = await (await house.get('/en/me', ben)).text()
    expect(bens).toContain('0 of 3 lessons completed')
    expect(bens).toContain('Go on with “Lesson third”')
    await house.post(LEAVE, {}, ben)
    expect(await read('/en/me')).toContain('1 of 3 lessons completed')
  })
})

test('progress counts the lessons of today’s edition: a lesson that was dropped does not count', async () => {
  const slug = `changing-${crypto.randomUUID().slice(0, 8)}`
  await publishHere(await course(slug, ['old', 'kept', 'last']))
  const house = await openHouse([`course/${slug}`])
  const cookie = await house.signIn('ana')
  for (const lesson of ['kept', 'old'])
    await house.post(`/en/courses/${slug}/${lesson}/completion`, {}, cookie)
  await house.get(`/en/courses/${slug}/old`, cookie)
  await publishHere(await course(slug, ['kept', 'new', 'last']))
  await follow(house.scope())
  await house.deliver()
  letPass(31_000)

  const me = await (await house.get('/en/me', cookie)).text()
  expect(me).toContain('1 of 3 lessons completed')
  expect(me).toContain('Go on with “Lesson new”')
  expect((await house.get(`/en/courses/${slug}/old`, cookie)).status).toBe(404)
  const gone = await house.post(`/en/courses/${slug}/old/completion`, {}, cookie)
  expect(gone.status).toBe(404)
  const [row] = await rowsIn<{ editions: number }>(
    house,
    'SELECT count(DISTINCT edition) AS editions FROM completions',
  )
  expect(row?.editions).toBe(1)
})
