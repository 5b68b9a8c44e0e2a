import { describe, expect, test } from 'vitest'
import {
  countingTrips,
  countsIn,
  eventsIn,
  type House,
  letPass,
  openHouse,
  rowsIn,
} from '../support/worker.ts'

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

const learnt = async (house: House) => (await eventsIn(house)).filter((what) => !what.startsWith('person.'))

describe('enrolling', () => {
  test('a learner enrols, and it stands on their own page', async () => {
    const { house, post, read } = await learner()
    expect(await read('/en/me')).toContain('You are not enrolled in a course yet.')
    const answer = await post(ENROL)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(COURSE)
    expect(await read(COURSE)).toContain(`action="${LEAVE}"`)
    const me = await read('/en/me')
    expect(me).toContain('Course basics')
    expect(me).toContain('0 of 3 lessons completed')
    expect(me).toContain('Go on with “Lesson first”')
    expect(await learnt(house)).toEqual(['course.enrolled'])
  })

  test('twice is once', async () => {
    const { house, post } = await learner()
    await post(ENROL)
    const before = await countsIn(house)
    expect((await post(ENROL)).status).toBe(303)
    expect(await countsIn(house)).toEqual(before)
  })

  test('who leaves leaves nothing behind, and may come back', async () => {
    const { house, post, read } = await learner()
    await post(complete('first'))
    const answer = await post(LEAVE)
    expect(answer.headers.get('location')).toBe(`${COURSE}?left`)
    expect(await read(`${COURSE}?left`)).toContain('You have left the course.')
    expect(await countsIn(house)).toMatchObject({ enrolments: 0, completions: 0, places: 0 })
    await post(LEAVE)
    expect(await learnt(house)).toEqual(['course.enrolled', 'lesson.completed', 'course.left'])
    await post(ENROL)
    expect(await read('/en/me')).toContain('0 of 3 lessons completed')
  })
})

describe('completing lessons', () => {
  test('a completed lesson counts, and leads on to the next one', async () => {
    const { house, post, read } = await learner()
    await post(ENROL)
    const answer = await post(complete('first'))
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`${COURSE}/second`)
    expect(await read(`${COURSE}/first`)).toContain('You have completed this lesson.')
    expect(await read('/en/me')).toContain('1 of 3 lessons completed')
    expect(await learnt(house)).toEqual(['course.enrolled', 'lesson.completed'])
    const [event] = await rowsIn(
      house,
      `SELECT actor, about, detail FROM events WHERE what = 'lesson.completed'`,
    )
    const [ana] = await rowsIn<{ id: string }>(house, 'SELECT id FROM people')
    expect(event).toEqual({ actor: ana?.id, about: 'course/basics', detail: '{"lesson":"first"}' })
  })

  test('who completes a lesson is enrolled by that', async () => {
    const { house, post, read } = await learner()
    await post(complete('second'))
    expect(await read(COURSE)).toContain(`action="${LEAVE}"`)
    expect(await learnt(house)).toEqual(['course.enrolled', 'lesson.completed'])
  })

  test('after the last lesson comes the course, and it is told that all is done', async () => {
    const { post, read } = await learner()
    for (const lesson of ['first', 'second']) await post(complete(lesson))
    expect((await post(complete('third'))).headers.get('location')).toBe(COURSE)
    expect(await read('/en/me')).toContain('You have completed every lesson that is ready.')
  })

  test('a lesson can be marked as not completed again', async () => {
    const { house, post, read } = await learner()
    await post(complete('first'))
    const answer = await post(reopen('first'))
    expect(answer.headers.get('location')).toBe(`${COURSE}/first`)
    expect(await read(`${COURSE}/first`)).toContain('I have completed this lesson')
    expect(await read('/en/me')).toContain('0 of 3 lessons completed')
    expect(await learnt(house)).toEqual(['course.enrolled', 'lesson.completed', 'lesson.reopened'])
  })

  test('twice is once, and it stays as it was first', async () => {
    const { house, post } = await learner()
    await post(complete('first'))
    const first = await rowsIn(house, 'SELECT * FROM completions')
    letPass(60_000)
    await post(complete('first'))
    await post(reopen('second'))
    expect(await rowsIn(house, 'SELECT * FROM completions')).toEqual(first)
    expect(await learnt(house)).toEqual(['course.enrolled', 'lesson.completed'])
  })
})

describe('who may not', () => {
  const paths = [ENROL, LEAVE, complete('first'), reopen('first')]

  test('a visitor is asked to sign in, comes back to the page, and nothing is written', async () => {
    const house = await openHouse()
    const before = await countsIn(house)
    const backs = [COURSE, COURSE, `${COURSE}/first`, `${COURSE}/first`]
    for (const [at, path] of paths.entries()) {
      const answer = await house.post(path, {})
      expect(answer.status).toBe(303)
      const to = encodeURIComponent(backs[at] ?? '')
      expect(answer.headers.get('location')).toBe(`/en/sign-in?to=${to}`)
    }
    expect((await house.get('/en/me')).headers.get('location')).toBe('/en/sign-in?to=%2Fen%2Fme')
    expect(await countsIn(house)).toEqual(before)
  })

  test('a course that is not in this catalogue does not exist here', async () => {
    const house = await openHouse(['tool/calls', 'curriculum/teaching'])
    const cookie = await house.signIn('ana')
    const before = await countsIn(house)
    for (const path of [...paths, '/en/courses/calls/enrolment', '/en/courses/teaching/enrolment']) {
      expect((await house.post(path, {}, cookie)).status, path).toBe(404)
    }
    expect(await countsIn(house)).toEqual(before)
  })

  test('a lesson that does not exist cannot be completed', async () => {
    const { house, cookie } = await learner()
    const before = await countsIn(house)
    for (const lesson of ['fourth', 'about', 'enrolment', '%00', '%E0%A4%A', '..', 'FIRST', '__proto__']) {
      for (const path of [complete(lesson), reopen(lesson)]) {
        expect((await house.post(path, {}, cookie)).status, path).toBe(404)
      }
    }
    expect(await countsIn(house)).toEqual(before)
  })

  test('nothing is changed by opening an address', async () => {
    const { house, cookie } = await learner()
    const before = await countsIn(house)
    for (const path of paths) expect((await house.get(path, cookie)).status, path).toBe(404)
    expect(await countsIn(house)).toEqual(before)
  })
})

test('a signed-in page costs two requests at most, and so does whatever a learner does', async () => {
  const { house, cookie, post } = await learner()
  await post(complete('first'))
  const pages = ['/en/', COURSE, `${COURSE}/first`, '/en/me', '/en/courses', '/en/toolbox/calls']
  for (const path of pages) await house.get(path, cookie)
  const costs: [string, string[]][] = []
  for (const path of pages) costs.push([path, (await countingTrips(() => house.get(path, cookie))).trips])
  for (const path of [ENROL, complete('second'), reopen('second'), LEAVE]) {
    costs.push([path, (await countingTrips(() => post(path))).trips])
  }
  const database = `sc-${house.organisation.tenant.slug}-acme.turso.io`
  for (const [path, trips] of costs) {
    expect(trips.length, path).toBeLessThanOrEqual(2)
    expect(new Set(trips), path).toEqual(new Set([database]))
  }
})
