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

const replaced = (text: string, from: string, to: string) => {
  if (!text.includes(from)) throw new Error(`nothing to change: ${from}`)
  return text.replace(from, to)
}
const inCard = (from: string, to: string) => sayings({ [`${CARD}/card.yaml`]: replaced(cardYaml, from, to) })
const inCardText = async (from: string, to: string) =>
  (await sayings({ [`${CARD}/en.md`]: cardWords(replaced(cardBody, from, to)) })).map((line) =>
    line.replace(`${CARD}/en.md:`, ''),
  )

test.each([
  ['family: A', 'family: H', 2, '`family` must be one of: A, B, C, D, E, F, G.'],
  ['family: A', 'family: B', 1, 'The code A1 is not of the family B: correct one of them.'],
  ['code: A1', 'code: 1A', 1, '`code` must be the letter of the family and a number, e.g. A1.'],
  ['authors: [Editorial team]\n', '', 1, '`authors` is missing: add it.'],
  [
    'cost: low',
    'cost: low\nprice: 3',
    11,
    '`price` is not known here: delete it or look at FORMAT.md for its name.',
  ],
  [
    '[contact, mood]',
    '[contact, fun]',
    4,
    '`needs` must be one of: contact, mood, identity, culture, movement, autonomy, safety, carer-support.',
  ],
  ['[contact, mood]', '[]', 4, '`needs` must name at least one.'],
  ['[contact, mood]', '[mood, mood]', 4, '`needs` names something twice.'],
  ['min: 1, max: 1', 'min: 2, max: 1', 5, '`setting` has a min that is greater than its max.'],
  ['min: 1, max: 1', 'min: 1, max: 2', 5, 'One-to-one means min: 1, max: 1.'],
  ['phoneOnly: true', 'phoneOnly: yes', 8, '`phoneOnly` must be true or false.'],
  [
    '[landline, mobile]',
    '[video]',
    8,
    'A card for the telephone alone names one of these channels: landline, mobile, post, home-visit.',
  ],
  ['[10, 15]', '[15, 10]', 14, '`minutes` must be [least, most], the smaller number first.'],
  ['[10, 15]', '10', 14, '`minutes` must be [least, most].'],
  ['[10, 15]', '[10, 15, 20]', 14, '`minutes` must be [least, most].'],
  ['trainingHours: 2', 'trainingHours: two', 13, '`volunteer.trainingHours` must be a number of hours.'],
  ["['5.1']", "['5.4']", 17, '`digCompEdu` has no such code in DigCompEdu 2017.'],
  ["['2.1']", "['2.7']", 18, '`digComp` has no such code in DigComp 3.0.'],
  ["['3.1']", "['3.4']", 19, 'There is no unit 3.4 in the outline: correct the code.'],
  ["['3.1']", '[3.1]', 19, "`units` must be text: write it in quotes, '3.1'."],
  ['2026-11-23', '2026-02-30', 20, '`reviewed` must be a day of the calendar, written 2026-11-23.'],
  ['2026-11-23', '23/11/2026', 20, '`reviewed` must be a day of the calendar, written 2026-11-23.'],
  ['2027-11-23', '2025-11-23', 21, 'The next review must come after the last one.'],
  ['family: A', 'family: [A', 3, 'This is not valid YAML'],
])('a card with %s as %s', async (from, to, line, message) => {
  const [first, ...others] = (await inCard(from, to)).filter((each) => each.startsWith(`${CARD}/card.yaml`))
  expect(first).toContain(`${CARD}/card.yaml:${line}  ${message}`)
  if (!to.includes('[A')) expect(others).toEqual([])
})

test.each([
  [
    '## Before you start {#prepare}\n\n- A quiet room\n\n',
    '',
    ['10  The section ## … {#prepare} is missing: add it.'],
  ],
  ['- A quiet room', 'A quiet room', ['11  The section #prepare needs a checklist: write a list.']],
  [
    '- A quiet room',
    '',
    ['11  This section is empty: write it.', '11  The section #prepare needs a checklist: write a list.'],
  ],
  [
    '## Before',
    'Words.\n\n## Before',
    ['11  Text stands before the first section: move it below ## … {#prepare}.'],
  ],
  [
    '{#plan-b}',
    '{#planb}',
    [
      '10  The section ## … {#plan-b} is missing: add it.',
      '25  This section does not belong here: the sections are #prepare, #do, #plan-b, #phone, #ending, #adapt, #protect, #know, #lab, #reflect; give it one of these ids or make it ###.',
    ],
  ],
  [
    '## If technology fails {#plan-b}\n\nCall again.\n\n## By phone or on paper {#phone}',
    '## By phone {#phone}\n\nCall again.\n\n## No technology {#plan-b}',
    [
      '25  The section #plan-b should stand here: the order is #prepare, #do, #plan-b, #phone, #ending, #adapt, #protect, #know, #lab, #reflect.',
    ],
  ],
  [
    '### Closing {#closing minutes=3}',
    '**Closing**',
    ['15  The section #do needs at least two steps: ### Opening {#opening minutes=2} … and a closing.'],
  ],
  [
    '- **Speech.** Go slowly.\n',
    '',
    ['37  The section #adapt needs a list of eight entries, each beginning with bold words: **Hearing.** ….'],
  ],
  [
    '{kind=contacts}',
    '{kind=safety}',
    ['48  The section #protect needs the box :::callout[…]{kind=contacts}.'],
  ],
  [
    '| Risk | What you do | When you hand over |\n|---|---|---|\n| Silence | Wait | After an hour |',
    '| Risk | What you do |\n|---|---|\n| Silence | Wait |',
    ['48  The section #protect needs a table of three columns: risk, what you do, when you hand over.'],
  ],
  [
    ' {#lab-show minutes=60}',
    '',
    ['62  The section #lab needs timed steps: ### Show it {#lab-show minutes=15}.'],
  ],
  [
    ':::reflection{#who-called}\nWho called?\n:::',
    'Who called?',
    ['68  The section #reflect needs two or three questions in :::reflection{#…} boxes.'],
  ],
])('a card whose text has %j as %j', async (from, to, expected) => {
  expect((await inCardText(from, to)).sort()).toEqual([...expected].sort())
})

test('the steps of a live card have minutes, those of an asynchronous one may have', async () => {
  const body = cardWords(cardBody.replace(' minutes=2', '').replace(' minutes=3', ''))
  expect(await sayings({ [`${CARD}/en.md`]: body })).toEqual([
    `${CARD}/en.md:15  The section #do needs minutes on its steps: ### Opening {#opening minutes=2}.`,
  ])
  expect(
    await sayings({
      [`${CARD}/en.md`]: body,
      [`${CARD}/card.yaml`]: cardYaml.replace('live', 'asynchronous'),
    }),
  ).toEqual([])
})

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
