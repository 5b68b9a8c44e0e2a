import { expect, test } from 'vitest'
import type { BlockType } from '#domain/works/block.ts'
import { svg } from './content.ts'
import { blocksOf, text } from './reading.ts'

test('pictures, downloads and clips', async () => {
  const beside = {
    'map.svg': svg,
    'sheet.odt': 'PK',
    'clip.webm': 'clip',
    'clip.en.vtt': 'WEBVTT',
    'clip.ro.vtt': 'WEBVTT ro',
  }
  const video =
    ':::video{title="A call" src=clip.webm captions="clip.en.vtt, clip.ro.vtt" poster=map.svg seconds=118}\nHello.\n:::'
  expect(
    await blocksOf(`![A map](map.svg)\n\n::download[The sheet]{file=sheet.odt}\n\n${video}`, beside),
  ).toMatchObject([
    { type: 'image', alt: 'A map', src: expect.stringMatching(/map\.svg$/) },
    {
      type: 'download',
      title: 'The sheet',
      format: 'odt',
      bytes: 2,
      href: expect.stringMatching(/^\/content\/[0-9a-f]{10}\/sheet\.odt$/),
    },
    {
      type: 'video',
      title: 'A call',
      seconds: 118,
      src: expect.stringMatching(/clip\.webm$/),
      poster: expect.stringMatching(/map\.svg$/),
      captions: [
        { language: 'en', src: expect.stringMatching(/clip\.en\.vtt$/) },
        { language: 'ro', src: expect.stringMatching(/clip\.ro\.vtt$/) },
      ],
      transcript: [text('Hello.')],
    },
  ])
})

test('boxes, also one inside the other', async () => {
  const body = `:::callout[In danger]{kind=safety}
Call 112.
:::

::::case[Rosa]
She waits.

:::script
“Good morning.”
:::
::::

:::reflection{#mine}
And you?
:::

::card[It *fits*.]{slug=empathic-call-series}

::card{slug=empathic-call-series}`
  const blocks = await blocksOf(body)
  expect(blocks).toMatchObject([
    { type: 'callout', kind: 'safety', title: 'In danger', blocks: [text('Call 112.')] },
    {
      type: 'case',
      title: 'Rosa',
      blocks: [text('She waits.'), { type: 'script', blocks: [text('“Good morning.”')] }],
    },
    { type: 'reflection', id: 'mine', blocks: [text('And you?')] },
    {
      type: 'card',
      slug: 'empathic-call-series',
      why: [{ text: 'It ' }, { type: 'emphasis' }, { text: '.' }],
    },
    { type: 'card', slug: 'empathic-call-series' },
  ])
  expect(blocks[4]).not.toHaveProperty('why')
})

test('questions with feedback on every answer', async () => {
  const body = `:::question{#smell}
What is lost?

- [x] Smell
  > Right: it stays.

  > It always does.
- [ ] Sound
  > No.
- [X] Touch
  > Right.
:::`
  expect(await blocksOf(body)).toMatchObject([
    {
      type: 'question',
      id: 'smell',
      several: true,
      prompt: [text('What is lost?')],
      options: [
        {
          right: true,
          text: [{ text: 'Smell' }],
          feedback: [text('Right: it stays.'), text('It always does.')],
        },
        { right: false, text: [{ text: 'Sound' }], feedback: [text('No.')] },
        { right: true, text: [{ text: 'Touch' }] },
      ],
    },
  ])
  expect(await blocksOf(body.replace('[X]', '[ ]'))).toMatchObject([{ several: false }])
})

test('a task with its rubric', async () => {
  const body = `:::task[Draw your map]{#own-map minutes=60}
Take paper.

| Criterion | Not yet | Begun | Good | Strong |
|---|---|---|---|---|
| Care | a | b | *c* | d |
:::`
  expect(await blocksOf(body)).toMatchObject([
    {
      type: 'task',
      id: 'own-map',
      title: 'Draw your map',
      minutes: 60,
      blocks: [text('Take paper.')],
      rubric: [{ criterion: 'Care', levels: ['a', 'b', 'c', 'd'] }],
    },
  ])
})

test('these tests know every kind of block', () => {
  const all = {
    heading: 1,
    text: 1,
    list: 1,
    table: 1,
    quotation: 1,
    image: 1,
    video: 1,
    callout: 1,
    case: 1,
    script: 1,
    step: 1,
    reflection: 1,
    download: 1,
    card: 1,
    question: 1,
    task: 1,
    source: 1,
  } satisfies Record<BlockType, 1>
  expect(Object.keys(all)).toHaveLength(17)
})
