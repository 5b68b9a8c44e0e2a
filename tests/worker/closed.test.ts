// Sites that are closed, not ready or not there: each says so, and gives nothing away.
import { describe, expect, test, vi } from 'vitest'
import { registryOf } from '#adapters/houses.ts'
import { found, resume, suspend } from '#domain/organisations/index.ts'
import { ROUTES } from '../support/routes.ts'
import {
  ask,
  countingTrips,
  countsIn,
  type House,
  houseOf,
  inRegistry,
  letPass,
  openHouse,
  openShared,
  origin,
  outside,
} from '../support/worker.ts'

const apex = new URL(origin).host
const registry = () => registryOf(outside, 'an operator', Date.now())
const idOf = (house: House) => house.organisation.tenant.organisation
const KNOWN = { slug: 'basics', email: 'ana@example.org', confirm: 'a-key', reset: 'a-key' }

describe('a suspended organisation', () => {
  test('says at every address that it is closed, and why, and lets nobody do anything', async () => {
    const house = await openHouse()
    const cookie = await house.signIn('ana')
    await suspend(registry(), idOf(house), 'The <contract> has ended')
    letPass(31_000)
    const before = await countsIn(house)
    for (const [route, asks] of Object.entries(ROUTES)) {
      if (route.includes('/theme/')) continue
      for (const { path, form } of asks) {
        const address = path(KNOWN)
        const answer = form
          ? await house.post(address, form(KNOWN), cookie)
          : await house.get(address, cookie)
        expect(answer.status, route).toBe(503)
        expect(answer.headers.get('retry-after'), route).toMatch(/^\d+$/)
        expect(answer.headers.get('cache-control'), route).toBe('private, no-store')
        const html = await answer.text()
        expect(html, route).toContain(house.organisation.tenant.name)
        expect(html, route).toContain('The &lt;contract> has ended')
        expect(html, route).not.toContain('Words of the lesson')
      }
    }
    expect(await countsIn(house)).toEqual(before)
  })

  test('is told without its database', async () => {
    const house = await openHouse()
    await suspend(registry(), idOf(house), 'A pause')
    const { result, trips } = await countingTrips(() => house.get('/en/', '__Host-session=something'))
    expect(result.status).toBe(503)
    expect(trips).toEqual(['registry-acme.turso.io'])
  })

  test('keeps its colours, so that its visitors know where they are', async () => {
    const house = await openHouse()
    await suspend(registry(), idOf(house), 'A pause')
    const html = await (await house.get('/en/')).text()
    const [theme = ''] = /\/theme\/[0-9a-f]{16}\.css/.exec(html) ?? []
    for (const path of [theme, theme.replace('.css', '.svg')]) {
      expect((await house.get(path, '__Host-session=something')).status).toBe(200)
    }
    expect((await house.get('/theme/nothing')).status).toBe(404)
    expect((await house.post(theme, {})).status).toBe(503)
  })

  test('is closed half a minute after it was suspended, and open half a minute after it was taken up again', async () => {
    const house = await openHouse()
    expect((await house.get('/en/courses')).status).toBe(200)
    await suspend(registry(), idOf(house), 'A pause')
    letPass(30_001)
    expect((await house.get('/en/courses')).status).toBe(503)
    await resume(registry(), idOf(house))
    letPass(30_001)
    expect((await house.get('/en/courses')).status).toBe(200)
  })

  test('speaks the reader’s language, or its own', async () => {
    const house = await openHouse()
    await suspend(registry(), idOf(house), 'A pause')
    expect(await (await house.get('/da/courses')).text()).toContain('<html lang="da"')
    expect(await (await house.get('/', '', { 'accept-language': 'ro' })).text()).toContain('<html lang="ro"')
    expect(await (await house.get('/')).text()).toContain('<html lang="it"')
  })

  test('is not among the partners any more', async () => {
    const house = await openHouse()
    await suspend(registry(), idOf(house), 'A pause')
    letPass(31_000)
    expect(await (await ask(apex, '/en/')).text()).not.toContain(house.host)
  })
})

test('an organisation that is not ready yet says so, and so does one whose house is not known', async () => {
  await openShared()
  const half = houseOf(await founded())
  const homeless = houseOf(await founded())
  await inRegistry('INSERT INTO launches VALUES (?, 1)', [idOf(homeless)])
  for (const house of [half, homeless]) {
    for (const path of ['/', '/en/', '/en/sign-in', '/robots.txt', '/dev/outbox']) {
      const answer = await house.get(path, '__Host-session=something', { 'accept-language': 'en' })
      expect(answer.status, path).toBe(503)
      expect(await answer.text(), path).toContain(
        `The site of ${house.organisation.tenant.name} is being prepared`,
      )
    }
    expect((await house.post('/en/sign-up', {})).status).toBe(503)
  }
})

const founded = () => {
  const slug = `half-${crypto.randomUUID().slice(0, 8)}`
  return found(registry(), {
    slug,
    name: `House ${slug}`,
    kind: 'ngo',
    country: 'IT',
    website: 'https://house.example/',
    defaultLanguage: 'it',
    brand: { primary: '#335577', secondary: '#aa5500' },
    words: {},
    firstWorks: [],
  })
}

describe('a host', () => {
  const strange = [
    `nobody-is-here.${apex}`,
    `xn--nobody-9ua.${apex}`,
    `${'a'.repeat(63)}.${apex}`,
    `two.labels.${apex}`,
    `-.${apex}`,
    `evil-${apex}`,
    `${apex}.evil.example`,
    'evil.example',
    '127.0.0.1',
    'localhost:8787',
  ]

  test.each(strange)(
    'that nobody has, as %s, is told to have no site, and leads to the platform',
    async (host) => {
      await openShared()
      for (const path of ['/', '/en/courses', '/theme/0123456789abcdef.css', '/healthz', '/en/me']) {
        const answer = await ask(host, path, { headers: { cookie: '__Host-session=something' } })
        expect(answer.status, path).toBe(404)
        const html = await answer.text()
        expect(html, path).toMatch(/<h1[^>]*>.*<\/h1>/s)
        expect(html, path).toContain(`href="${origin}"`)
      }
      const answer = await ask(host, '/en/sign-up', {
        method: 'POST',
        body: new URLSearchParams({ email: 'x' }),
      })
      expect(answer.status).toBe(404)
    },
  )

  test('that nobody has is asked for once in half a minute', async () => {
    await openShared()
    const host = `nobody-${crypto.randomUUID()}.${apex}`
    expect((await countingTrips(() => ask(host, '/'))).trips).toHaveLength(1)
    expect((await countingTrips(() => ask(host, '/en/'))).trips).toHaveLength(0)
    letPass(31_000)
    expect((await countingTrips(() => ask(host, '/'))).trips).toHaveLength(1)
  })

  test('that an organisation had before leads to its new one', async () => {
    const house = await openHouse()
    const before = `before-${crypto.randomUUID().slice(0, 8)}`
    await inRegistry('INSERT INTO hosts VALUES (?, ?, 1)', [before, idOf(house)])
    const answer = await ask(`${before}.${apex}`, '/en/search?q=telephone')
    expect(answer.status).toBe(301)
    expect(answer.headers.get('location')).toBe(`https://${house.host}/en/search?q=telephone`)
  })

  test('may be written in capitals', async () => {
    const house = await openHouse()
    expect((await ask(house.host.toUpperCase(), '/en/')).status).toBe(200)
  })
})

test('a house whose database was lost says that it cannot be reached', async () => {
  const house = await openHouse()
  vi.spyOn(console, 'error').mockImplementation(() => {})
  await inRegistry('UPDATE databases SET url = ? WHERE organisation = ?', [
    'https://sc-lost-acme.turso.io/',
    idOf(house),
  ])
  const answer = await house.get('/en/courses')
  expect(answer.status).toBe(503)
  expect(await answer.text()).toContain('We cannot reach this page just now')
  vi.restoreAllMocks()
})
