import { count, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import {
  type Block,
  type Compiled,
  hashOf,
  latest,
  type Manifest,
  manifest as manifestOf,
  type Part,
  part,
  publish,
} from '#domain/works/index.ts'
import { editionParts, editions, parts, works } from '#schema/commons/tables.ts'
import { commonsHere } from '#tools/outside.ts'
import { oneOfEach, openWorld, type World } from '../../support/node.ts'
import { course, tool } from '../../support/works.ts'

const OLD = 'Ring the person and listen'
const NEW = 'Ring the person, listen, and ring again'

async function rowsIn(world: World) {
  const { db } = commonsHere(world)
  const [[w], [e], [p], [ep]] = await db.batch([
    db.select({ rows: count() }).from(works),
    db.select({ rows: count() }).from(editions),
    db.select({ rows: count() }).from(parts),
    db.select({ rows: count() }).from(editionParts),
  ])
  return { works: w?.rows, editions: e?.rows, parts: p?.rows, editionParts: ep?.rows }
}

/** The same work with one page changed. */
async function edited(work: Compiled, path: string, change: (part: Part) => Part): Promise<Compiled> {
  const old = work.manifest.parts[path]?.en ?? ''
  const now = change(work.parts[old] as Part) // it is in the work
  const hash = await hashOf(now)
  const named: Manifest['parts'] = {
    ...work.manifest.parts,
    [path]: { ...work.manifest.parts[path], en: hash },
  }
  return { manifest: { ...work.manifest, parts: named }, parts: { ...work.parts, [hash]: now } }
}

test('a work of every kind is published as its first edition, in two requests', async () => {
  const world = await openWorld()
  for (const work of await oneOfEach()) {
    world.trips.length = 0
    const published = await publish(commonsHere(world), work)
    expect(published).toMatchObject({ number: 1, isNew: true })
    expect(published.work).toBe(`${work.manifest.structure.kind}/${work.manifest.slug}`)
    expect(world.trips).toHaveLength(2)
  }
  expect((await rowsIn(world)).works).toBe(3)
})

test('the same words published again are the same edition, in one request', async () => {
  const world = await openWorld()
  const first = await publish(commonsHere(world), await course('basics'))
  const before = await rowsIn(world)
  world.trips.length = 0
  const second = await publish(commonsHere(world), await course('basics'))
  expect(second).toEqual({ ...first, isNew: false })
  expect(world.trips).toHaveLength(1)
  expect(await rowsIn(world)).toEqual(before)
})

test('a changed word makes a new edition that shares every page that did not change', async () => {
  const world = await openWorld()
  const work = await course('basics')
  const first = await publish(commonsHere(world), work)
  const before = await rowsIn(world)
  const changed = await edited(work, 'first', (page) => ({ ...page, summary: 'Said otherwise' }))
  const second = await publish(commonsHere(world), changed)
  expect(second).toMatchObject({ work: first.work, number: 2, isNew: true })
  expect(second.edition).not.toBe(first.edition)
  const pages = Object.values(work.manifest.parts).flatMap((page) => Object.keys(page)).length
  expect(await rowsIn(world)).toEqual({
    works: 1,
    editions: 2,
    parts: (before.parts ?? 0) + 1,
    editionParts: 2 * pages,
  })
})

test('both editions can be read for ever', async () => {
  const world = await openWorld()
  const commons = commonsHere(world)
  const first = await publish(commons, await tool('calls', OLD))
  const second = await publish(commons, await tool('calls', NEW))
  const read = async (edition: string) =>
    (await part(commons, { edition, path: 'card', language: 'en' }))?.part
  expect(JSON.stringify(await read(first.edition))).toContain(OLD)
  expect(JSON.stringify(await read(second.edition))).toContain(NEW)
})

test('going back to older words is a third edition, with the pages of the first', async () => {
  const world = await openWorld()
  const commons = commonsHere(world)
  const first = await publish(commons, await tool('calls', OLD))
  await publish(commons, await tool('calls', NEW))
  const before = await rowsIn(world)
  const third = await publish(commons, await tool('calls', OLD))
  expect(third).toMatchObject({ number: 3, isNew: true })
  expect(third.edition).not.toBe(first.edition)
  expect((await rowsIn(world)).parts).toBe(before.parts)
  expect(await latest(commons)).toMatchObject([{ edition: third.edition, number: 3 }])
})

test('facts that change without the words make a new edition as well', async () => {
  const world = await openWorld()
  const commons = commonsHere(world)
  const work = await tool('calls')
  await publish(commons, work)
  const manifest = { ...work.manifest, authors: [...work.manifest.authors, 'Somebody who joined'] }
  const { edition, isNew } = await publish(commons, { ...work, manifest })
  expect(isNew).toBe(true)
  expect((await manifestOf(commons, edition))?.authors).toContain('Somebody who joined')
})

test('blocks that were edited keep their ids, and the manifest names the page that is kept', async () => {
  const world = await openWorld()
  const commons = commonsHere(world)
  await publish(commons, await tool('calls', OLD))
  const compiled = await tool('calls', NEW)
  const renamed = await edited(compiled, 'card', (page) => ({
    ...page,
    blocks: page.blocks.map((block): Block => ({ ...block, id: 'as-the-compiler-guessed' })),
  }))
  const { edition } = await publish(commons, renamed)
  const read = await part(commons, { edition, path: 'card', language: 'en' })
  expect(read?.part.blocks).toMatchObject([{ id: 'words', text: [{ text: NEW }] }])
  expect(read?.manifest.parts['card']?.en).toBe(await hashOf(read?.part))
})

test('a page is kept under the hash of what it says', async () => {
  const world = await openWorld()
  const { db } = commonsHere(world)
  await publish(commonsHere(world), await course('basics'))
  for (const row of await db.select().from(parts)) expect(await hashOf(JSON.parse(row.body))).toBe(row.hash)
})

test('a page that is new in a language is new in the next edition', async () => {
  const world = await openWorld()
  const commons = commonsHere(world)
  const work = await tool('calls')
  await publish(commons, work)
  const english = work.parts[work.manifest.parts['card']?.en ?? ''] as Part // it is there
  const danish: Part = { ...english, language: 'da', title: 'Værktøj' }
  const hash = await hashOf(danish)
  const { edition, number } = await publish(commons, {
    manifest: { ...work.manifest, parts: { card: { ...work.manifest.parts['card'], da: hash } } },
    parts: { ...work.parts, [hash]: danish },
  })
  expect(number).toBe(2)
  expect((await part(commons, { edition, path: 'card', language: 'da' }))?.part.title).toBe('Værktøj')
})

test('a manifest that names a page that was not compiled is refused, and nothing of it is kept', async () => {
  const world = await openWorld()
  const work = await course('basics')
  const broken = { ...work, parts: Object.fromEntries(Object.entries(work.parts).slice(1)) }
  await expect(publish(commonsHere(world), broken)).rejects.toThrow(
    /basics names a part that was not compiled/,
  )
  expect(await rowsIn(world)).toEqual({ works: 0, editions: 0, parts: 0, editionParts: 0 })
})

test('of two who publish the same change at once neither makes a second edition of it', async () => {
  const world = await openWorld()
  await publish(commonsHere(world), await tool('calls', OLD))
  const same = await Promise.allSettled(
    [1, 2, 3].map(async () => publish(commonsHere(world), await tool('calls', NEW))),
  )
  expect(same.some((one) => one.status === 'fulfilled')).toBe(true)
  const { db } = commonsHere(world)
  const rows = await db.select().from(editions).where(eq(editions.work, 'tool/calls'))
  expect(rows.map((row) => row.number).sort()).toEqual([1, 2])
})

test('works of different kinds may have the same slug', async () => {
  const world = await openWorld()
  const commons = commonsHere(world)
  await publish(commons, await tool('calls'))
  await publish(commons, await course('calls'))
  expect((await latest(commons)).map((one) => one.work)).toEqual(['course/calls', 'tool/calls'])
})
