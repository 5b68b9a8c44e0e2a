// The look of a house: its colours and its mark, at addresses that change when they do.

import { describe, expect, test } from 'vitest'
import { registryOf } from '#adapters/houses.ts'
import { markSvg, themeCss, themeHash } from '#domain/brands/index.ts'
import { suspend } from '#domain/organisations/index.ts'
import { element } from '../support/html.ts'
import { type House, letPass, openHouse, outside } from '../support/worker.ts'

const FOR_EVER = 'public, max-age=31536000, immutable'
const OLD = '0123456789abcdef'

/** The addresses that a page names. */
async function named(house: House, path = '/en/') {
  const html = await (await house.get(path)).text()
  const sheet = (await element(html, 'link[rel="stylesheet"][href^="/theme/"]'))?.get('href') ?? ''
  const icon = (await element(html, 'link[rel="icon"]'))?.get('href') ?? ''
  return { sheet, icon }
}

test('a page names the colours of its house by their hash', async () => {
  const house = await openHouse([])
  const { sheet, icon } = await named(house)
  const hash = await themeHash(house.organisation.tenant.brand)
  expect(sheet).toBe(`/theme/${hash}.css`)
  expect(icon).toMatch(/^\/theme\/[0-9a-f]{16}\.svg$/)
})

test('colours are kept for ever by whoever fetched them, and are properties only', async () => {
  const house = await openHouse([])
  const answer = await house.get((await named(house)).sheet)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe(FOR_EVER)
  expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  const css = await answer.text()
  expect(css).toBe(themeCss(house.organisation.tenant.brand))
  expect(css).not.toMatch(/url\(|@import|expression|<\//)
})

test('the mark is a picture of the name', async () => {
  const house = await openHouse([])
  const answer = await house.get((await named(house)).icon)
  expect(answer.headers.get('content-type')).toBe('image/svg+xml')
  expect(answer.headers.get('cache-control')).toBe(FOR_EVER)
  const { brand, name } = house.organisation.tenant
  expect(await answer.text()).toBe(markSvg(brand, name))
})

test('the mark of a name with markup in it is still only a picture', async () => {
  const house = await openHouse([], { name: '<script>alert(1)</script>&"' })
  const svg = await (await house.get((await named(house)).icon)).text()
  expect(svg).not.toMatch(/<script|onload/i)
})

test.each(['css', 'svg'])('an address of an older look (%s) gives today’s for a short time', async (kind) => {
  const house = await openHouse([])
  const answer = await house.get(`/theme/${OLD}.${kind}`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('public, max-age=60')
})

test.each([
  '/theme/',
  '/theme/x.css',
  `/theme/${OLD}`,
  `/theme/${OLD}.js`,
  `/theme/${OLD}.css.map`,
  `/theme/${OLD.toUpperCase()}.css`,
  `/theme/${OLD}0.css`,
  `/theme/..%2f${OLD}.css`,
  `/theme/${OLD}.css%00`,
  `/theme/${OLD}/x.css`,
])('%s is nothing', async (path) => {
  const house = await openHouse([])
  expect((await house.get(path)).status).toBe(404)
})

test('no two houses of different colours share an address', async () => {
  const one = await openHouse([], { brand: { primary: '#335577', secondary: '#aa5500' } })
  const other = await openHouse([], { brand: { primary: '#335578', secondary: '#aa5500' } })
  expect((await named(one)).sheet).not.toBe((await named(other)).sheet)
  const answer = await other.get((await named(one)).sheet)
  expect(answer.headers.get('cache-control')).toBe('public, max-age=60')
  expect(await answer.text()).toBe(themeCss(other.organisation.tenant.brand))
})

test.each([
  { primary: '#000000', secondary: '#000000' },
  { primary: '#ffffff', secondary: '#ffffff' },
  { primary: '#ffff00', secondary: '#00ff00' },
  { primary: 'red', secondary: '' },
  { primary: '}</style><script>', secondary: 'url(https://evil.example)' },
])('whatever colours a house has, it has a look: %j', async (brand) => {
  const house = await openHouse([], { brand })
  const css = await (await house.get((await named(house)).sheet)).text()
  expect(css).toMatch(/^:root\{(--[a-z-]+:#[0-9a-f]{6};?)+\}/)
  expect(css).not.toMatch(/script|evil/)
})

describe('the page of a house that is closed', () => {
  test('still wears its colours', async () => {
    const house = await openHouse([])
    const registry = registryOf(outside, 'test', Date.now())
    await suspend(registry, house.organisation.tenant.organisation, 'Closed for the test')
    letPass(31_000)
    const closed = await house.get('/en/')
    expect(closed.status).toBe(503)
    const { sheet, icon } = await named(house)
    expect((await house.get(sheet)).status).toBe(200)
    expect((await house.get(icon)).status).toBe(200)
  })
})
