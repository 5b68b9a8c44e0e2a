import { expect, test } from 'vitest'
import {
  cookieOf,
  countingTrips,
  countsIn,
  eventsIn,
  type House,
  htmlOf,
  letPass,
  openHouse,
  PASSWORD,
  rowsIn,
} from '../support/worker.ts'

const HOUR = 3_600_000
const NEW = 'a new and longer password'
const emailIn = (house: House) => `ana@${house.organisation.tenant.slug}.example`
const ask = (house: House, email = emailIn(house)) => house.post('/da/password-reset', { email })

/** Asks for a new password and answers the path in the mail. */
async function mailed(house: House) {
  await ask(house)
  const [letter] = await house.deliver()
  return `/da/password-reset/${letter?.key}`
}

test('a person who forgot the password sets a new one by mail', async () => {
  const house = await openHouse()
  await house.signIn('ana')
  const asked = await ask(house)
  expect(asked.status).toBe(200)
  const [letter, ...more] = await house.deliver()
  expect(more).toEqual([])
  expect(letter).toMatchObject({ kind: 'reset', to: emailIn(house), name: 'ana', language: 'da' })

  const link = `/da/password-reset/${letter?.key}`
  const page = await house.get(link)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain(`action="${link}"`)
  const done = await house.post(link, { password: NEW })
  expect(done.status).toBe(303)
  expect(done.headers.get('location')).toBe('/da/sign-in?done=resetDone')

  const signIn = (password: string) => house.post('/en/sign-in', { email: emailIn(house), password })
  expect((await signIn(PASSWORD)).status).toBe(422)
  expect((await signIn(NEW)).status).toBe(303)
  expect((await eventsIn(house)).slice(-3)).toEqual([
    'person.askedReset',
    'person.resetPassword',
    'person.signedIn',
  ])
})

test('a new password ends every session of the person and of nobody else', async () => {
  const house = await openHouse()
  const telephone = await house.signIn('ana')
  const computer = cookieOf(await house.post('/en/sign-in', { email: emailIn(house), password: PASSWORD }))
  const ben = await house.signIn('ben')
  await house.post(await mailed(house), { password: NEW })
  for (const cookie of [telephone, computer]) expect((await house.get('/en/me', cookie)).status).toBe(303)
  expect((await house.get('/en/me', ben)).status).toBe(200)
})

test('who asks cannot tell whether there is such an account', async () => {
  const house = await openHouse()
  await house.signIn('ana')
  const known = await countingTrips(() => ask(house))
  const unknown = await countingTrips(() => ask(house, 'nobody@example.org'))
  expect(unknown.result.status).toBe(200)
  const page = await htmlOf(known.result)
  expect((await htmlOf(unknown.result)).replaceAll('nobody@example.org', emailIn(house))).toBe(page)
  expect(unknown.trips).toEqual(known.trips)
  expect((await house.deliver()).map((letter) => letter.to)).toEqual([emailIn(house)])
  expect((await eventsIn(house)).filter((what) => what === 'person.askedReset')).toHaveLength(1)
})

test('opening the link changes nothing', async () => {
  const house = await openHouse()
  await house.signIn('ana')
  const link = await mailed(house)
  const before = await countsIn(house)
  for (let at = 0; at < 2; at++) expect((await house.get(link)).status).toBe(200)
  expect(await countsIn(house)).toEqual(before)
})

test('a link that was used or made up is over, and with a new password every other link too', async () => {
  const house = await openHouse()
  await house.signIn('ana')
  const [used, other] = [await mailed(house), await mailed(house)]
  await house.post(used, { password: NEW })
  await expectOver(house, [used, other, '/da/password-reset/AAAA', '/da/password-reset/%00'])
})

test('a link that is older than an hour is over', async () => {
  const house = await openHouse()
  await house.signIn('ana')
  const link = await mailed(house)
  letPass(HOUR + 1)
  await expectOver(house, [link])
})

/** The links show a way on and change nothing. */
async function expectOver(house: House, links: string[]) {
  const before = await countsIn(house)
  for (const path of links) {
    for (const answer of [await house.get(path), await house.post(path, { password: 'another password' })]) {
      expect(answer.status, path).toBe(404)
      const html = await answer.text()
      expect(html).toContain('href="/da/password-reset"')
      expect(html).not.toContain('type="password"')
    }
  }
  expect(await countsIn(house)).toEqual(before)
}

test('a link works until its hour is over', async () => {
  const house = await openHouse()
  await house.signIn('ana')
  const link = await mailed(house)
  letPass(HOUR - 60_000)
  expect((await house.post(link, { password: NEW })).status).toBe(303)
})

test('a new password that is too short is asked for again, and the link keeps working', async () => {
  const house = await openHouse()
  await house.signIn('ana')
  const link = await mailed(house)
  const refused = await house.post(link, { password: 'short' })
  expect(refused.status).toBe(422)
  const html = await refused.text()
  expect(html).toMatch(
    /<input id="password"[^>]* aria-describedby="[^"]*password-error"[^>]* aria-invalid="true"/,
  )
  expect(html).not.toContain('value="short"')
  expect((await house.post(link, { password: NEW })).status).toBe(303)
})

test('who can read the mail has shown that the address is theirs', async () => {
  const house = await openHouse()
  await house.post('/en/sign-up', { name: 'ana', email: emailIn(house), password: PASSWORD })
  await house.deliver()
  await house.post(await mailed(house), { password: NEW })
  expect((await house.post('/en/sign-in', { email: emailIn(house), password: NEW })).status).toBe(303)
})

test('after five mails to one address no more are sent for a quarter of an hour', async () => {
  const house = await openHouse()
  await house.signIn('ana')
  const statuses: number[] = []
  for (let at = 0; at < 6; at++) statuses.push((await ask(house)).status)
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
  expect(await house.deliver()).toHaveLength(5)
  expect(await rowsIn(house, `SELECT * FROM mail_keys`)).toHaveLength(5)
  letPass(15 * 60_000)
  expect((await ask(house)).status).toBe(200)
})

test('the links of one organisation open nothing at another', async () => {
  const [house, other] = [await openHouse(), await openHouse()]
  await house.signIn('ana')
  const link = await mailed(house)
  expect((await other.get(link)).status).toBe(404)
  expect((await other.post(link, { password: NEW })).status).toBe(404)
  expect((await house.get(link)).status).toBe(200)
})
