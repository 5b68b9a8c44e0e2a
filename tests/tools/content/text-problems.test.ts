import { expect, test } from 'vitest'
import { CARD, cardBody, cardWords, compileWith, page, svg, told, UNIT, unitText } from './content.ts'

const FILE = `${UNIT}/en/text.md`
const quiet = {
  'sources/evidence.yaml': undefined,
  [`${CARD}/en.md`]: cardWords(cardBody.replace('[^kahlon2021]', '')),
}

/** What is told about a learner's text whose body begins in line 7, without the name of the file. */
async function toldAbout(body: string, beside: Record<string, string | Uint8Array> = {}) {
  const more = Object.fromEntries(
    Object.entries(beside).map(([name, content]) => [`${UNIT}/${name}`, content]),
  )
  const result = await compileWith({ ...quiet, ...more, [FILE]: unitText(body) })
  return told(result).map((line) => line.replace(`${FILE}:`, ''))
}

const options = '- [x] Yes\n  > Right.\n- [ ] No\n  > Wrong.'
const rubric = '| C | 1 | 2 | 3 | 4 |\n|---|---|---|---|---|\n| a | b | c | d | e |'

test.each<[string, string, ...string[]]>([
  // What may not stand in a page
  ['a level-1 heading', '# A', '7  The title stands above the text (title: …): begin headings with ##.'],
  [
    'a level-4 heading',
    '## A\n\n### B\n\n#### C',
    '11  Headings have two levels, ## and ###: write this one as ### or as **bold words**.',
  ],
  [
    'a skipped level',
    'A\n\n### B',
    '9  This heading skips a level: put a ## heading before it, or make it ##.',
  ],
  [
    'an underlined heading',
    'A\n---',
    '7  A line of --- or === makes a heading of the words above it: write ## before a heading, or delete the line.',
  ],
  [
    'a heading in a list',
    '- ## A',
    '7  A heading cannot stand inside a list, a quotation or a box: use **bold words** instead.',
  ],
  ['a heading without words', '## {#a}', '7  This heading has no words: write them.'],
  ['a heading without a space', '##A', '7  A heading needs a space after the #.'],
  [
    'an unknown mark on a heading',
    '## A {#a b=1}',
    '7  `b=1` is not known in the braces of a heading: write {#id} or {#id minutes=10}.',
  ],
  [
    'minutes on a section',
    '## A {minutes=5}',
    '7  Only a ### heading can have minutes: use ###, or delete them.',
  ],
  ['HTML', 'A\n\n<div>B</div>', '9  HTML is not allowed: say it in Markdown.'],
  [
    'HTML in a line',
    'A <b>B</b>',
    '7  HTML is not allowed (</b>): say it in Markdown, or write \\< for the sign itself.',
    '7  HTML is not allowed (<b>): say it in Markdown, or write \\< for the sign itself.',
  ],
  [
    'code',
    'A\n\n    B',
    '9  A block of code is not known here: indent by fewer than four spaces, leave out the ```.',
  ],
  [
    'a line across',
    'A\n\n---\n\nB',
    '9  A line across the page is not known here: use a heading, or delete it.',
  ],
  [
    'a definition',
    'A [b][c]\n\n[c]: https://x.eu',
    '7  Write the address of the link right behind it: [words](https://…).',
    '9  Write the address of a link right behind it, and cite a source by [^key] alone: delete this line.',
  ],
  [
    'a footnote',
    'A\n\n[^b]: Footnote words',
    '9  Footnotes are not known here: put the source in content/sources/ and cite it by [^key].',
    '9  No source has the key `b`: add it to content/sources/ or correct it.',
  ],
  ['an empty entry', '- a\n-\n- b', '8  This entry of the list is empty: write it or delete it.'],
  ['a ticked box', '- [x] a\n- [ ] b', '7  A ticked box means nothing outside a question: delete the [x].'],
  ['a quotation of a name only', '> — Name', '7  This quotation has no words: write them or delete it.'],
  // Tables
  ['a table without rows', '| a | b |\n|---|---|', '7  This table has a head but no rows: write them.'],
  [
    'a row too long',
    '| a | b |\n|---|---|\n| 1 | 2 |\n| 1 | 2 | 3 |',
    '10  This row has 3 cells, the head of the table 2: make them equal (write \\| for the sign itself).',
  ],
  [
    'a column without a name',
    '| a | |\n|---|---|\n| 1 | 2 |',
    '7  A column of this table has no name: write it in the head (only the first may be empty).',
  ],
  [
    'a table that is none',
    '| a | b |\n|---|\n| 1 | 2 |',
    ...[7, 8, 9].map(
      (line) =>
        `${line}  This looks like a table: it needs an empty line before it and a line |---|---| with as many columns under its head.`,
    ),
  ],
  // Links
  ['http', 'A [b](http://x.eu)', '7  The link http://x.eu is not safe on the way: use https.'],
  [
    'a relative link',
    'A\n[b](../c.md)',
    '8  The link ../c.md leads nowhere: use https://…, mailto:…, tel:… or work:kind/slug.',
  ],
  [
    'a script',
    '[b](javascript:alert)',
    '7  The link javascript:alert leads nowhere: use https://…, mailto:…, tel:… or work:kind/slug.',
  ],
  ['a link without words', '[](https://x.eu)', '7  This link has no words: write [words](address).'],
  [
    'a bare address',
    'A https://x.eu/y b',
    '7  A bare address reads badly aloud: write [words](https://x.eu/y).',
  ],
  [
    'no such work',
    '[b](work:tool/nobody)',
    '7  The link work:tool/nobody leads to no tool: correct the name, or write it first.',
  ],
  [
    'no such page',
    '[b](work:course/foundations/week-9)',
    '7  The link work:course/foundations/week-9 leads to no page of foundations: correct the name, or write the page first.',
  ],
  [
    'no such kind',
    '[b](work:book/x)',
    '7  The link work:book/x must begin with work:tool/, work:course/ or work:curriculum/.',
  ],
  [
    'half a link',
    '[b](work:tool)',
    '7  The link work:tool must have the form work:tool/slug, work:course/slug/lesson or work:curriculum/slug/unit.',
  ],
  // Sources
  [
    'an unknown source',
    'A\nb[^nobody].',
    '8  No source has the key `nobody`: add it to content/sources/ or correct it.',
  ],
  [
    'two keys in a bracket',
    'A[^a, b].',
    '7  This citation is not understood: write [^key], one key in each bracket, no spaces.',
  ],
  [
    'a citation that became a link',
    'A[^b](c)',
    '7  A bracket right behind a citation makes it a link: put a space between.',
    '7  The link c leads nowhere: use https://…, mailto:…, tel:… or work:kind/slug.',
  ],
  // Pictures and files
  [
    'a missing picture',
    '![A](map.svg)',
    `7  The file map.svg is missing: put it in ${UNIT}/ or correct its name.`,
  ],
  [
    'a picture elsewhere',
    '![A](../map.svg)',
    '7  `../map.svg` is not the name of a file beside this text: use lower-case letters, digits and dashes, no folder.',
  ],
  [
    'a picture of the wrong kind',
    '![A](map.odt)',
    '7  `map.odt` cannot be a picture: it must end in one of .svg, .png, .jpg, .jpeg, .webp, .avif.',
  ],
  [
    'a picture inside a line',
    'A ![b](map.svg) c',
    '7  A picture stands inside a line: put it alone in its paragraph.',
  ],
  [
    'a missing download',
    '::download[A]{file=a.odt}',
    `7  The file a.odt is missing: put it in ${UNIT}/ or correct its name.`,
  ],
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

test('a picture without words for those who cannot see it', async () => {
  expect(await toldAbout('![](map.svg)', { 'map.svg': svg })).toEqual([
    '7  This picture has no words for those who cannot see it: write ![what it shows](…).',
  ])
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

test.each([
  ['script', '<script>a</script>', 'A drawing must not hold a script: delete it.'],
  ['an event', '<path onclick="a"/>', 'A drawing must not react to events (on…=): delete the attribute.'],
  [
    'foreignObject',
    '<foreignObject/>',
    'A drawing must not hold foreignObject: draw it with SVG shapes and text.',
  ],
  [
    'an address',
    '<image href="https://x.eu/a.png"/>',
    'A drawing may only refer to itself (href="#…"): put the thing into the file.',
  ],
  [
    'an old address',
    '<use xlink:href="a.svg#b"/>',
    'A drawing may only refer to itself (href="#…"): put the thing into the file.',
  ],
  [
    'a style',
    '<path style="fill: url(https://x.eu/a)"/>',
    'A drawing may only refer to itself (url(#…)): put the thing into the file.',
  ],
  ['an import', '<style>@import "a.css";</style>', 'A drawing must not import styles: delete the line.'],
  [
    'an entity',
    '<!DOCTYPE svg [<!ENTITY a "b">]>',
    'A drawing must not have a DOCTYPE or entities: delete the line.',
  ],
  [
    'an animated link',
    '<set attributeName="href" to="a"/>',
    'A drawing must not animate links or events: delete it.',
  ],
])('a drawing with %s', async (_name, inside, message) => {
  const drawing = svg.replace('<path', `\n\n${inside}\n<path`)
  expect(await toldAbout('![A](map.svg)', { 'map.svg': drawing })).toEqual([`${UNIT}/map.svg:3  ${message}`])
})

test('a drawing may refer to itself', async () => {
  const drawing = svg.replace('<path', `<a href="#b"/><use xlink:href='#c'/><path style="fill:url( '#d')"`)
  expect(await toldAbout('![A](map.svg)', { 'map.svg': drawing })).toEqual([])
})

test('an empty or wrong file for a picture', async () => {
  expect(await toldAbout('![A](map.svg)', { 'map.svg': '' })).toEqual([
    '7  The file map.svg cannot be used: see the problem with the file itself.',
    `${UNIT}/map.svg:1  This file is empty: put the real one here.`,
  ])
  expect(await toldAbout('![A](map.svg)', { 'map.svg': 'words' })).toEqual([
    `${UNIT}/map.svg:1  This is not an SVG drawing: it has no <svg> element.`,
  ])
})

test('files that cannot be read as text', async () => {
  const bytes = new TextEncoder().encode(unitText('A\n\nB'))
  const broken = new Uint8Array([...bytes, 0x41, 0xff, 0x0a])
  const about = async (content: string | Uint8Array) =>
    told(await compileWith({ ...quiet, [FILE]: content })).filter((line) => line.startsWith(FILE))
  expect(await about(broken)).toEqual([
    `${FILE}:10  A character here is not valid UTF-8: save the file as UTF-8.`,
  ])
  expect(await about(' \n')).toEqual([`${FILE}:1  This file is empty: write it or delete it.`])
  expect(await about(unitText('A\n\nB\u0007'))).toEqual([
    `${FILE}:9  An invisible or broken character stands here: delete it.`,
  ])
  expect(await about(unitText('A '.repeat(500_001)))).toEqual([
    `${FILE}:1  This file is larger than 1 MB: make it smaller or split it.`,
  ])
})

test('a text without words above it, or without words below them', async () => {
  const about = async (content: string) =>
    told(await compileWith({ ...quiet, [FILE]: content })).filter((line) => line.startsWith(FILE))
  const none = `${FILE}:1  The file must begin with \`title\` and \`summary\` between two lines of ---.`
  expect(await about('Words.')).toEqual([none])
  expect(await about('---\ntitle: A\n')).toEqual([none])
  expect(await about('---\n---\n\nWords.')).toEqual([
    `${FILE}:2  Facts are missing here: write lines of the form \`key: value\`.`,
  ])
  expect(await about(unitText(''))).toEqual([`${FILE}:6  There is no text below the title: write it.`])
})

test('words above a text that are wrong', async () => {
  const about = async (content: string) =>
    told(await compileWith({ ...quiet, [FILE]: content })).filter((line) => line.startsWith(FILE))
  expect(await about(page('A.', 'outcomes: Words\nsumary: B\n'))).toEqual([
    `${FILE}:4  \`outcomes\` must be a list (- …).`,
    `${FILE}:5  \`sumary\` is not known here: delete it or look at FORMAT.md for its name.`,
  ])
  expect(await about(page('A.'))).toEqual([`${FILE}:2  \`outcomes\` is missing: add it.`])
  expect(await about(page('A.', 'outcomes: [2]\ntitle: B\n'))).toEqual([
    `${FILE}:5  This key stands twice in the same list of facts: keep one.`,
  ])
  expect(await about(page('A.', 'outcomes: [2]\n'))).toEqual([
    `${FILE}:4  \`outcomes\` must be text: write it in quotes, '2'.`,
  ])
  expect(await about(page('A.', 'outcomes:\n  - One: two: three\n'))).toEqual([
    `${FILE}:5  A colon inside a text confuses YAML: put the whole text in quotes, '…'.`,
  ])
  expect(await about(page('A.', "outcomes: ['']\n"))).toEqual([`${FILE}:4  \`outcomes\` must not be empty.`])
})
