import { expect, test } from 'vitest'
import { hashOf } from '#domain/works/hash.ts'
import type { Compiled } from '#domain/works/manifest.ts'
import {
  CARD,
  COURSE,
  cardBody,
  cardWords,
  compile,
  compileWith,
  page,
  sound,
  svg,
  told,
  UNIT,
  unitText,
} from './content.ts'

const work = (works: Compiled[], kind: string) => {
  const found = works.find((each) => each.manifest.structure.kind === kind)
  if (!found) throw new Error(`no ${kind}`)
  return found
}

const partOf = (compiled: Compiled, path: string, language: 'en' | 'es' = 'en') =>
  compiled.parts[compiled.manifest.parts[path]?.[language] ?? '']

test('a sound folder becomes three works without problems', async () => {
  const result = await compile(sound)
  expect(told(result)).toEqual([])
  expect(result.works.map(({ manifest }) => [manifest.slug, manifest.structure.kind])).toEqual([
    ['e-social-work', 'curriculum'],
    ['empathic-call-series', 'tool'],
    ['foundations', 'course'],
  ])
})

test('nothing at all is no problem', async () => {
  expect(await compile({})).toEqual({ works: [], problems: [], files: [] })
})

test('a programme has a page for itself, each module, each unit and each plan', async () => {
  const { manifest } = work((await compile(sound)).works, 'curriculum')
  expect(Object.keys(manifest.parts)).toEqual(['about', 'm1-what', '1-1-from', '1-1-from/plan'])
  expect(manifest).toMatchObject({
    format: 1,
    licence: 'CC BY-SA 4.0',
    authors: ['Editorial team'],
    languages: ['en'],
    structure: {
      eqf: 5,
      said: { en: { title: 'A title', summary: 'One sentence' } },
      modules: [
        {
          code: 'M1',
          slug: 'm1-what',
          hours: { live: 1, selfPaced: 1, practice: 0.5, assessment: 0.5 },
          said: {
            en: {
              outcomes: { knowledge: ['Explains'], skills: ['Draws'], responsibility: ['Decides'] },
              prerequisites: 'None',
              assessment: 'A task',
            },
          },
          units: [
            {
              code: '1.1',
              slug: '1-1-from',
              hours: 3,
              cards: ['empathic-call-series'],
              alignment: [
                { framework: 'DigCompEdu 2017', codes: ['1.3'] },
                { framework: 'DigComp 3.0', codes: ['5.2'] },
              ],
              said: { en: { outcomes: ['Explains the word'] } },
            },
          ],
        },
      ],
    },
  })
})

test('a plan has steps with their minutes', async () => {
  const plan = partOf(work((await compile(sound)).works, 'curriculum'), '1-1-from/plan')
  expect(plan?.blocks.find((block) => block.type === 'step')).toMatchObject({
    id: 'warm-up',
    minutes: 10,
    blocks: [{ type: 'text' }],
  })
})

test('a card keeps its facts and has one page', async () => {
  const compiled = work((await compile(sound)).works, 'tool')
  expect(Object.keys(compiled.manifest.parts)).toEqual(['card'])
  expect(compiled.manifest.structure).toMatchObject({
    code: 'A1',
    minutes: [10, 15],
    reviewed: '2026-11-23',
    said: { en: { forWhom: 'Anybody' } },
  })
  expect(compiled.manifest.structure).not.toHaveProperty('authors')
  expect(compiled.manifest.structure).not.toHaveProperty('digComp')
  expect(partOf(compiled, 'card')?.blocks.at(-1)).toMatchObject({
    type: 'source',
    id: 'sources',
    sources: [{ key: 'kahlon2021' }],
  })
})

test('a lesson that shows a unit is the very same part, and a week is only words', async () => {
  const { works } = await compile(sound)
  const { manifest } = work(works, 'course')
  expect(Object.keys(manifest.parts)).toEqual(['about', 'welcome', 'the-word'])
  expect(manifest.parts['the-word']).toEqual(work(works, 'curriculum').manifest.parts['1-1-from'])
  expect(manifest.structure).toMatchObject({
    hours: 25,
    plannedWeeks: 5,
    audience: { en: { text: 'Everybody' } },
    outcomes: { en: { list: ['Calls'] } },
    weeks: [
      {
        slug: 'week-1',
        said: { en: { title: 'Week one' } },
        lessons: [{ slug: 'welcome' }, { slug: 'the-word', said: { en: { title: 'A title' } } }],
      },
    ],
  })
})

test('a part is addressed by the hash of its content', async () => {
  for (const { parts } of (await compile(sound)).works) {
    for (const [hash, part] of Object.entries(parts)) expect(hash).toBe(await hashOf(part))
  }
})

test('two runs give the same', async () => {
  expect((await compile(sound)).works).toEqual((await compile(sound)).works)
})

test('a language counts when every page is written in it; half of them are still there', async () => {
  const half = await compileWith({
    [`${UNIT}/es/text.md`]: unitText('Las llamadas ayudan.'),
    [`${CARD}/es.md`]: cardWords(cardBody),
  })
  expect(told(half)).toEqual([])
  const programme = work(half.works, 'curriculum')
  expect(programme.manifest.languages).toEqual(['en'])
  expect(Object.keys(programme.manifest.parts['1-1-from'] ?? {})).toEqual(['en', 'es'])
  expect(partOf(programme, '1-1-from', 'es')).toMatchObject({
    language: 'es',
    blocks: [{ text: [{ text: 'Las llamadas ayudan.' }] }],
  })
  expect(work(half.works, 'tool').manifest.languages).toEqual(['en', 'es'])
  expect(work(half.works, 'course').manifest.parts['the-word']).toHaveProperty('es')
})

test('a translated question has the answers of the English one under the same ids', async () => {
  const question = (one: string, two: string) =>
    unitText(
      `:::question{#smell}\n${one}?\n\n- [x] ${one}\n  > Yes.\n- [ ] ${two}\n  > No.\n:::\n\n:::reflection{#me}\n${one}\n:::`,
    )
  const files = {
    [`${UNIT}/en/text.md`]: question('Smell', 'Sound'),
    'sources/evidence.yaml': undefined,
    [`${CARD}/en.md`]: cardWords(cardBody.replace('[^kahlon2021]', '')),
  }
  const same = await compileWith({ ...files, [`${UNIT}/es/text.md`]: question('Olor', 'Sonido') })
  expect(told(same)).toEqual([])
  const programme = work(same.works, 'curriculum')
  const optionIds = (language: 'en' | 'es') =>
    partOf(programme, '1-1-from', language)?.blocks.flatMap((block) =>
      block.type === 'question' ? block.options.map(({ id }) => id) : [],
    )
  expect(optionIds('es')).toEqual(optionIds('en'))

  const other = unitText(
    ':::question{#smell}\nOlor?\n\n- [ ] Sonido\n  > No.\n- [x] Olor\n  > Sí.\n:::\n\n:::reflection{#yo}\nOlor\n:::',
  )
  expect(told(await compileWith({ ...files, [`${UNIT}/es/text.md`]: other }))).toEqual([
    `${UNIT}/es/text.md:1  The question {#smell} must have the same answers as in English, the right ones in the same places.`,
    `${UNIT}/es/text.md:1  The reflection {#me} of the English text is missing: translate it under the same id.`,
    `${UNIT}/es/text.md:1  The reflection {#yo} does not exist in the English text: use the English id, or add it there.`,
  ])
})

test('a picture is served under its content, the nearest one first', async () => {
  const text = unitText('![A map](map.svg "Who *knows* whom[^kahlon2021]")')
  const english = await compileWith({
    [`${UNIT}/en/text.md`]: text,
    [`${UNIT}/es/text.md`]: text,
    'curriculum/e-social-work/map.svg': svg,
    [`${UNIT}/es/map.svg`]: svg.replace('h10', 'h5'),
  })
  expect(told(english)).toEqual([])
  const programme = work(english.works, 'curriculum')
  const [picture] = partOf(programme, '1-1-from')?.blocks ?? []
  expect(picture).toMatchObject({
    type: 'image',
    alt: 'A map',
    src: expect.stringMatching(/^\/content\/[0-9a-f]{10}\/map\.svg$/),
    caption: [
      { type: 'text', text: 'Who ' },
      { type: 'emphasis' },
      { type: 'text', text: ' whom' },
      { type: 'cite', source: 'kahlon2021' },
    ],
  })
  expect(english.files).toHaveLength(2)
  expect(english.files.map(({ href }) => href)).toContain(picture?.type === 'image' && picture.src)
  expect(english.files.every(({ path }) => path.endsWith('map.svg'))).toBe(true)
})

test('a work with a slip in its text is still shown, one without sound facts is not', async () => {
  const slip = await compileWith({ [`${COURSE}/en/welcome.md`]: page('Welcome <b>all</b>.') })
  expect(slip.problems).toHaveLength(2)
  expect(slip.works).toHaveLength(3)
  const unsound = await compileWith({ [`${COURSE}/course.yaml`]: 'hours: many\n' })
  expect(unsound.works.map(({ manifest }) => manifest.slug)).toEqual([
    'e-social-work',
    'empathic-call-series',
  ])
})
