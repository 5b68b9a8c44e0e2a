import { expect, test } from 'vitest'
import { CARD, cardBody, cardWords, cardYaml, compileWith, type Files, told } from './content.ts'

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
