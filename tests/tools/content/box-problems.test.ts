import { expect, test } from 'vitest'
import { UNIT } from './content.ts'
import { toldAbout } from './telling.ts'

const options = '- [x] Yes\n  > Right.\n- [ ] No\n  > Wrong.'
const rubric = '| C | 1 | 2 | 3 | 4 |\n|---|---|---|---|---|\n| a | b | c | d | e |'

test.each<[string, string, ...string[]]>([
  // Boxes
  [
    'an unknown box',
    ':::box\nA\n:::',
    '7  There is no box named `box`: use one of callout, case, script, reflection, question, task, video, card, download.',
  ],
  [
    'a box that is not closed',
    'A\n\n:::script\nB',
    '9  `script` is not closed: end it with a line of as many colons, and give an outer box more colons than the one inside.',
  ],
  [
    'colons without a box',
    'A\n\n:::',
    '9  These colons close nothing: delete them, or open the outer box with more colons than the inner one.',
  ],
  [
    'a box in one line',
    '::script',
    '7  `script` goes around blocks: begin it with three colons and close it with :::.',
  ],
  [
    'a line as a box',
    ':::card{slug=empathic-call-series}\n:::',
    '7  `card` stands in one line: begin it with two colons.',
  ],
  [
    'braces that are not understood',
    ':::callout[A]{kind=}\nB\n:::',
    '7  This box is not understood: no space after the colons, [title] before {…}, every value with spaces in quotes.',
    '9  These colons close nothing: delete them, or open the outer box with more colons than the inner one.',
  ],
  ['no kind', ':::callout[A]\nB\n:::', '7  `callout` needs kind=…: add it in the braces.'],
  [
    'a wrong kind',
    ':::callout[A]{kind=red}\nB\n:::',
    '7  A callout cannot be of the kind `red`: use one of note, tip, evidence, safety, contacts.',
  ],
  ['no title', ':::case\nB\n:::', '7  `case` needs a title: write it in [ ] behind the name.'],
  ['a title too many', ':::script[A]\nB\n:::', '7  `script` has no title in [ ]: write the words below it.'],
  [
    'a link in a title',
    ':::case[A [b](https://x.eu)]\nB\n:::',
    '7  Titles and rubrics are plain words: move links and citations into the text.',
  ],
  ['an unknown value', ':::case[A]{colour=red}\nB\n:::', '7  `case` knows no `colour`: delete it.'],
  ['an empty box', ':::case[A]\n:::', '7  `case` is empty: write what belongs in it.'],
  [
    'no id',
    ':::reflection\nA\n:::',
    "7  `reflection` needs an id that never changes, because people's answers hang on it: add {#…}.",
  ],
  [
    'an id twice',
    '## A {#a}\n\n:::reflection{#a}\nA\n:::',
    '9  The id `a` is already used in line 7: choose another.',
  ],
  [
    'an id that cannot be',
    '## A {#A_b}',
    '7  The id `A_b` may only have lower-case letters, digits and single dashes.',
  ],
  [
    'no such card',
    '::card[A]{slug=nobody}',
    '7  There is no card `nobody` in content/toolbox: correct the name, or write the card first.',
  ],
  // Questions
  [
    'no answers',
    ':::question{#q}\nA?\n\n- b\n:::',
    '7  This question has no answers: end it with a list of `- [x] right` and `- [ ] wrong`.',
  ],
  [
    'no question',
    `:::question{#q}\n${options}\n:::`,
    '7  This question asks nothing: write the question above its answers.',
  ],
  [
    'no right answer',
    `:::question{#q}\nA?\n\n${options.replace('[x]', '[ ]')}\n:::`,
    '10  No answer is right: tick at least one with [x].',
  ],
  [
    'one answer',
    ':::question{#q}\nA?\n\n- [x] b\n  > c\n:::',
    '10  This question has one answer only: add another.',
  ],
  [
    'no feedback',
    `:::question{#q}\nA?\n\n${options.replace('\n  > Wrong.', '')}\n:::`,
    '12  This answer has no feedback: add an indented line that begins with >.',
  ],
  [
    'no box',
    `:::question{#q}\nA?\n\n${options.replace('[ ] ', '')}\n:::`,
    '12  This answer has no box: begin it with [x] or [ ].',
  ],
  [
    'words below an answer',
    `:::question{#q}\nA?\n\n${options}\n\n  More.\n:::`,
    '15  Below an answer only feedback may stand: begin its lines with >.',
  ],
  [
    'no id for answers',
    `:::question\nA?\n\n${options}\n:::`,
    "7  `question` needs an id that never changes, because people's answers hang on it: add {#…}.",
  ],
  // Tasks
  [
    'no rubric',
    ':::task[A]{#t minutes=5}\nB\n:::',
    '7  This task has no rubric: end it with a table of five columns, the criterion and four levels.',
  ],
  [
    'four columns',
    `:::task[A]{#t minutes=5}\nB\n\n| C | 1 | 2 | 3 |\n|---|---|---|---|\n| a | b | c | d |\n:::`,
    '10  A rubric has five columns, not 4: the criterion, then four levels from weakest to strongest.',
    '12  A row of a rubric has a criterion and four levels, none empty: complete it.',
  ],
  [
    'an empty level',
    `:::task[A]{#t minutes=5}\nB\n\n${rubric.replace(' e ', ' ')}\n:::`,
    '12  A row of a rubric has a criterion and four levels, none empty: complete it.',
  ],
  [
    'no criteria',
    `:::task[A]{#t minutes=5}\nB\n\n${rubric.split('\n').slice(0, 2).join('\n')}\n:::`,
    '10  This rubric has no criteria: write a row for each.',
  ],
  [
    'nothing to do',
    `:::task[A]{#t minutes=5}\n${rubric}\n:::`,
    '7  This task does not say what to do: write it above the rubric.',
  ],
  ['no minutes', `:::task[A]{#t}\nB\n\n${rubric}\n:::`, '7  `task` needs minutes=…: add it in the braces.'],
  [
    'minutes in words',
    `:::task[A]{#t minutes=many}\nB\n\n${rubric}\n:::`,
    '7  `minutes` must be a whole number, e.g. minutes=60.',
  ],
  // Videos
  [
    'a video without its files',
    ':::video{title=A src=a.webm captions=a.en.vtt seconds=5}\nB\n:::',
    `7  The file a.en.vtt is missing: put it in ${UNIT}/ or correct its name.`,
    `7  The file a.webm is missing: put it in ${UNIT}/ or correct its name.`,
  ],
  [
    'a video without facts',
    ':::video{title=A}\nB\n:::',
    '7  `video` needs captions=…: add it in the braces.',
    '7  `video` needs seconds=…: add it in the braces.',
    '7  `video` needs src=…: add it in the braces.',
  ],
])('%s', async (_name, body, ...expected) => {
  expect(await toldAbout(body)).toEqual(expected)
})

test('a video without a transcript', async () => {
  const body = ':::video{title=A src=a.webm captions=a.en.vtt seconds=1.5}\n:::'
  expect(await toldAbout(body, { 'a.webm': 'a', 'a.en.vtt': 'b' })).toEqual([
    '7  This video has no transcript: write what is said and shown inside the box.',
    '7  `seconds` must be a whole number, e.g. seconds=118.',
  ])
})

test('problems inside a box that is wrong are told as well', async () => {
  expect(await toldAbout(':::callout[A]\nB [c](http://x.eu)\n:::')).toHaveLength(2)
  expect(await toldAbout(':::box\nB [c](http://x.eu)\n:::')).toHaveLength(2)
})
