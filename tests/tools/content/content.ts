// A small, faultless content folder that a test changes in one place.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { compileContent, type Result } from '#tools/content/compile.ts'

export type Files = Record<string, string | Uint8Array | undefined>

/** Compiles these files; a file that is undefined is left out. */
export async function compile(files: Files): Promise<Result> {
  const root = mkdtempSync(join(tmpdir(), 'content-'))
  try {
    for (const [path, content] of Object.entries(files)) {
      if (content === undefined) continue
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), content)
    }
    return await compileContent(root)
  } finally {
    rmSync(root, { recursive: true })
  }
}

/** The sound folder with some files changed. */
export const compileWith = (changes: Files) => compile({ ...sound, ...changes })

/** Problems as the command line prints them. */
export function told(result: Result): string[] {
  return result.problems.map(({ file, line, message }) => `${file}:${line}  ${message}`)
}

/** Front matter with a title and a summary, four lines long, then a text. */
export const page = (body: string, more = '') =>
  `---\ntitle: A title\nsummary: One sentence\n${more}---\n\n${body}\n`

export const UNIT = 'curriculum/e-social-work/m1-what/1-1-from'
export const CARD = 'toolbox/empathic-call-series'
export const COURSE = 'moocs/foundations'

/** A learner's text whose body begins in line 7. */
export const unitText = (body: string) => page(body, 'outcomes: [Explains the word]\n')

export const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10"/></svg>'

const programme = {
  'curriculum/e-social-work/work.yaml': 'eqf: 5\nauthors: [Editorial team]\nmodules: [m1-what]\n',
  'curriculum/e-social-work/en.md': page('This is the programme.'),
  'curriculum/e-social-work/m1-what/module.yaml':
    'code: M1\nhours: { live: 1, selfPaced: 1, practice: 0.5, assessment: 0.5 }\nunits: [1-1-from]\n',
  'curriculum/e-social-work/m1-what/en.md': page(
    'Why this module.',
    'knowledge: [Explains]\nskills: [Draws]\nresponsibility: [Decides]\nprerequisites: None\nassessment: A task\n',
  ),
  [`${UNIT}/unit.yaml`]:
    "code: '1.1'\nhours: 3\ndigCompEdu: ['1.3']\ndigComp: ['5.2']\ncards: [empathic-call-series]\n",
  [`${UNIT}/en/text.md`]: unitText('Calls help[^kahlon2021].'),
  [`${UNIT}/en/plan.md`]: page(`## Aims {#aims}

Know the word.

## Timing {#timing}

### Warm-up {#warm-up minutes=10}

Ask around.

## Materials {#materials}

Paper.

## Blended and by phone {#variants}

By phone.

## What usually goes wrong {#difficulties}

Little.

## How to assess {#assess}

Listen.`),
}

export const cardYaml = `code: A1
family: A
authors: [Editorial team]
needs: [contact, mood]
setting: [{ with: one-to-one, min: 1, max: 1 }]
timing: live
channels: [landline, mobile]
phoneOnly: true
internet: none
cost: low
clientLevel: none
workerLevel: basic
volunteer: { possible: true, trainingHours: 2 }
minutes: [10, 15]
sessions: [12, 24]
evidence: A
digCompEdu: ['5.1']
digComp: ['2.1']
units: ['3.1']
reviewed: 2026-11-23
nextReview: 2027-11-23
`

const adaptations = ['Hearing', 'Vision', 'Speech', 'Movement', 'Memory', 'Mood', 'Reading', 'Language']

export const cardWords = (body: string) =>
  page(
    body,
    'forWhom: Anybody\nnotFor: Nobody\nequipment: [A telephone]\npeople: [A caller]\nfrequency: Daily\n',
  )

export const cardBody = `## Before you start {#prepare}

- A quiet room

## Do it {#do}

### Opening {#opening minutes=2}

Say hello.

### Closing {#closing minutes=3}

Say goodbye.

## If technology fails {#plan-b}

Call again.

## By phone or on paper {#phone}

It is by phone.

## How it ends {#ending}

Say so early.

## Adapt it {#adapt}

${adaptations.map((name) => `- **${name}.** Go slowly.`).join('\n')}

## Keep people safe {#protect}

| Risk | What you do | When you hand over |
|---|---|---|
| Silence | Wait | After an hour |

:::callout[Who to call]{kind=contacts}
Call 112.
:::

## What we know {#know}

It helps[^kahlon2021].

## For trainers: a lab {#lab}

### Show it {#lab-show minutes=60}

Show it.

## Think back {#reflect}

:::reflection{#who-called}
Who called?
:::`

const card = { [`${CARD}/card.yaml`]: cardYaml, [`${CARD}/en.md`]: cardWords(cardBody) }

export const courseYaml = `hours: 25
plannedWeeks: 5
authors: [Editorial team]
weeks:
  - slug: week-1
    lessons:
      - { slug: welcome, kind: welcome, minutes: 10 }
      - { slug: the-word, kind: text, minutes: 45, unit: e-social-work/1-1-from }
`

const course = {
  [`${COURSE}/course.yaml`]: courseYaml,
  [`${COURSE}/en/course.md`]: page('Come in.', 'audience: Everybody\noutcomes: [Calls]\n'),
  [`${COURSE}/en/week-1.md`]: '---\ntitle: Week one\nsummary: The first week\n---\n',
  [`${COURSE}/en/welcome.md`]: page('Welcome.'),
}

export const sourcesYaml = `kahlon2021:
  authors: Kahlon M. K. and others
  year: '2021'
  title: Calls and loneliness
  in: JAMA Psychiatry
  doi: 10.1001/jamapsychiatry.2021.0113
  read: source
`

export const sound: Files = { ...programme, ...card, ...course, 'sources/evidence.yaml': sourcesYaml }
