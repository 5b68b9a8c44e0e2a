import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import * as catalogue from '#domain/catalogue/index.ts'
import * as organisations from '#domain/organisations/index.ts'
import { latest } from '#domain/works/index.ts'
import { compileContent, type Result } from '#tools/content/compile.ts'
import { commonsHere, registryHere, settle } from '#tools/outside.ts'
import { followAll, publishContent } from '#tools/publish.ts'
import { forget, founding, logged, openHouse, openWorld } from '../support/node.ts'
import { CARD, page } from './content/content.ts'
import { smallContent } from './platform.ts'

const CONTENT = join(import.meta.dirname, '../../content')
const PROGRAMME = 'curriculum/e-social-work'

async function open() {
  const world = await openWorld()
  const root = smallContent()
  await publishContent(world, root)
  const editions = async () =>
    Object.fromEntries((await latest(commonsHere(world))).map((one) => [one.work, one.number]))
  /** An open house that follows the programme. */
  const follower = async (slug: string) => {
    const house = await openHouse(world, [], slug)
    await catalogue.adopt(house.scope(), [PROGRAMME])
    await settle(world)
    return house
  }
  /** The programme says something else from now on. */
  const change = async (words: string) => {
    writeFileSync(join(root, PROGRAMME, 'en.md'), page(words))
    return publishContent(world, root)
  }
  return { world, editions, follower, change }
}

describe('the content of the project', () => {
  let result: Result
  beforeAll(async () => void (result = await compileContent(CONTENT)))

  test('compiles without a problem', () => {
    expect(result.problems.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([])
  })

  test('has the first works', () => {
    const names = result.works.map(({ manifest }) => `${manifest.structure.kind}/${manifest.slug}`)
    expect(names).toEqual(
      expect.arrayContaining([
        'course/foundations-of-e-social-work',
        'curriculum/e-social-work',
        'tool/empathic-call-series',
        'tool/one-small-plan-a-week',
        'tool/remote-home-visit',
        'tool/centre-without-walls',
        'tool/seated-exercise-live',
        'tool/scam-shield',
      ]),
    )
  })

  test('is published, once, and published again is the same', async () => {
    const world = await openWorld()
    const fresh = await publishContent(world)
    expect(fresh).toHaveLength(result.works.length)
    forget(world)
    expect(await publishContent(world)).toEqual([])
    expect((await latest(commonsHere(world))).every(({ number }) => number === 1)).toBe(true)
  })
})

test('content with a problem is not published at all, and the problem is told with its file and line', async () => {
  const world = await openWorld()
  const root = smallContent({ [`${CARD}/en.md`]: 'No front matter here' })
  await expect(publishContent(world, root)).rejects.toThrow(
    /^The content has problems:\ncontent\/toolbox\/empathic-call-series\/en\.md:1 {2}\S/,
  )
  expect(await latest(commonsHere(world))).toEqual([])
})

test('only what changed gets a new edition', async () => {
  const { editions, change } = await open()
  const before = await editions()
  expect(await change('This is the programme, said otherwise.')).toEqual([PROGRAMME])
  expect(await editions()).toEqual({ ...before, [PROGRAMME]: 2 })
})

describe('when there is a new edition', () => {
  test('every house that follows takes it, and its pages are new from then on', async () => {
    const { world, follower, change } = await open()
    const { scope, organisation } = await follower('intras')
    const versionOf = async () =>
      (await organisations.existing(registryHere(world), organisation.tenant.organisation)).tenant
        .catalogueVersion
    const before = await versionOf()
    await change('A programme about lighthouses.')
    expect(await followAll(world)).toEqual({ failed: [] })
    expect(await catalogue.search(scope(), 'lighthouses', 'en')).toHaveLength(1)
    expect(await versionOf()).toBe(before + 1)
    expect(world.jobs).toEqual([])
  })

  test('a house that has nothing of it is left alone, and so is one that is not open yet', async () => {
    const { world, change } = await open()
    const { scope } = await openHouse(world)
    await organisations.found(registryHere(world), founding('not-open'))
    await change('A programme about lighthouses.')
    expect(await followAll(world)).toEqual({ failed: [] })
    expect(await catalogue.search(scope(), 'lighthouses', 'en')).toEqual([])
    expect(await catalogue.version(scope())).toBe(1)
  })

  test('a house that does not answer keeps no other from it', async () => {
    logged()
    const { world, follower, change } = await open()
    const houses = []
    for (const slug of ['aproximar', 'intras', 'sosu']) houses.push(await follower(slug))
    await change('A programme about lighthouses.')
    world.between = async (request, send) =>
      request.url.includes('sc-aproximar') ? new Response('gone', { status: 500 }) : send(request)
    const { failed } = await followAll(world)
    world.between = undefined
    expect(failed).toHaveLength(1)
    expect(failed[0]).toMatch(/^aproximar: /)
    const found = []
    for (const { scope } of houses) found.push((await catalogue.search(scope(), 'lighthouses', 'en')).length)
    expect(found).toEqual([0, 1, 1])
  })
})
