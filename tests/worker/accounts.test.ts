import { expect, onTestFinished, test, vi } from 'vitest'
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

const ana = { name: 'Ana', email: 'ana@people.example', password: PASSWORD }
const signUp = (house: House, form: Partial<typeof ana> = {}) =>
  house.post('/en/sign-up', { ...ana, ...form })

/** Signs Ana up and answers the path in her mail. */
async function mailed(house: House, form: Partial<typeof ana> = {}) {
  await signUp(house, form)
  const [letter] = await house.deliver()
  return `/en/confirmation/${letter?.key}`
}

test('a person signs up, confirms by mail, signs in, sees their own page and signs out', async () => {
  const house = await openHouse()
  const sent = await signUp(house)
  expect(sent.status).toBe(200)
  expect(await sent.text()).toContain('ana@people.example')

  const [letter, ...more] = await house.deliver()
  expect(more).toEqual([])
  expect(letter).toMatchObject({ kind: 'confirm', to: 'ana@people.example', name: 'Ana', language: 'en' })

  const confirmed = await house.post(`/en/confirmation/${letter?.key}`, {})
  expect(confirmed.status).toBe(303)
  expect(confirmed.headers.get('location')).toBe('/en/sign-in?done=confirmed')

  const signedIn = await house.post('/en/sign-in', { email: ana.email, password: PASSWORD })
  expect(signedIn.status).toBe(303)
  expect(signedIn.headers.get('location')).toBe('/en/me')
  const cookie = cookieOf(signedIn)
  const me = await house.get('/en/me', cookie)
  expect(me.status).toBe(200)
  expect(await me.text()).toContain('Hello, Ana')

  const out = await house.post('/en/sign-out', {}, cookie)
  expect(out.headers.get('location')).toBe('/en/sign-in?done=signedOut')
  expect(await rowsIn(house, 'SELECT * FROM sessions')).toEqual([])
  expect((await house.get('/en/me', cookie)).headers.get('location')).toBe('/en/sign-in?to=%2Fen%2Fme')
  expect(await eventsIn(house)).toEqual([
    'person.signedUp',
    'person.confirmed',
    'person.signedIn',
    'person.signedOut',
  ])
})

test('the mail is in the language of the form and leads to the same organisation', async () => {
  const house = await openHouse()
  await house.post('/da/sign-up', ana)
  const [letter] = await house.deliver()
  const outbox = await (await house.get('/dev/outbox')).text()
  expect(outbox).toContain(`https://${house.host}/da/confirmation/${letter?.key}`)
})

test('opening the link of the mail changes nothing, for mail programs open links too', async () => {
  const house = await openHouse()
  const link = await mailed(house)
  const before = await countsIn(house)
  const page = await house.get(link)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain(`method="post" action="${link}"`)
  expect(await countsIn(house)).toEqual(before)
  expect(await rowsIn(house, 'SELECT * FROM email_proofs')).toEqual([])
})

test('a link that was used, is too old or was made up is over, with a way on', async () => {
  const house = await openHouse()
  const link = await mailed(house)
  await house.post(link, {})
  const old = await mailed(house, { email: 'ben@people.example' })
  letPass(48 * HOUR + 1)
  const made = '/en/confirmation/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
  const before = await countsIn(house)
  for (const path of [link, old, made]) {
    for (const answer of [await house.get(path), await house.post(path, {})]) {
      expect(answer.status).toBe(404)
      const html = await answer.text()
      expect(html).toContain('This link no longer works')
      expect(html).toContain('href="/en/sign-up"')
    }
  }
  expect(await countsIn(house)).toEqual(before)
})

test('a link works until its time is over', async () => {
  const house = await openHouse()
  const link = await mailed(house)
  letPass(48 * HOUR - 60_000)
  expect((await house.post(link, {})).status).toBe(303)
})

test('the database cannot tell the key of a link: only its hash is kept', async () => {
  const house = await openHouse()
  const link = await mailed(house)
  const [row] = await rowsIn<{ hash: string }>(house, 'SELECT hash FROM mail_keys')
  expect(row?.hash).toMatch(/^[0-9a-f]{64}$/)
  expect(link).not.toContain(row?.hash)
  expect((await house.post(`/en/confirmation/${row?.hash}`, {})).status).toBe(404)
})

test('a key to confirm does not set a password, and a key to reset does not confirm', async () => {
  const house = await openHouse()
  const confirm = await mailed(house)
  const crossed = await house.post(confirm.replace('confirmation', 'password-reset'), { password: PASSWORD })
  expect(crossed.status).toBe(404)
  await house.post('/en/password-reset', { email: ana.email })
  const [letter] = await house.deliver()
  expect((await house.post(`/en/confirmation/${letter?.key}`, {})).status).toBe(404)
  expect(await rowsIn(house, 'SELECT * FROM email_proofs')).toEqual([])
})

test('two of the same forms at once make one person, and both mails work', async () => {
  const house = await openHouse()
  waitForEachOther(house, 2)
  const answers = await Promise.all([signUp(house), signUp(house)])
  expect(answers.map((answer) => answer.status)).toEqual([200, 200])
  expect(await rowsIn(house, 'SELECT * FROM people')).toHaveLength(1)
  const letters = await house.deliver()
  expect(letters).toHaveLength(2)
  for (const letter of letters) {
    expect((await house.get(`/en/confirmation/${letter.key}`)).status).toBe(200)
  }
  expect(await eventsIn(house)).toEqual(['person.signedUp'])
})

/** The first requests to a house's database are answered only when all of them have been sent. */
function waitForEachOther(house: House, all: number) {
  const real = globalThis.fetch
  const { host } = new URL(house.organisation.address?.url ?? '')
  const arrived: (() => void)[] = []
  const spy = vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const mine = new URL(input instanceof Request ? input.url : String(input)).host === host
    if (mine && arrived.length < all) {
      await new Promise<void>((go) => {
        arrived.push(go)
        if (arrived.length === all) for (const one of arrived) one()
      })
    }
    return real(input, init)
  })
  onTestFinished(() => spy.mockRestore())
}

test('whoever signs up with a known address is told the same, and its owner is told by mail', async () => {
  const house = await openHouse()
  const page = await htmlOf(await signUp(house))
  await house.post(`/en/confirmation/${(await house.deliver())[0]?.key}`, {})
  const again = await signUp(house, { name: 'Somebody', password: 'quite another password' })
  expect(again.status).toBe(200)
  expect(await htmlOf(again)).toBe(page)
  const [letter] = await house.deliver()
  expect(letter).toMatchObject({ kind: 'already', to: ana.email, name: 'Ana' })
  expect(letter).not.toHaveProperty('key')
  const other = await htmlOf(await signUp(house, { email: 'new@people.example' }))
  expect(other.replaceAll('new@people.example', ana.email)).toBe(page)

  expect((await house.post('/en/sign-in', { email: ana.email, password: PASSWORD })).status).toBe(303)
  const stolen = { email: ana.email, password: 'quite another password' }
  expect((await house.post('/en/sign-in', stolen)).status).toBe(422)
})

test('an address that was never confirmed belongs to who signed up last and can read its mail', async () => {
  const house = await openHouse()
  const early = await mailed(house, { name: 'Mallory', password: 'the password of a thief' })
  const page = await htmlOf(await signUp(house))
  expect(page).toContain(ana.email)
  const [letter] = await house.deliver()
  expect(letter).toMatchObject({ kind: 'confirm', name: 'Ana' })
  expect((await house.post(early, {})).status).toBe(404)
  expect((await house.post(`/en/confirmation/${letter?.key}`, {})).status).toBe(303)

  const thief = await house.post('/en/sign-in', { email: ana.email, password: 'the password of a thief' })
  expect(thief.status).toBe(422)
  expect((await house.post('/en/sign-in', ana)).status).toBe(303)
  expect(await rowsIn(house, 'SELECT name FROM people')).toEqual([{ name: 'Ana' }])
  expect(await eventsIn(house)).toContain('person.signedUpAgain')
})

test('a sign-up costs the same whether the address is new, waits for its proof or is known', async () => {
  const house = await openHouse()
  await house.post(await mailed(house), {})
  await mailed(house, { email: 'ben@people.example' })
  const costs: string[][] = []
  for (const email of [ana.email, 'ben@people.example', 'new@people.example']) {
    costs.push((await countingTrips(() => signUp(house, { email }))).trips)
  }
  const [database] = costs[0] ?? []
  expect(costs).toEqual([0, 1, 2].map(() => [database, database]))
})

test('the same person may have an account at two organisations, one apart from the other', async () => {
  const [one, other] = [await openHouse(), await openHouse()]
  await one.post(await mailed(one), {})
  expect((await other.post('/en/sign-in', ana)).status).toBe(422)
  expect(await rowsIn(other, 'SELECT * FROM people')).toEqual([])
})

test('who is signed in is led from the forms of an account to their own page', async () => {
  const house = await openHouse()
  const cookie = await house.signIn('ana')
  for (const path of ['/en/sign-up', '/en/sign-in']) {
    expect((await house.get(path, cookie)).headers.get('location')).toBe('/en/me')
  }
  expect(await (await house.get('/en/sign-out', cookie)).text()).toContain('You are signed in as ana')
  expect((await house.get('/en/sign-out')).headers.get('location')).toBe('/en/sign-in')
})
