import { expect, test } from 'vitest'
import * as catalogue from '#domain/catalogue/index.ts'
import * as organisations from '#domain/organisations/index.ts'
import { Refusal } from '#domain/refusal.ts'
import { registryHere, settle } from '#tools/outside.ts'
import { oneOfEach, openHouse, openWorld, publishAll } from '../../support/node.ts'
import { course, tool } from '../../support/works.ts'

async function open() {
  const world = await openWorld()
  const works = [...(await oneOfEach()), await course('advanced')]
  return { world, house: await openHouse(world, works) }
}

test('the catalogue is in its own order, in one request, and then in none', async () => {
  const { world, house } = await open()
  const list = await catalogue.list(house.scope())
  expect(list.map(({ work }) => work)).toEqual([
    'course/basics',
    'tool/calls',
    'curriculum/teaching',
    'course/advanced',
  ])
  expect(await catalogue.list(house.scope())).toEqual(list)
  expect(world.trips).toEqual(['sc-intras-acme.turso.io'])
})

test('a version that was raised is read anew', async () => {
  const { world, house } = await open()
  await catalogue.list(house.scope())
  await publishAll(world, [await tool('more')])
  await catalogue.adopt(house.scope(), ['tool/more'])
  await settle(world)
  const registry = registryHere(world)
  const now = await organisations.existing(registry, house.organisation.tenant.organisation)
  const list = await catalogue.list(organisations.houseOf(registry, now))
  expect(list.map(({ work }) => work)).toContain('tool/more')
})

test('two houses have their own catalogues', async () => {
  const { world, house } = await open()
  const other = await openHouse(world, [await tool('calls')], 'aproximar')
  expect((await catalogue.list(other.scope())).map(({ work }) => work)).toEqual(['tool/calls'])
  expect(await catalogue.list(house.scope())).toHaveLength(4)
})

test('the shelf of a kind shows the faces of that kind in order, in two requests', async () => {
  const { world, house } = await open()
  const courses = await catalogue.shelfOf(house.scope(), 'course')
  expect(courses.map((face) => face.slug)).toEqual(['basics', 'advanced'])
  expect(world.trips).toEqual(['sc-intras-acme.turso.io', 'commons-acme.turso.io'])
  expect((await catalogue.shelfOf(house.scope(), 'tool')).map((face) => face.kind)).toEqual(['tool'])
})

test('an empty catalogue has empty shelves and does not ask the commons', async () => {
  const world = await openWorld()
  const house = await openHouse(world)
  expect(await catalogue.shelfOf(house.scope(), 'tool')).toEqual([])
  expect(world.trips).toEqual(['sc-intras-acme.turso.io'])
})

test('a work is found by its kind and slug', async () => {
  const { house } = await open()
  expect(await catalogue.find(house.scope(), 'course', 'basics')).toMatchObject({ work: 'course/basics' })
})

test.each([
  ['tool', 'basics'],
  ['course', 'calls'],
  ['course', 'never-made'],
  ['course', ''],
  ['course', 'BASICS'],
  ['course', '__proto__'],
] as const)('there is no %s called %j', async (kind, slug) => {
  const { house } = await open()
  await expect(catalogue.find(house.scope(), kind, slug)).rejects.toEqual(
    new Refusal('missing', 'noSuchPage'),
  )
})

test('a work that stands in the commons and was not adopted does not exist here', async () => {
  const { world, house } = await open()
  await publishAll(world, [await tool('elsewhere')])
  await expect(catalogue.find(house.scope(), 'tool', 'elsewhere')).rejects.toThrow('noSuchPage')
})
