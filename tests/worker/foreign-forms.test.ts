// Forms that come from elsewhere, or in masses.
import { describe, expect, test } from 'vitest'
import { ask, countsIn, type House, openHouse, origin, PASSWORD } from '../support/worker.ts'

const apex = new URL(origin).host

describe('a form sent from another site', () => {
  const foreign: [string, Record<string, string>][] = [
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another site, in an old browser', { origin: 'https://evil.example' }],
    ['a site without a name', { origin: 'null' }],
    ['the platform', { origin, 'sec-fetch-site': 'same-site' }],
    ['another scheme', { origin: `http://house.${apex}` }],
    ['a browser that only says that it is another site', { origin: '', 'sec-fetch-site': 'cross-site' }],
    ['a sibling that only says so', { origin: '', 'sec-fetch-site': 'same-site' }],
    ['nowhere', { origin: '' }],
  ]

  test.each(foreign)('is refused when it comes from %s, and nothing is written', async (_, headers) => {
    const house = await openHouse()
    const cookie = await house.signIn('ana')
    const before = await countsIn(house)
    const { origin: from, ...rest } = headers
    for (const path of ['/en/sign-up', '/en/sign-in', '/en/sign-out', '/en/courses/basics/enrolment']) {
      const answer = await ask(house.host, path, {
        method: 'POST',
        body: new URLSearchParams({ name: 'x', email: 'x@example.org', password: PASSWORD }),
        headers: { ...rest, ...(from && { origin: from }), cookie },
      })
      expect(answer.status, path).toBe(403)
      expect(await answer.text(), path).toContain('This form cannot be sent from here')
    }
    expect(await countsIn(house)).toEqual(before)
    expect(await house.deliver()).toEqual([])
  })

  test('is refused when it comes from another organisation’s site', async () => {
    const [house, other] = [await openHouse(), await openHouse()]
    const cookie = await house.signIn('ana')
    const headers = { origin: `https://${other.host}`, 'sec-fetch-site': 'same-site' }
    const answer = await house.post('/en/courses/basics/enrolment', {}, cookie, headers)
    expect(answer.status).toBe(403)
    expect(await countsIn(house)).toMatchObject({ enrolments: 0 })
  })

  test('is taken when the browser says that it is this site, though it hides its origin', async () => {
    const house = await openHouse()
    const headers = { origin: 'null', 'sec-fetch-site': 'same-origin' }
    expect((await house.post('/en/sign-in', {}, '', headers)).status).toBe(422)
  })
})

test('who sends forms in masses is told to wait, one place and one organisation at a time', async () => {
  const [house, other] = [await openHouse(), await openHouse()]
  const send = (to: House, place: string) =>
    to.post('/en/password-reset', {}, '', { 'cf-connecting-ip': place })
  let answer = await send(house, '192.0.2.1')
  for (let at = 0; answer.status !== 429 && at < 130; at++) answer = await send(house, '192.0.2.1')
  expect(answer.status).toBe(429)
  const html = await answer.text()
  expect(html).toContain('Too many tries')
  expect(html).toContain('Please wait a quarter of an hour')
  expect((await send(house, '192.0.2.2')).status).toBe(422)
  expect((await send(other, '192.0.2.1')).status).toBe(422)
  expect((await house.get('/en/password-reset', '', { 'cf-connecting-ip': '192.0.2.1' })).status).toBe(200)
})
