// From a row in the registry to a site with its own address, and the platform's own site beside it.

import { describe, expect, test, vi } from 'vitest'
import { registryOf } from '#adapters/houses.ts'
import { words } from '#content/words/words.ts'
import { found, provision, resume, suspend } from '#domain/organisations/index.ts'
import { element, elements } from '../support/html.ts'
import { ask, letPass, openHouse, openShared, origin, outside, trouble } from '../support/worker.ts'

const apex = new URL(origin).host
const registry = () => registryOf(outside, 'test', Date.now())

let passed = 31_000
/** Later than any test before: whatever is remembered of hosts and partners is over. */
function later() {
  letPass(passed)
  passed *= 3
}

async function foundOnly() {
  await openShared()
  const slug = `new-${crypto.randomUUID().slice(0, 8)}`
  const { tenant } = await found(registry(), {
    slug,
    name: `New ${slug}`,
    kind: 'cooperative',
    country: 'PT',
    website: 'https://www.new.example/',
    defaultLanguage: 'pt',
    brand: { primary: '#335577', secondary: '#aa5500' },
    words: {},
    firstWorks: ['tool/calls'],
  })
  const id = tenant.organisation
  return {
    id,
    name: tenant.name,
    get: (path: string) => ask(`${slug}.${apex}`, path),
    host: `${slug}.${apex}`,
  }
}

async function listed() {
  const html = await (await ask(apex, '/en/')).text()
  return elements(html, '.partners > li')
}
const names = async () => (await listed()).map(({ text }) => text).join('\n')

test('an organisation is being prepared, then it is open, and then its name stands among the partners', async () => {
  const { id, name, get, host } = await foundOnly()
  const before = await get('/pt/')
  expect(before.status).toBe(503)
  expect(before.headers.get('retry-after')).toBeTruthy()
  const page = await before.text()
  expect(page).toContain(name)
  expect(page).toContain(words.pt.errors.notReadyText)
  expect(await names()).not.toContain(name)

  await provision(registry(), id)
  later()
  expect((await get('/pt/')).status).toBe(200)
  expect((await get('/pt/toolbox/calls')).status).toBe(200)
  const partner = (await listed()).find(({ text }) => text.includes(name))
  expect(partner?.text).toContain('Portugal')
  expect(partner?.text).toContain(words.en.platform.kinds.cooperative)
  const links = await elements(await (await ask(apex, '/en/')).text(), '.partners a')
  expect(links.map((link) => link.get('href'))).toContain(`https://${host}/`)
})

test('an organisation that is suspended is closed within half a minute, everywhere, and opens again', async () => {
  const house = await openHouse(undefined, { name: `Suspended ${crypto.randomUUID()}` })
  const { organisation, name } = house.organisation.tenant
  expect((await house.get('/en/courses')).status).toBe(200)
  later()
  expect(await names()).toContain(name)

  await suspend(registry(), organisation, 'The contract has ended <b>today</b>')
  later()
  for (const path of [
    '/',
    '/en/',
    '/en/courses',
    '/en/sign-in',
    '/sitemap.xml',
    '/robots.txt',
    '/en/nowhere',
  ]) {
    const closed = await house.get(path)
    expect(closed.status, path).toBe(503)
    expect(closed.headers.get('cache-control'), path).toBe('private, no-store')
  }
  const html = await (await house.get('/it/')).text()
  expect((await element(html, 'h1'))?.text).toContain(name)
  expect((await element(html, 'main'))?.text).toContain('The contract has ended <b>today</b>')
  expect(await elements(html, 'main b')).toEqual([])
  expect((await element(html, 'html'))?.get('lang')).toBe('it')
  expect(await names()).not.toContain(name)

  await resume(registry(), organisation)
  later()
  expect((await house.get('/en/courses')).status).toBe(200)
  expect(await names()).toContain(name)
})

describe('an address without an organisation', () => {
  test.each([
    `nobody-${crypto.randomUUID().slice(0, 8)}.${apex}`,
    `a.b.${apex}`,
    `www.${apex}`,
    'elsewhere.example',
    `${'x'.repeat(60)}.${apex}`,
    `xn--nandu-pta.${apex}`,
    '127.0.0.1',
    `${apex}.evil.example`,
    `evil${apex}`,
  ])('%s says that there is none, and leads to the platform', async (host) => {
    await openShared()
    const answer = await ask(host, '/en/')
    expect(answer.status).toBe(404)
    const html = await answer.text()
    expect(html).toContain(words.en.errors.unknownHostTitle)
    expect(await element(html, `main a[href="${origin}"]`)).toBeDefined()
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
  })

  test('is not asked for again and again', async () => {
    await openShared()
    const host = `nobody-${crypto.randomUUID().slice(0, 8)}.${apex}`
    await ask(host, '/en/')
    const spy = vi.spyOn(globalThis, 'fetch')
    await ask(host, '/en/courses')
    expect(spy).not.toHaveBeenCalled()
    spy.mockRestore()
  })
})

test('an address is the same in capital letters and with a dot at its end', async () => {
  const house = await openHouse([])
  expect((await ask(house.host.toUpperCase(), '/en/')).status).toBe(200)
  expect((await ask(`${house.host}.`, '/en/')).status).toBe(200)
})

describe('the platform’s own site', () => {
  test.each(['en', 'es', 'it', 'da', 'pt', 'ro'] as const)('is there in %s', async (language) => {
    await openShared()
    later()
    const answer = await ask(apex, `/${language}/`)
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expect((await element(html, 'html'))?.get('lang')).toBe(language)
    expect((await elements(html, 'h1')).map(({ text }) => text)).toEqual([words[language].platform.title])
    expect((await element(html, 'main'))?.get('id')).toBe('main')
    expect((await element(html, '#apply'))?.text).toContain(words[language].platform.applyTitle)
  })

  test.each([
    '/en/courses',
    '/en/sign-in',
    '/en/me',
    '/nowhere',
    '/theme/0123456789abcdef.css',
    '/dev/outbox',
  ])('has no %s', async (path) => {
    await openShared()
    expect((await ask(apex, path)).status).toBe(404)
  })
})

describe('whoever looks whether the platform is well', () => {
  test('hears that it is', async () => {
    await openShared()
    const answer = await ask(apex, '/healthz')
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('ok')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  test.each(['registry', 'commons'])('hears that it is not while the %s does not answer', async (name) => {
    await openShared()
    vi.spyOn(console, 'error').mockImplementation(() => {})
    trouble(`${name}-`, async () => new Response('gone', { status: 500 }))
    const answer = await ask(apex, '/healthz')
    expect(answer.status).toBe(503)
    expect(await answer.text()).not.toMatch(/turso|token/i)
  })

  test('is not answered at the address of an organisation', async () => {
    const house = await openHouse([])
    expect((await house.get('/healthz')).status).toBe(404)
  })
})
