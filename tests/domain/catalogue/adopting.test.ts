import { eq, like } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import * as catalogue from '#domain/catalogue/index.ts'
import * as organisations from '#domain/organisations/index.ts'
import { Refusal } from '#domain/refusal.ts'
import { publish } from '#domain/works/index.ts'
import { adoptions, events, searchEntries } from '#schema/tenant/tables.ts'
import { commonsHere, registryHere, settle } from '#tools/outside.ts'
import { type House, oneOfEach, openHouse, openWorld, publishAll, type World } from '../../support/node.ts'
import { course, tool } from '../../support/works.ts'

async function open() {
  const world = await openWorld()
  await publishAll(world, await oneOfEach())
  return { world, house: await openHouse(world) }
}

const happened = async ({ scope }: House) =>
  (await scope().db.select().from(events).where(like(events.what, 'work.%')).orderBy(events.id)).map(
    ({ what, about, actor }) => `${actor}: ${what} ${about}`,
  )
const works = async ({ scope }: House) =>
  (await scope().db.select().from(adoptions).orderBy(adoptions.position)).map((row) => row.work)
const versionOf = async (world: World, { organisation }: House) =>
  (await organisations.existing(registryHere(world), organisation.tenant.organisation)).tenant
    .catalogueVersion

describe('adopting', () => {
  test('takes works in the order asked for, and records each', async () => {
    const { house } = await open()
    const taken = await catalogue.adopt(house.scope(), ['tool/calls', 'curriculum/teaching', 'course/basics'])
    expect(taken.map(({ work }) => work)).toEqual(['tool/calls', 'curriculum/teaching', 'course/basics'])
    expect(await works(house)).toEqual(['tool/calls', 'curriculum/teaching', 'course/basics'])
    expect(await happened(house)).toEqual(
      expect.arrayContaining([
        'platform: work.adopted tool/calls',
        'platform: work.adopted curriculum/teaching',
        'platform: work.adopted course/basics',
      ]),
    )
  })

  test('names the edition and copies nothing', async () => {
    const { world, house } = await open()
    await catalogue.adopt(house.scope(), ['tool/calls'])
    const { edition } = await publish(commonsHere(world), await tool('calls'))
    expect(await house.scope().db.select().from(adoptions)).toMatchObject([
      { work: 'tool/calls', kind: 'tool', slug: 'calls', edition, position: 0, follows: 'commons' },
    ])
  })

  test('puts later works after those that are there, which stay as they are', async () => {
    const { house } = await open()
    await catalogue.adopt(house.scope(), ['course/basics'])
    const [before] = await house.scope().db.select().from(adoptions)
    const taken = await catalogue.adopt(house.scope(), ['tool/calls', 'course/basics'])
    expect(taken.map(({ work }) => work)).toEqual(['tool/calls'])
    const after = await house.scope().db.select().from(adoptions).where(eq(adoptions.work, 'course/basics'))
    expect(after).toEqual([before])
    expect(await works(house)).toEqual(['course/basics', 'tool/calls'])
  })

  test('again changes nothing, records nothing and leaves no job', async () => {
    const { world, house } = await open()
    await catalogue.adopt(house.scope(), ['tool/calls'])
    const before = await happened(house)
    world.jobs.length = 0
    expect(await catalogue.adopt(house.scope(), ['tool/calls'])).toEqual([])
    expect(await happened(house)).toEqual(before)
    expect(world.jobs).toEqual([])
  })

  test('the same work twice in one breath takes it once', async () => {
    const { house } = await open()
    await catalogue.adopt(house.scope(), ['tool/calls', 'tool/calls'])
    expect(await works(house)).toEqual(['tool/calls'])
    expect(await happened(house)).toHaveLength(1)
  })

  test('nothing is nothing', async () => {
    const { house } = await open()
    expect(await catalogue.adopt(house.scope(), [])).toEqual([])
  })

  test.each(['tool/never-made', 'calls', 'tool/', '', "tool/calls'", 'TOOL/CALLS'])(
    'a work that is not in the commons is refused before anything is written: %j',
    async (unknown) => {
      const { world, house } = await open()
      await expect(catalogue.adopt(house.scope(), ['tool/calls', unknown])).rejects.toEqual(
        new Refusal('missing', 'noSuchWork'),
      )
      expect(await works(house)).toEqual([])
      expect(await happened(house)).toEqual([])
      expect(world.jobs).toEqual([])
    },
  )

  test('a work beside many costs four requests at most', async () => {
    const { world, house } = await open()
    world.trips.length = 0
    await catalogue.adopt(house.scope(), ['tool/calls', 'course/basics'])
    expect(world.trips.length).toBeLessThanOrEqual(4)
  })
})

describe('following', () => {
  async function openFollowing() {
    const { world, house } = await open()
    await catalogue.adopt(house.scope(), ['tool/calls', 'course/basics'])
    await settle(world)
    return { world, house, before: await versionOf(world, house) }
  }

  test('takes the newest edition of what changed, and records it', async () => {
    const { world, house } = await openFollowing()
    const { edition } = await publish(commonsHere(world), await tool('calls', 'Ring twice'))
    expect(await catalogue.follow(house.scope())).toEqual(['tool/calls'])
    const rows = await house.scope().db.select().from(adoptions).where(eq(adoptions.work, 'tool/calls'))
    expect(rows).toMatchObject([{ edition, position: 0 }])
    expect(await happened(house)).toContain('platform: work.followed tool/calls')
  })

  test('raises the version of the catalogue by a job', async () => {
    const { world, house, before } = await openFollowing()
    await publish(commonsHere(world), await tool('calls', 'Ring twice'))
    await catalogue.follow(house.scope())
    expect(await versionOf(world, house)).toBe(before)
    expect(world.jobs).toEqual([{ organisation: house.organisation.tenant.organisation, job: 'raise' }])
    await settle(world)
    expect(await versionOf(world, house)).toBe(before + 1)
  })

  test('what is new in the commons does nothing to what was not adopted', async () => {
    const { world, house, before } = await openFollowing()
    await publishAll(world, [await course('another'), await tool('else')])
    expect(await catalogue.follow(house.scope())).toEqual([])
    expect(world.jobs).toEqual([])
    expect(await versionOf(world, house)).toBe(before)
  })

  test('a work that stays on its edition stays, beside one that follows', async () => {
    const { world, house } = await openFollowing()
    const { db } = house.scope()
    await db.update(adoptions).set({ follows: 'edition' }).where(eq(adoptions.work, 'tool/calls'))
    const [kept] = await db.select().from(adoptions).where(eq(adoptions.work, 'tool/calls'))
    await publishAll(world, [await tool('calls', 'Ring twice'), await course('basics', ['first'], 'Other')])
    expect(await catalogue.follow(house.scope())).toEqual(['course/basics'])
    expect(await db.select().from(adoptions).where(eq(adoptions.work, 'tool/calls'))).toEqual([kept])
    expect(await catalogue.search(house.scope(), 'twice', 'en')).toEqual([])
  })

  test('replaces the words in the search index: old ones are no longer found', async () => {
    const { world, house } = await openFollowing()
    await publish(commonsHere(world), await tool('calls', 'Telegraph instead'))
    expect(await catalogue.search(house.scope(), 'listen', 'en')).toHaveLength(1)
    await catalogue.follow(house.scope())
    expect(await catalogue.search(house.scope(), 'listen', 'en')).toEqual([])
    expect(await catalogue.search(house.scope(), 'telegraph', 'en')).toMatchObject([{ work: 'tool/calls' }])
  })

  test('forgets the pages that the new edition has not', async () => {
    const { world, house } = await openFollowing()
    await publish(commonsHere(world), await course('basics', ['first']))
    await catalogue.follow(house.scope())
    const pages = await house
      .scope()
      .db.select()
      .from(searchEntries)
      .where(eq(searchEntries.work, 'course/basics'))
    expect(pages.map((page) => page.path).sort()).toEqual(['about', 'first'])
  })
})

describe('the version of the catalogue', () => {
  test('counts its changes', async () => {
    const { world, house } = await open()
    expect(await catalogue.version(house.scope())).toBe(1)
    await catalogue.adopt(house.scope(), ['tool/calls', 'course/basics'])
    expect(await catalogue.version(house.scope())).toBe(3)
    await publish(commonsHere(world), await tool('calls', 'Ring twice'))
    await catalogue.follow(house.scope())
    expect(await catalogue.version(house.scope())).toBe(4)
  })

  test('makes good a message that was lost: the next one reaches as far', async () => {
    const { world, house } = await open()
    await catalogue.adopt(house.scope(), ['tool/calls'])
    world.jobs.length = 0
    await catalogue.adopt(house.scope(), ['course/basics'])
    await settle(world)
    expect(await versionOf(world, house)).toBe(3)
  })

  test('never goes back: a message that comes late or twice changes nothing', async () => {
    const { world, house } = await open()
    const { organisation } = house.organisation.tenant
    await organisations.raiseCatalogueVersion(registryHere(world), organisation, 9)
    await organisations.raiseCatalogueVersion(registryHere(world), organisation, 4)
    await organisations.raiseCatalogueVersion(registryHere(world), organisation, 9)
    expect(await versionOf(world, house)).toBe(9)
  })
})
