import { expect, test } from 'vitest'
import {
  CARD,
  COURSE,
  cardBody,
  cardWords,
  cardYaml,
  compileWith,
  courseYaml,
  type Files,
  page,
  sourcesYaml,
  told,
  UNIT,
  unitText,
} from './content.ts'

const MODULE = 'curriculum/e-social-work/m1-what'
const sayings = async (changes: Files) => told(await compileWith(changes))

test("a trainer's plan without sections or times", async () => {
  const plan = page('## Aims {#aims}\n\nA.\n\n## Timing {#timing}\n\nAn hour.')
  expect(await sayings({ [`${UNIT}/en/plan.md`]: plan })).toEqual([
    ...['assess', 'difficulties', 'materials', 'variants'].map(
      (id) => `${UNIT}/en/plan.md:5  The section ## … {#${id}} is missing: add it.`,
    ),
    `${UNIT}/en/plan.md:10  The section #timing needs timed steps: ### Warm-up {#warm-up minutes=10}.`,
  ])
})

test('hours that do not add up', async () => {
  expect(await sayings({ [`${UNIT}/unit.yaml`]: "code: '1.1'\nhours: 4\n" })).toEqual([
    `${MODULE}/module.yaml:2  The hours add up to 3, those of the units to 4: make them equal.`,
  ])
})

test('a list that names what is not there', async () => {
  expect(
    await sayings({
      [`${MODULE}/module.yaml`]:
        'code: M1\nhours: { live: 3, selfPaced: 0, practice: 0, assessment: 0 }\nunits:\n  - 1-1-from\n  - 1-2-home\n',
    }),
  ).toEqual([
    `${MODULE}/module.yaml:5  The folder ${MODULE}/1-2-home is missing: write it, beginning with unit.yaml.`,
  ])
  expect(
    await sayings({ [`${COURSE}/en/welcome.md`]: undefined, [`${COURSE}/en/week-1.md`]: undefined }),
  ).toEqual([
    `${COURSE}/course.yaml:5  The file ${COURSE}/en/week-1.md is missing: write it.`,
    `${COURSE}/course.yaml:7  The file ${COURSE}/en/welcome.md is missing: write it.`,
  ])
  expect(await sayings({ [`${UNIT}/en/plan.md`]: undefined })).toEqual([
    `${UNIT}/unit.yaml:1  The file ${UNIT}/en/plan.md is missing: write it.`,
  ])
  expect(await sayings({ [`${UNIT}/unit.yaml`]: undefined })).toEqual([
    `${UNIT}/unit.yaml:1  The file ${UNIT}/unit.yaml is missing: write down the facts (see FORMAT.md).`,
  ])
})

test('files and folders that no list names', async () => {
  const changes = {
    [`${COURSE}/en/forgotten.md`]: page('A.'),
    [`${COURSE}/fr/welcome.md`]: page('A.'),
    [`${MODULE}/1-2-home/unit.yaml`]: 'x',
    'curriculum/e-social-work/m2-safe/module.yaml': 'x',
    [`${CARD}/map.svg`]: 'x',
    [`${CARD}/cards.yaml`]: 'x',
    'toolbox/README.md': 'x',
    'sources/list.txt': 'x',
  }
  expect(await sayings(changes)).toEqual([
    `${MODULE}/1-2-home:1  This folder is not named in \`units\` of ${MODULE}/module.yaml: add it there or delete it.`,
    'curriculum/e-social-work/m2-safe:1  This folder is not named in `modules` of curriculum/e-social-work/work.yaml: add it there or delete it.',
    `${COURSE}/en/forgotten.md:1  No list names this text: add it to the YAML file of its folder, or delete it.`,
    `${COURSE}/fr:1  This folder is not named in the languages (en, es, it, da, pt, ro): add it there or delete it.`,
    'sources/list.txt:1  No text shows this file: name it in a text, or delete it.',
    'toolbox/README.md:1  No list names this text: add it to the YAML file of its folder, or delete it.',
    `${CARD}/cards.yaml:1  These facts belong to nothing: check the name of the file, or delete it.`,
    `${CARD}/map.svg:1  No text shows this file: name it in a text, or delete it.`,
  ])
})

test('names that are used twice or cannot be', async () => {
  const twice = courseYaml.replace('slug: the-word', 'slug: week-1')
  expect(await sayings({ [`${COURSE}/course.yaml`]: twice })).toContain(
    `${COURSE}/course.yaml:8  the slug week-1 is already used in ${COURSE}/course.yaml:5: choose another.`,
  )
  const about = courseYaml.replace('slug: the-word', 'slug: about')
  expect(await sayings({ [`${COURSE}/course.yaml`]: about })).toContain(
    `${COURSE}/course.yaml:8  the slug about is already used in every course: choose another.`,
  )
  const other = { 'toolbox/Other_card/card.yaml': cardYaml, 'toolbox/Other_card/en.md': cardWords(cardBody) }
  expect(await sayings(other)).toEqual([
    'toolbox/Other_card/card.yaml:1  The folder `Other_card` may only have lower-case letters, digits and single dashes: rename it.',
    `${CARD}/card.yaml:1  the code A1 is already used in toolbox/Other_card/card.yaml:1: choose another.`,
  ])
})

test('a course that names no such unit, or more weeks than planned', async () => {
  expect(
    await sayings({
      [`${COURSE}/course.yaml`]: courseYaml.replace('e-social-work/1-1-from', 'e-social-work/m1-what'),
    }),
  ).toEqual([
    `${COURSE}/course.yaml:8  There is no unit e-social-work/m1-what: correct the name, or write the unit first.`,
  ])
  const more = courseYaml
    .replace('plannedWeeks: 5', 'plannedWeeks: 1')
    .concat('  - slug: week-2\n    lessons:\n      - { slug: two, kind: text, minutes: 5 }\n')
  const files = {
    [`${COURSE}/course.yaml`]: more,
    [`${COURSE}/en/week-2.md`]: '---\ntitle: A\nsummary: B\n---\n',
    [`${COURSE}/en/two.md`]: page('A.'),
  }
  expect(await sayings(files)).toEqual([
    `${COURSE}/course.yaml:2  There are 2 weeks, but 1 are planned: correct one of them.`,
  ])
})

test('a week with a text below its words', async () => {
  expect(await sayings({ [`${COURSE}/en/week-1.md`]: page('A.') })).toEqual([
    `${COURSE}/en/week-1.md:5  Nothing is shown below these words: move the text into a lesson.`,
  ])
})

test('a unit that names no such card', async () => {
  expect(await sayings({ [`${UNIT}/unit.yaml`]: "code: '1.1'\nhours: 3\ncards: [nobody]\n" })).toEqual([
    `${UNIT}/unit.yaml:3  There is no card \`nobody\` in content/toolbox: correct the name, or write the card first.`,
  ])
})

test('sources that are cited nowhere, stand twice or are wrong', async () => {
  const again = { 'sources/more.yaml': `# more\n${sourcesYaml}` }
  expect(await sayings(again)).toEqual([
    'sources/more.yaml:2  The source `kahlon2021` already stands in sources/evidence.yaml:1: keep one.',
  ])
  const uncited = { 'sources/more.yaml': sourcesYaml.replace('kahlon2021', 'nobody2020') }
  expect(await sayings(uncited)).toEqual([
    'sources/more.yaml:1  No text cites `nobody2020`: cite it as [^nobody2020], or delete it here.',
  ])
  const wrong = sourcesYaml
    .replace("'2021'", '2021')
    .replace('10.1001', 'https://doi.org/10.1001')
    .concat('  url: http://x.eu\n')
  expect(
    (await sayings({ 'sources/evidence.yaml': wrong })).filter((line) => line.startsWith('sources')),
  ).toEqual([
    "sources/evidence.yaml:3  `kahlon2021.year` must be text: write it in quotes, '2021'.",
    'sources/evidence.yaml:6  `kahlon2021.doi` must begin with 10. and have no address before it.',
    'sources/evidence.yaml:8  `kahlon2021.url` must begin with https://.',
  ])
  expect(await sayings({ 'sources/more.yaml': '"a b":\n  authors: A\n' })).toHaveLength(4)
})

test('a translation alone is not a page', async () => {
  expect(
    await sayings({ [`${COURSE}/en/welcome.md`]: undefined, [`${COURSE}/es/welcome.md`]: page('Hola.') }),
  ).toEqual([`${COURSE}/course.yaml:7  The file ${COURSE}/en/welcome.md is missing: write it.`])
})

test('Romanian with the letters of an old keyboard', async () => {
  expect(await sayings({ [`${COURSE}/ro/welcome.md`]: page('Bine.\n\nAţi venit.') })).toEqual([
    `${COURSE}/ro/welcome.md:8  Romanian ș and ț have a comma below, not a cedilla: replace them all.`,
  ])
})

test('YAML that unfolds without end', async () => {
  const bomb = `a: &a [${'x,'.repeat(9)}]\n${['b', 'c', 'd', 'e'].map((name, index) => `${name}: &${name} [${`*${'abcd'[index]},`.repeat(9)}]`).join('\n')}\n`
  expect(await sayings({ [`${UNIT}/unit.yaml`]: bomb })).toEqual([
    expect.stringContaining(`${UNIT}/unit.yaml:1  This YAML cannot be read`),
  ])
})

test('problems of several files come in order', async () => {
  const result = await compileWith({
    [`${UNIT}/en/text.md`]: unitText('# A\n\n# B'),
    [`${CARD}/card.yaml`]: cardYaml.replace('live', 'alive'),
  })
  const keys = result.problems.map(({ file, line }) => `${file}:${String(line).padStart(5, '0')}`)
  expect(keys).toEqual(keys.toSorted())
})
