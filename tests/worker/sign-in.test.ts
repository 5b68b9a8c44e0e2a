import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
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

const DAY = 86_400_000
const emailIn = (house: House, name = 'ana') => `${name}@${house.organisation.tenant.slug}.example`
const from = (place: string) => ({ 'cf-connecting-ip': place })

/** A try to sign in from a place. */
const attempt = (house: House, email: string, password: string, place = '192.0.2.1') =>
  house.post('/en/sign-in', { email, password }, undefined, from(place))

describe('who does not get in', () => {
  test('a wrong password and an unknown address are answered alike', async () => {
    const house = await openHouse()
    await house.signIn('ana')
    const before = await countsIn(house)
    const wrong = await countingTrips(() => attempt(house, emailIn(house), 'not her password'))
    const unknown = await countingTrips(() => attempt(house, emailIn(house, 'ben'), 'not her password'))
    expect(wrong.result.status).toBe(422)
    expect(unknown.result.status).toBe(422)
    const page = await htmlOf(wrong.result)
    expect(page).toContain('The address and the password do not fit together.')
    expect((await htmlOf(unknown.result)).replaceAll(emailIn(house, 'ben'), emailIn(house))).toBe(page)
    expect(unknown.trips).toEqual(wrong.trips)
    for (const { result } of [wrong, unknown]) expect(result.headers.get('set-cookie')).toBeNull()
    const { attempts: _, ...after } = await countsIn(house)
    expect(before).toMatchObject(after)
  })

  test('who has not confirmed the address is told so and sent a new link, but only with the password', async () => {
    const house = await openHouse()
    const email = emailIn(house)
    await house.post('/it/sign-up', { name: 'Ana', email, password: PASSWORD })
    await house.deliver()

    const guessed = await attempt(house, email, 'not her password')
    expect(guessed.status).toBe(422)
    expect(await guessed.text()).not.toContain('not confirmed')
    expect(await house.deliver()).toEqual([])

    const known = await attempt(house, email, PASSWORD)
    expect(known.status).toBe(403)
    expect(known.headers.get('set-cookie')).toBeNull()
    expect(await known.text()).toContain('Your address is not confirmed yet.')
    const [letter] = await house.deliver()
    expect(letter).toMatchObject({ kind: 'confirm', to: email, language: 'it' })
    expect(await eventsIn(house)).toEqual(['person.signedUp', 'person.askedConfirmation'])
    await house.post(`/it/confirmation/${letter?.key}`, {})
    expect((await attempt(house, email, PASSWORD)).status).toBe(303)
  })

  test('the address may be written in capitals and with blanks around it', async () => {
    const house = await openHouse()
    await house.signIn('ana')
    expect((await attempt(house, `  ${emailIn(house).toUpperCase()} `, PASSWORD)).status).toBe(303)
  })
})

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

describe('a session', () => {
  test('is in a cookie that only this host gets and no script reads', async () => {
    const house = await openHouse()
    await house.signIn('ana')
    const cookie = (await attempt(house, emailIn(house), PASSWORD)).headers.get('set-cookie') ?? ''
    const [pair, ...attributes] = cookie.split('; ')
    expect(pair).toMatch(/^__Host-session=[a-z0-9]{40}$/)
    expect(attributes.toSorted()).toEqual([
      'HttpOnly',
      'Max-Age=31536000',
      'Path=/',
      'SameSite=Lax',
      'Secure',
    ])
  })

  test('is kept as a hash that opens nothing', async () => {
    const house = await openHouse()
    const cookie = await house.signIn('ana')
    const token = cookie.split('=')[1] ?? ''
    const [row] = await rowsIn<{ id: string }>(house, 'SELECT id FROM sessions')
    expect(row?.id).toBe(hashOf(token))
    expect((await house.get('/en/me', cookie)).status).toBe(200)
    expect((await house.get('/en/me', `__Host-session=${row?.id}`)).status).toBe(303)
  })

  test('that is over is nobody, and its cookie is taken away', async () => {
    const house = await openHouse()
    const cookie = await house.signIn('ana')
    letPass(31 * DAY)
    for (const path of ['/en/me', '/en/', '/en/nowhere', '/dev/outbox']) {
      const answer = await house.get(path, cookie)
      expect(answer.status).not.toBe(500)
      expect(answer.headers.get('set-cookie')).toMatch(
        /^__Host-session=; Max-Age=0; Path=\/; HttpOnly; Secure/,
      )
      expect(await answer.text()).not.toContain('My learning')
    }
    expect(await rowsIn(house, 'SELECT * FROM sessions')).toEqual([])
  })

  test('made up is nobody', async () => {
    const house = await openHouse()
    for (const token of ['', 'x', 'a'.repeat(40), '%00', "' OR 1=1 --", 'a'.repeat(3000)]) {
      const answer = await house.get('/en/me', `__Host-session=${token}`)
      expect(answer.status).toBe(303)
      expect(answer.headers.get('location')).toBe('/en/sign-in?to=%2Fen%2Fme')
    }
  })

  test('ends alone: other devices of the person stay signed in', async () => {
    const house = await openHouse()
    const telephone = await house.signIn('ana')
    const computer = cookieOf(await attempt(house, emailIn(house), PASSWORD))
    const out = await house.post('/en/sign-out', {}, telephone)
    expect(out.headers.get('set-cookie')).toContain('__Host-session=; Max-Age=0')
    expect((await house.get('/en/me', telephone)).status).toBe(303)
    expect((await house.get('/en/me', computer)).status).toBe(200)
  })

  test('can be ended when it is over already', async () => {
    const house = await openHouse()
    const answer = await house.post('/en/sign-out', {})
    expect(answer.headers.get('location')).toBe('/en/sign-in?done=signedOut')
    expect(await eventsIn(house)).toEqual([])
  })
})

describe('after signing in', () => {
  const wayBack = async (house: House, to: string) => {
    const form = { email: emailIn(house), password: PASSWORD, to }
    return (await house.post('/en/sign-in', form)).headers.get('location')
  }

  test('one comes back to the page one came from', async () => {
    const house = await openHouse()
    await house.signIn('ana')
    const page = await (await house.get('/en/sign-in?to=/en/courses/basics/first')).text()
    expect(page).toContain('<input type="hidden" name="to" value="/en/courses/basics/first"')
    expect(await wayBack(house, '/en/courses/basics/first')).toBe('/en/courses/basics/first')
  })

  test('nobody is sent to another site', async () => {
    const house = await openHouse()
    await house.signIn('ana')
    const bad = [
      '//evil.example/',
      'https://evil.example/',
      '/\\evil.example',
      '/en/\\evil.example',
      '/%2Fevil.example',
      '/%5Cevil.example',
      '\t//evil.example',
      '/\t/evil.example',
      'javascript:alert(1)',
      'en/courses',
      '/en/@evil.example',
      '/en/courses\r\nset-cookie: a=b',
      `/en/${'a'.repeat(600)}`,
      `https://${house.host}.evil.example/`,
      '',
    ]
    for (const to of bad) {
      expect(await wayBack(house, to), to).toBe('/en/me')
      const page = await (await house.get(`/en/sign-in?to=${encodeURIComponent(to)}`)).text()
      expect(page, to).toContain('<input type="hidden" name="to" value=""')
    }
  })
})
