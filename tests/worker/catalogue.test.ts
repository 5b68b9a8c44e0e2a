// The catalogue as visitors see it: cheap to read however long it is, and new as soon as it is new.

import { describe, expect, test, vi } from 'vitest'
import { registryOf } from '#adapters/houses.ts'
import * as catalogue from '#domain/catalogue/index.ts'
import { existing } from '#domain/organisations/index.ts'
import { elements } from '../support/html.ts'
import { countingTrips, type House, letPass, openHouse, outside, publishHere } from '../support/worker.ts'
import { course, tool } from '../support/works.ts'

// These read many pages.
vi.setConfig({ testTimeout: 30_000 })

const slugs = async (answer: Response, selector: string) =>
  (await elements(await answer.text(), selector)).map((link) => link.get('href')?.split('/').at(-1))
const cards = async (house: House) => slugs(await house.get('/en/toolbox'), '.tool-title a')

describe('a catalogue of fifty works', () => {
  async function publishMany(name: string) {
    const works: string[] = []
    for (let at = 0; at < 50; at++) works.push((await publishHere(await tool(`${name}-${at}`))).work)
    return works
  }

  test('costs two requests beside the host when nothing is known of it', async () => {
    const works = await publishMany('cold')
    const house = await openHouse(works)
    const { tenant } = house.organisation
    const { result, trips } = await countingTrips(() => house.get('/en/toolbox'))
    expect(await slugs(result, '.tool-title a')).toHaveLength(50)
    expect(trips).toEqual([
      'registry-acme.turso.io',
      `sc-${tenant.slug}-acme.turso.io`,
      'commons-acme.turso.io',
    ])
  })

  test.each(['/en/', '/en/courses', '/en/curriculum', '/da/toolbox'])(
    'costs no more at %s, and nothing the second time',
    async (path) => {
      const works = await publishMany(`page-${path.length}${path.slice(1, 3)}`)
      const house = await openHouse(works)
      const cold = await countingTrips(() => house.get(path))
      expect(cold.trips.length).toBeLessThanOrEqual(3)
      expect((await countingTrips(() => house.get(path))).trips).toEqual([])
    },
  )

  test('shows them in the order that the house has chosen', async () => {
    const works = (await publishMany('order')).reverse()
    const house = await openHouse(works)
    expect(await cards(house)).toEqual(works.map((work) => work.split('/')[1]))
  })
})

test('each house shows what it has adopted, and nothing else', async () => {
  const [one, other] = [await openHouse(['tool/calls']), await openHouse(['course/basics'])]
  expect(await cards(one)).toEqual(['calls'])
  expect(await cards(other)).toEqual([])
  expect(await slugs(await other.get('/en/courses'), '.work-row a')).toEqual(['basics'])
})

test('a work that is adopted later is shown when its message has arrived', async () => {
  const { work } = await publishHere(await tool('later'))
  const house = await openHouse(['tool/calls'])
  expect(await cards(house)).toEqual(['calls'])
  await catalogue.adopt(house.scope(), [work])
  await house.deliver()
  letPass(31_000)
  expect(await cards(house)).toEqual(['calls', 'later'])
})

test('a new edition is read when the house follows, not before', async () => {
  const { work } = await publishHere(await course('changing', ['one'], 'The old words of'))
  const house = await openHouse([work])
  const read = async () => (await house.get('/en/courses/changing/one')).text()
  await house.deliver()
  letPass(31_000)
  expect(await read()).toContain('The old words of')
  await publishHere(await course('changing', ['one'], 'The new words of'))
  expect(await read()).toContain('The old words of')
  await catalogue.follow(house.scope())
  await house.deliver()
  letPass(62_000)
  const now = await read()
  expect(now).toContain('The new words of')
  expect(now).not.toContain('The old words of')
})

test('the version in the registry has reached the catalogue’s after the jobs are done', async () => {
  const house = await openHouse()
  await house.deliver()
  const registry = registryOf(outside, 'test', Date.now())
  const { tenant } = await existing(registry, house.organisation.tenant.organisation)
  expect(tenant.catalogueVersion).toBe(4)
  expect(await catalogue.version(house.scope())).toBe(4)
})

describe('a page that is kept', () => {
  test('is recognised by the browser that has it', async () => {
    const house = await openHouse()
    const first = await house.get('/en/courses/basics')
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^W\/"/)
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    const again = await house.get('/en/courses/basics', undefined, { 'if-none-match': etag })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect((await house.get('/en/courses/basics', undefined, { 'if-none-match': 'W/"other"' })).status).toBe(
      200,
    )
  })

  test('is not taken for that of another house with the same path', async () => {
    const [one, other] = [await openHouse(), await openHouse()]
    await one.get('/en/')
    expect(await (await other.get('/en/')).text()).toContain(other.organisation.tenant.name)
  })

  test('has a nonce of its own in every answer', async () => {
    const house = await openHouse()
    const nonces = []
    for (let time = 0; time < 3; time++) {
      const answer = await house.get('/en/courses/basics')
      const html = await answer.text()
      const [script] = await elements(html, 'script[nonce]')
      const nonce = script?.get('nonce') ?? ''
      expect(answer.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`)
      nonces.push(nonce)
    }
    expect(new Set(nonces).size).toBe(3)
  })
})
