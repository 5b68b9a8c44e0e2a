// The demonstration is made by verbs, so whatever a page needs is there.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { organisations as demonstrated } from '#content/demo/organisations.ts'
import * as catalogue from '#domain/catalogue/index.ts'
import * as learning from '#domain/learning/index.ts'
import * as organisations from '#domain/organisations/index.ts'
import { events } from '#schema/registry/tables.ts'
import { emailProofs, people } from '#schema/tenant/tables.ts'
import { demonstrate } from '#tools/demonstrate.ts'
import { registryHere } from '#tools/outside.ts'
import { publishContent } from '#tools/publish.ts'
import { databasesOf, openWorld, type World } from '../support/node.ts'

let world: World
let made: string[]
const ends: (() => void)[] = []

beforeAll(async () => {
  world = await openWorld((end) => ends.push(end))
  await publishContent(world)
  made = await demonstrate(world)
}, 60_000)
afterAll(() => {
  for (const end of ends) end()
})

const all = () => organisations.all(registryHere(world))
const house = (one: organisations.Organisation) => organisations.houseOf(registryHere(world), one)

test('it is the six partners with their countries and languages, each open at its own address', async () => {
  expect(made).toEqual(['intras', 'anziani-e-non-solo', 'sosu', 'aproximar', 'virtual-campus', 'easi'])
  const open = (await all()).map(({ tenant, launched }) => {
    expect(launched).toBeDefined()
    return `${tenant.slug} ${tenant.country} ${tenant.defaultLanguage}`
  })
  expect(open).toEqual([
    'anziani-e-non-solo IT it',
    'aproximar PT pt',
    'easi RO ro',
    'intras ES es',
    'sosu DK da',
    'virtual-campus PT pt',
  ])
})

test('each has a database of its own', async () => {
  const houses = (await databasesOf(world)).filter((name) => name.startsWith('sc-'))
  expect(houses).toHaveLength(6)
  expect(new Set((await all()).map((one) => one.address?.url)).size).toBe(6)
})

test('no two catalogues are alike, and none is empty', async () => {
  const catalogues = []
  for (const one of await all()) {
    const works = (await catalogue.list(house(one))).map(({ work }) => work)
    expect(works).toEqual(one.firstWorks)
    catalogues.push([...works].sort().join())
  }
  expect(new Set(catalogues).size).toBe(6)
  expect(catalogues).not.toContain('')
})

test('no two brands are alike, and each speaks its own language beside English', async () => {
  const looks = []
  for (const { tenant } of await all()) {
    looks.push(JSON.stringify([tenant.brand.primary, tenant.brand.secondary]))
    for (const language of ['en', tenant.defaultLanguage]) {
      expect(tenant.words[language]?.tagline, tenant.slug).toMatch(/\S/)
      expect(tenant.words[language]?.welcome, tenant.slug).toMatch(/\S/)
    }
    expect(looks.at(-1)).toMatch(/^\["#[0-9a-f]{6}","#[0-9a-f]{6}"\]$/)
  }
  expect(new Set(looks).size).toBe(6)
})

test('in each a learner with a confirmed address is as far as the demonstration says', async () => {
  for (const one of await all()) {
    const { db } = house(one)
    const said = demonstrated.find(({ slug }) => slug === one.tenant.slug)?.learner
    const [person, ...others] = await db.select().from(people)
    expect(others).toEqual([])
    expect(person).toMatchObject({ name: said?.name, email: said?.email })
    if (!person) continue
    expect(await db.select().from(emailProofs)).toMatchObject([{ person: person.id }])
    const mine = await learning.mine({ ...house(one), actor: { kind: 'person', ...person } })
    expect(mine.flatMap((course) => course.completed).length, one.tenant.slug).toBe(said?.lessons)
  }
})

test('the versions of the catalogues have reached the registry', async () => {
  for (const one of await all())
    expect(one.tenant.catalogueVersion, one.tenant.slug).toBe(await catalogue.version(house(one)))
})

test('made a second time it makes nothing', async () => {
  const happened = async () => (await registryHere(world).db.select().from(events)).length
  const before = await happened()
  world.trips.length = 0
  expect(await demonstrate(world)).toEqual([])
  expect(await happened()).toBe(before)
  expect(new Set(world.trips)).toEqual(new Set(['registry-acme.turso.io']))
})
