import { describe, expect, test } from 'vitest'
import { faceOf, faces, latest, manifest, manifests, part, publish, textsOf } from '#domain/works/index.ts'
import { commonsHere } from '#tools/outside.ts'
import { forget, oneOfEach, openWorld } from '../../support/node.ts'
import { course, curriculum, tool } from '../../support/works.ts'

async function open() {
  const world = await openWorld()
  const published = []
  for (const work of await oneOfEach()) published.push(await publish(commonsHere(world), work))
  const [ofCourse = '', ofTool = '', ofCurriculum = ''] = published.map((one) => one.edition)
  world.trips.length = 0
  return { world, ofCourse, ofTool, ofCurriculum, commons: () => commonsHere(world) }
}

describe('a page', () => {
  test('is read in the language asked for', async () => {
    const { commons, ofCourse } = await open()
    const read = await part(commons(), { edition: ofCourse, path: 'second', language: 'it' })
    expect(read?.part).toMatchObject({ language: 'it', title: 'Lezione second' })
    expect(read?.manifest.slug).toBe('basics')
  })

  test('is read in English when it does not exist in the language asked for', async () => {
    const { commons, ofCourse } = await open()
    const read = await part(commons(), { edition: ofCourse, path: 'first', language: 'it' })
    expect(read?.part).toMatchObject({ language: 'en', title: 'Lesson first' })
  })

  test.each([
    'nowhere',
    '',
    'first/plan',
    'FIRST',
    '../first',
    "first' or '1'='1",
    '\0',
    'x'.repeat(100_000),
  ])('that is not in the edition is missing: %j', async (path) => {
    const { commons, ofCourse } = await open()
    expect(await part(commons(), { edition: ofCourse, path, language: 'en' })).toBeUndefined()
  })

  test('of an edition that does not exist is missing', async () => {
    const { commons } = await open()
    expect(await part(commons(), { edition: 'f'.repeat(64), path: 'first', language: 'en' })).toBeUndefined()
  })

  test('costs one request with its manifest and the faces beside it, and none the next time', async () => {
    const { world, commons, ofCourse, ofTool } = await open()
    const wanted = { edition: ofCourse, path: 'first', language: 'en' as const, faces: [ofTool] }
    const first = await part(commons(), wanted)
    expect(world.trips).toHaveLength(1)
    expect([...(first?.faces.keys() ?? [])]).toEqual([ofTool])
    expect(await part(commons(), wanted)).toEqual(first)
    expect(world.trips).toHaveLength(1)
  })

  test('that is on the shelf is read with other faces in one request', async () => {
    const { world, commons, ofCourse, ofTool, ofCurriculum } = await open()
    const wanted = { edition: ofCourse, path: 'first', language: 'en' as const }
    await part(commons(), { ...wanted, faces: [ofTool] })
    world.trips.length = 0
    const read = await part(commons(), { ...wanted, faces: [ofTool, ofCurriculum, 'never made'] })
    expect(world.trips).toHaveLength(1)
    expect([...(read?.faces.keys() ?? [])]).toEqual([ofTool, ofCurriculum])
  })

  test('in one language is not taken for the page in another', async () => {
    const { commons, ofCourse } = await open()
    const titles = []
    for (const language of ['en', 'it', 'da'] as const)
      titles.push((await part(commons(), { edition: ofCourse, path: 'second', language }))?.part.title)
    expect(titles).toEqual(['Lesson second', 'Lezione second', 'Lesson second'])
  })

  test('that is missing is not remembered as missing', async () => {
    const { world, commons, ofCourse } = await open()
    await part(commons(), { edition: ofCourse, path: 'nowhere', language: 'en' })
    await part(commons(), { edition: ofCourse, path: 'nowhere', language: 'en' })
    expect(world.trips).toHaveLength(2)
  })
})

test('a manifest is read in one request, then from the shelf', async () => {
  const { world, commons, ofCurriculum } = await open()
  expect((await manifest(commons(), ofCurriculum))?.slug).toBe('teaching')
  expect((await manifest(commons(), ofCurriculum))?.slug).toBe('teaching')
  expect(world.trips).toHaveLength(1)
  forget(world)
  await manifest(commons(), ofCurriculum)
  expect(world.trips).toHaveLength(2)
  expect(await manifest(commons(), 'never made')).toBeUndefined()
})

describe('faces', () => {
  test('come in the order asked for, all in one request, those on the shelf in none', async () => {
    const { world, commons, ofCourse, ofTool, ofCurriculum } = await open()
    const wanted = [ofCurriculum, ofCourse, ofTool]
    expect([...(await faces(commons(), wanted)).keys()]).toEqual(wanted)
    expect(world.trips).toHaveLength(1)
    await faces(commons(), [ofTool, ofCourse])
    expect(world.trips).toHaveLength(1)
  })

  test('of nothing cost nothing', async () => {
    const { world, commons } = await open()
    expect((await faces(commons(), [])).size).toBe(0)
    expect(world.trips).toEqual([])
  })

  test('of unknown editions are left out', async () => {
    const { commons, ofTool } = await open()
    expect([...(await faces(commons(), ['never made', ofTool])).keys()]).toEqual([ofTool])
  })

  test('of hundreds of editions still cost one request', async () => {
    const { world, commons, ofTool } = await open()
    const many = Array.from({ length: 500 }, (_, at) => `edition-${at}`)
    expect((await faces(commons(), [...many, ofTool])).size).toBe(1)
    expect(world.trips).toHaveLength(1)
  })
})

describe('a face shows', () => {
  test('of a course how long it is', async () => {
    expect(faceOf((await course('basics')).manifest)).toEqual({
      kind: 'course',
      slug: 'basics',
      languages: ['en'],
      hours: 5,
      plannedWeeks: 1,
      weeks: 1,
      lessons: 3,
      said: { en: { title: 'Course basics', summary: 'Course basics, in short' } },
    })
  })

  test('of a tool what one chooses by, and none of its long texts', async () => {
    const face = faceOf((await tool('calls')).manifest)
    expect(face).toMatchObject({
      kind: 'tool',
      code: 'A1',
      phoneOnly: true,
      minutes: [10, 15],
      evidence: 'A',
    })
    expect(Object.keys(face.said.en).sort()).toEqual(['summary', 'title'])
  })

  test('of a curriculum its modules with their hours', async () => {
    const face = faceOf((await curriculum('teaching')).manifest)
    expect(face).toMatchObject({ kind: 'curriculum', eqf: 5, modules: [{ code: 'M1', units: 1, hours: 3 }] })
  })
})

test('the newest edition of every work is told in one request', async () => {
  const { world, commons } = await open()
  await publish(commons(), await tool('calls', 'Ring twice'))
  world.trips.length = 0
  const newest = await latest(commons())
  expect(newest.map(({ work, kind, slug, number }) => ({ work, kind, slug, number }))).toEqual([
    { work: 'course/basics', kind: 'course', slug: 'basics', number: 1 },
    { work: 'curriculum/teaching', kind: 'curriculum', slug: 'teaching', number: 1 },
    { work: 'tool/calls', kind: 'tool', slug: 'calls', number: 2 },
  ])
  expect(world.trips).toHaveLength(1)
})

test('the texts of editions are every page in every language', async () => {
  const { world, commons, ofCourse, ofCurriculum } = await open()
  const texts = await textsOf(commons(), [ofCourse, ofCurriculum])
  expect(world.trips).toHaveLength(1)
  const names = texts.map(({ work, path, part }) => `${work} ${path} ${part.language}`).sort()
  expect(names).toEqual([
    'course/basics about en',
    'course/basics first en',
    'course/basics second en',
    'course/basics second it',
    'course/basics third en',
    'curriculum/teaching about en',
    'curriculum/teaching first-module en',
    'curriculum/teaching first-unit en',
    'curriculum/teaching first-unit/plan en',
  ])
  expect(await textsOf(commons(), [])).toEqual([])
})

test('manifests of many editions are read in one request, those on the shelf in none', async () => {
  const { world, commons, ofCourse, ofTool, ofCurriculum } = await open()
  await manifest(commons(), ofTool)
  const read = await manifests(commons(), [ofCourse, ofTool, 'never made', ofCurriculum])
  expect(world.trips).toHaveLength(2)
  expect([...read.keys()].sort()).toEqual([ofCourse, ofTool, ofCurriculum].sort())
  expect(read.get(ofCourse)?.slug).toBe('basics')
  expect(await manifests(commons(), [ofCourse, ofTool])).toHaveProperty('size', 2)
  expect((await manifests(commons(), [])).size).toBe(0)
  expect(world.trips).toHaveLength(2)
})
