import { expect, test } from 'vitest'
import { compileWith, told, UNIT, unitText } from './content.ts'
import { blocksOf, text } from './reading.ts'
import { quiet } from './telling.ts'

test('paragraphs with all that can stand in a line', async () => {
  const [block] = await blocksOf(
    'One **strong *both*** and\n`code` and [words](https://x.eu/a?b=c) [mail](mailto:a@b.eu) [call](tel:+39-112)\\\n[card](work:tool/empathic-call-series).',
  )
  expect(block).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{8}$/),
    type: 'text',
    text: [
      { type: 'text', text: 'One ' },
      {
        type: 'strong',
        children: [
          { type: 'text', text: 'strong ' },
          { type: 'emphasis', children: [{ type: 'text', text: 'both' }] },
        ],
      },
      { type: 'text', text: ' and ' },
      { type: 'code', text: 'code' },
      { type: 'text', text: ' and ' },
      { type: 'link', href: 'https://x.eu/a?b=c', children: [{ type: 'text', text: 'words' }] },
      { type: 'text', text: ' ' },
      { type: 'link', href: 'mailto:a@b.eu', children: [{ type: 'text', text: 'mail' }] },
      { type: 'text', text: ' ' },
      { type: 'link', href: 'tel:+39-112', children: [{ type: 'text', text: 'call' }] },
      { type: 'break' },
      { type: 'link', href: 'work:tool/empathic-call-series', children: [{ type: 'text', text: 'card' }] },
      { type: 'text', text: '.' },
    ],
  })
})

test('colons, tildes and numbers inside a line stay text', async () => {
  const [block] = await blocksOf('At 10:45 note:this, ~20 of ~30, a < b, * and _ alone: fine.')
  expect(block).toMatchObject(text('At 10:45 note:this, ~20 of ~30, a < b, * and _ alone: fine.'))
})

test('headings with and without their own id', async () => {
  expect(
    await blocksOf('## Qué *hacer* hoy\n\nText.\n\n### More {#more}\n\nText.\n\n## Qué hacer hoy'),
  ).toMatchObject([
    {
      id: 'que-hacer-hoy',
      type: 'heading',
      level: 2,
      text: [{ text: 'Qué ' }, { type: 'emphasis' }, { text: ' hoy' }],
    },
    text('Text.'),
    { id: 'more', type: 'heading', level: 3, text: [{ text: 'More' }] },
    { type: 'text', id: expect.stringMatching(/^[0-9a-f]{8}-2$/) },
    { id: 'que-hacer-hoy-2', type: 'heading' },
  ])
})

test('a timed heading is a step up to the next heading', async () => {
  expect(
    await blocksOf(
      '## Do\n\n### One {#one minutes=10}\n\nA.\n\n- b\n\n### Two {minutes=5}\n\nC.\n\n### Three\n\nD.',
    ),
  ).toMatchObject([
    { type: 'heading', id: 'do' },
    {
      type: 'step',
      id: 'one',
      minutes: 10,
      title: [{ text: 'One' }],
      blocks: [text('A.'), { type: 'list' }],
    },
    { type: 'step', id: 'two', minutes: 5, blocks: [text('C.')] },
    { type: 'heading', id: 'three', level: 3 },
    text('D.'),
  ])
})

test('lists, one inside the other, and one that goes on counting', async () => {
  expect(await blocksOf('- a\n- b\n  1. c\n\n     d\n\n3. e')).toMatchObject([
    {
      type: 'list',
      ordered: false,
      items: [[text('a')], [text('b'), { type: 'list', ordered: true, items: [[text('c'), text('d')]] }]],
    },
    { type: 'list', ordered: true, start: 3, items: [[text('e')]] },
  ])
})

test('a table', async () => {
  expect(await blocksOf('| | b |\n|---|---|\n| 1 | **2** |\n| 3 | a \\| b |')).toMatchObject([
    {
      type: 'table',
      head: [[], [{ text: 'b' }]],
      rows: [
        [[{ text: '1' }], [{ type: 'strong' }]],
        [[{ text: '3' }], [{ text: 'a | b' }]],
      ],
    },
  ])
})

test('quotations, with and without a name', async () => {
  const blocks = await blocksOf(
    '> One\n> two — three\n>\n> — *Rosa*, Parma\n\n> Alone\n\n> Words\\\n> — A name\n\n> Words\n> — A name',
  )
  const signed = { type: 'quotation', blocks: [text('Words')], by: [{ text: 'A name' }] }
  expect(blocks).toMatchObject([
    { type: 'quotation', blocks: [text('One two — three')], by: [{ type: 'emphasis' }, { text: ', Parma' }] },
    { type: 'quotation', blocks: [text('Alone')] },
    signed,
    signed,
  ])
  expect(blocks[1]).not.toHaveProperty('by')
})

test('sources stand at the end in the order in which they are cited', async () => {
  const entry = (key: string) =>
    `${key}:\n  authors: A\n  year: '2020'\n  title: T\n  url: https://x.eu\n  read: general\n`
  const result = await compileWith({
    ...quiet,
    'sources/b.yaml': entry('one2020') + entry('two-2020'),
    [`${UNIT}/en/text.md`]: unitText('First [^two-2020][^one2020]. Again[^two-2020].'),
  })
  expect(told(result)).toEqual([])
  const [programme] = result.works
  const part = programme?.parts[programme.manifest.parts['1-1-from']?.en ?? '']
  expect(part?.blocks).toMatchObject([
    {
      text: [
        { text: 'First' },
        { type: 'cite', source: 'two-2020' },
        { type: 'cite', source: 'one2020' },
        { text: '. Again' },
        { type: 'cite' },
        { text: '.' },
      ],
    },
    {
      type: 'source',
      id: 'sources',
      sources: [
        { key: 'two-2020', authors: 'A', year: '2020', title: 'T', url: 'https://x.eu', read: 'general' },
        { key: 'one2020' },
      ],
    },
  ])
})

test('ids come from the words and stay while the words stay', async () => {
  const before = await blocksOf('A.\n\nB.\n\n- one\n- two')
  const after = await blocksOf('New.\n\nA.\n\nB.\n\n- one\n- two')
  expect(after.slice(1)).toEqual(before)
})

test('Windows line ends and a byte order mark change nothing', async () => {
  const body = '## A {#a}\n\nB\nc.\n\n:::reflection{#r}\nD\n:::'
  const result = await compileWith({
    ...quiet,
    [`${UNIT}/en/text.md`]: `\ufeff${unitText(body).replaceAll('\n', '\r\n')}`,
  })
  expect(told(result)).toEqual([])
  const [programme] = result.works
  expect(programme?.parts[programme.manifest.parts['1-1-from']?.en ?? '']?.blocks).toEqual(
    await blocksOf(body),
  )
})
