// Nothing of one organisation is ever seen or changed at another's address: every route, asked with all that belongs to
// the other one.
import { beforeAll, describe, expect, test } from 'vitest'
import { siteOf } from '#http/app.ts'
import { development } from '#http/pages/outbox.tsx'
import worker from '../../workers/index.ts'
import { type Ask, ROUTES } from '../support/routes.ts'
import {
  ALL,
  bindings,
  countingTrips,
  countsIn,
  type House,
  letPass,
  openHouse,
  openShared,
  PASSWORD,
  publishHere,
  rowsIn,
} from '../support/worker.ts'
import { course } from '../support/works.ts'

/** Stands in every name and text of the other organisation. */
const MARK = /zirconia/i
const MAILS = { mine: 'ana@mine.example', theirs: 'bea@theirs.example' }

/** An organisation with a course of its own, a learner, and links that wait in mails. */
async function furnish(name: string, email: string) {
  await openShared()
  const slug = `own-${crypto.randomUUID().slice(0, 8)}`
  const { work } = await publishHere(await course(slug, ['alone'], `Opal words of ${name}`))
  const house = await openHouse([...ALL, work], {
    name: `House of ${name}`,
    website: `https://${name}.example/`.toLowerCase(),
    words: { en: { tagline: `Here is ${name}`, welcome: `Welcome to ${name}` } },
  })
  await house.post('/en/sign-up', { name, email, password: PASSWORD })
  await house.post(`/en/confirmation/${(await house.deliver())[0]?.key}`, {})
  const signedIn = await house.post('/en/sign-in', { email, password: PASSWORD })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  await house.post(`/en/courses/${slug}/alone/completion`, {}, cookie)
  await house.post('/en/sign-up', { name, email: `new-${email}`, password: PASSWORD })
  await house.post('/en/password-reset', { email })
  const [confirm, reset] = (await house.deliver()).map((letter) => letter.key ?? '')
  return { house, cookie, email, slug, confirm: confirm ?? '', reset: reset ?? '' }
}

type Furnished = Awaited<ReturnType<typeof furnish>>
let mine: Furnished
let theirs: Furnished
beforeAll(async () => {
  mine = await furnish('Almandine', MAILS.mine)
  theirs = await furnish('Zirconia', MAILS.theirs)
}, 60_000)

test('the table has every route of a site', () => {
  const routes = siteOf(development)
    .routes.filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.replace(/\{[^}]*\}/, '')}`)
  expect(new Set(Object.keys(ROUTES))).toEqual(new Set(routes))
})

test('each has what is its own at its own address, so that the mark would be seen', async () => {
  for (const { house, cookie, slug } of [mine, theirs]) {
    const { name } = house.organisation.tenant
    const lesson = await house.get(`/en/courses/${slug}/alone`, cookie)
    expect(lesson.status).toBe(200)
    expect(await lesson.text()).toContain(`Opal words of ${name.replace('House of ', '')}`)
    for (const path of ['/en/courses', '/en/me', '/sitemap.xml', '/en/search?q=opal']) {
      expect(await (await house.get(path, cookie)).text(), path).toContain(`/courses/${slug}`)
    }
    expect(await (await house.get('/dev/outbox', cookie)).text()).toContain(name)
  }
  for (const path of ['/en/', '/en/me', `/en/courses/${theirs.slug}/alone`, '/dev/outbox']) {
    expect(await (await theirs.house.get(path, theirs.cookie)).text(), path).toMatch(MARK)
  }
})

/** Asks at an address with what belongs to another organisation. */
function asking(house: House, other: Furnished, { path, form }: Ask, cookie: string) {
  const headers = {
    'x-forwarded-host': other.house.host,
    'x-original-host': other.house.host,
    forwarded: `host=${other.house.host}`,
  }
  const address = path(other)
  return form ? house.post(address, form(other), cookie, headers) : house.get(address, cookie, headers)
}

describe.each(Object.entries(ROUTES))('%s', (_, asks) => {
  test('with the cookie, the keys and the names of another organisation, tells and changes nothing of it', async () => {
    const { house } = mine
    const before = { theirs: await countsIn(theirs.house), mine: await countsIn(house) }
    for (const ask of asks) {
      const { result, trips } = await countingTrips(() => asking(house, theirs, ask, theirs.cookie))
      const at = `${ask.path(theirs)} answered ${result.status}`
      expect(result.status, at).toBe(ask.status)
      expect(JSON.stringify([...result.headers]), at).not.toMatch(MARK)
      expect(await result.text(), at).not.toMatch(MARK)
      const own = `sc-${house.organisation.tenant.slug}-acme.turso.io`
      const shared = ['registry-acme.turso.io', 'commons-acme.turso.io', 'outbox-acme.turso.io']
      expect([own, ...shared], at).toEqual(expect.arrayContaining(trips))
    }
    expect(await countsIn(theirs.house)).toEqual(before.theirs)
    const { attempts: _, ...kept } = await countsIn(house)
    expect(before.mine).toMatchObject(kept)
  })

  test('with one’s own cookie tells and changes nothing of another organisation', async () => {
    const before = await countsIn(theirs.house)
    // Whoever signs out or in stays who they are for the next route.
    for (const ask of asks.filter((one) => one.path(theirs) !== '/en/sign-out')) {
      const answer = await asking(mine.house, theirs, ask, mine.cookie)
      expect(answer.status, ask.path(theirs)).toBeLessThan(500)
      expect(await answer.text(), ask.path(theirs)).not.toMatch(MARK)
    }
    expect(await countsIn(theirs.house)).toEqual(before)
  })
})

test('what is kept for one organisation is never given to another', async () => {
  const paths = [
    '/en/',
    '/en/courses',
    '/en/toolbox/calls',
    '/it/',
    '/en/search',
    '/robots.txt',
    '/sitemap.xml',
  ]
  for (const path of paths) {
    for (let at = 0; at < 2; at++) await (await theirs.house.get(path)).text()
    for (const when of ['fresh', 'kept']) {
      const html = await (await mine.house.get(path)).text()
      expect(html, `${path}, ${when}`).not.toMatch(MARK)
      expect(html, `${path}, ${when}`).not.toContain(theirs.house.host)
      expect(html, `${path}, ${when}`).not.toContain(theirs.slug)
      expect(html, `${path}, ${when}`).toMatch(/Almandine|connections\.test/)
    }
  }
})

test('links of mails still work at their own address after all this', async () => {
  expect((await theirs.house.get(`/en/confirmation/${theirs.confirm}`)).status).toBe(200)
  expect((await theirs.house.get(`/en/password-reset/${theirs.reset}`)).status).toBe(200)
  expect((await theirs.house.get('/en/me', theirs.cookie)).status).toBe(200)
})

test('the outbox of a house shows its own mails alone', async () => {
  const [own, other] = await Promise.all(
    [mine, theirs].map(async ({ house }) => (await house.get('/dev/outbox')).text()),
  )
  expect(own).toContain(MAILS.mine)
  expect(own).not.toContain(MAILS.theirs)
  expect(other).toContain(MAILS.theirs)
  expect(other).not.toContain(MAILS.mine)
})

test('a job acts in the house that it names, and in no other', async () => {
  const slug = `both-${crypto.randomUUID().slice(0, 8)}`
  const { work } = await publishHere(await course(slug))
  const [one, other] = [await openHouse([work]), await openHouse([work])]
  await publishHere(await course(slug, ['first', 'second', 'third', 'fourth']))
  const editionIn = (house: House) => rowsIn(house, 'SELECT edition FROM adoptions')
  const before = { counts: await countsIn(other), edition: await editionIn(other) }
  expect(await editionIn(one)).toEqual(before.edition)
  const { organisation } = one.organisation.tenant
  const messages = (['follow', 'raise', 'sweep', 'migrate'] as const).map((job) => ({
    body: { organisation, job },
    attempts: 1,
    ack() {},
    retry: () => expect.unreachable(),
  }))
  const { trips } = await countingTrips(() =>
    worker.queue({ messages } as never, bindings, { waitUntil() {} } as never),
  )
  expect(trips).not.toContain(`sc-${other.organisation.tenant.slug}-acme.turso.io`)
  expect(await editionIn(one)).not.toEqual(before.edition)
  expect({ counts: await countsIn(other), edition: await editionIn(other) }).toEqual(before)

  await one.deliver()
  letPass(31_000)
  expect((await one.get(`/en/courses/${slug}/fourth`)).status).toBe(200)
  expect((await other.get(`/en/courses/${slug}/fourth`)).status).toBe(404)
})
