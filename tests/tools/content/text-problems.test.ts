import { expect, test } from 'vitest'
import { UNIT } from './content.ts'
import { toldAbout } from './telling.ts'

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
])('%s', async (_name, body, ...expected) => {
  expect(await toldAbout(body)).toEqual(expected)
})
