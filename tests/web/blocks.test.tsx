// Every kind of block as HTML. No document around: just the blocks, in the surroundings of a reader.

import { NoHydration, renderToString } from 'solid-js/web'
import { describe, expect, test } from 'vitest'
import { words } from '#content/words/words.ts'
import type { Block, Inline } from '#domain/works/block.ts'
import { faceOf, type Language, type ToolFace } from '#domain/works/index.ts'
import { Blocks } from '#web/parts/blocks/Blocks.tsx'
import { type BlockSurroundings, BlocksSurrounded } from '#web/parts/blocks/surroundings.tsx'
import { strip } from '#web/parts/markers.ts'
import { pathsIn } from '#web/paths.ts'
import { type Reader, Surrounded } from '#web/reader.tsx'
import { blocksSaying, everyBlock, inline, text } from '../support/blocks.ts'
import { tool } from '../support/works.ts'

const reader = (language: Language): Reader => ({
  language,
  words: words[language],
  paths: pathsIn(language),
  path: `/${language}/`,
  origin: 'https://intras.connections.test',
  platform: 'https://connections.test',
  tenant: undefined,
  person: undefined,
  nonce: 'n',
  assets: { style: '', script: '', font: '' },
  demonstration: false,
})

function html(blocks: Block[], around: Partial<BlockSurroundings> = {}, language: Language = 'en'): string {
  const surroundings = { sources: new Map(), cards: {}, answers: {}, ...around }
  const page = () => (
    <NoHydration>
      <Surrounded value={reader(language)}>
        <BlocksSurrounded value={surroundings}>
          <Blocks of={blocks} />
        </BlocksSurrounded>
      </Surrounded>
    </NoHydration>
  )
  return strip(renderToString(page))
}

const line = (...inlines: Inline[]) => html([{ id: 'x', type: 'text', text: inlines }])
const calls = async () => ({ calls: faceOf((await tool('calls')).manifest) as ToolFace }) // made from a tool

test.each(everyBlock.map((block) => ({ type: block.type, block })))(
  'a $type shows what it says',
  async ({ type, block }) => {
    expect(html([block], { cards: await calls() })).toContain(`word-of-${type}`)
  },
)

test('whatever a block says stays text', async () => {
  const wild = `<script>alert("1")</script><img src=x onerror='alert(2)'> & "quoted" </textarea> <!-- $& {name}`
  const blocks = Object.values(blocksSaying(() => wild))
  const written = html(blocks, { cards: await calls(), answers: { question: ['a', 'b', 'c'] } })
  const plain = written.replaceAll(/<script type="application\/json">.*?<\/script>/g, '')
  expect(plain).toContain('&lt;script>alert("1")&lt;/script>')
  expect(plain).toContain('alt="<script>alert(&quot;1&quot;)</script>')
  const withoutValues = plain.replaceAll(/="[^"]*"/g, '')
  expect(withoutValues).not.toMatch(/<script|<img src=x|<!--|<\/textarea/)
  expect(withoutValues).not.toMatch(/<[^>]*\sonerror/)
  expect(plain).toContain('{name}')
})

test('the data of a self-check cannot end the script it stands in', () => {
  const question = blocksSaying(() => '</script><script>alert(1)</script><!--').question
  const [, data = ''] = /<script type="application\/json">(.*?)<\/script>/.exec(html([question])) ?? []
  expect(data).not.toContain('<')
  const { options } = JSON.parse(data) as { options: { text: string }[] }
  expect(options[0]?.text).not.toContain('<script>')
})

describe('a line', () => {
  test('has its emphasis, its code and its breaks', () => {
    const strong: Inline = { type: 'strong', children: [{ type: 'emphasis', children: inline('now') }] }
    expect(line(strong, { type: 'break' }, { type: 'code', text: 'a < b' })).toBe(
      '<p><strong><em>now</em></strong><br><code>a &lt; b</code></p>',
    )
  })

  test('leads to another site as it is written', () => {
    const href = 'https://example.org/?a=1&b="2"'
    expect(line({ type: 'link', href, children: inline('there') })).toBe(
      '<p><a href="https://example.org/?a=1&amp;b=&quot;2&quot;">there</a></p>',
    )
  })

  test.each([
    ['work:tool/calls', '/en/toolbox/calls'],
    ['work:course/basics/first', '/en/courses/basics/first'],
    ['work:curriculum/teaching/first-unit/plan', '/en/curriculum/teaching/first-unit/plan'],
  ])('leads to a work in the language of the reader: %s', (href, address) => {
    expect(line({ type: 'link', href, children: inline('x') })).toContain(`<a href="${address}">`)
  })

  test('names its sources by their number in the list below', () => {
    const cited = html([{ id: 'x', type: 'text', text: [{ type: 'cite', source: 'who' }] }], {
      sources: new Map([['who', 3]]),
    })
    expect(cited).toContain('href="#source-who"')
    expect(cited).toContain('>3</a>')
    expect(html([blocksSaying(() => '').source])).toContain('id="source-who"')
  })
})

test('headings and whatever people answer to can be linked to', () => {
  for (const id of ['heading', 'step', 'reflection', 'task', 'question'])
    expect(html(everyBlock)).toContain(`id="${id}"`)
})

test('a list goes on counting where it was told to', () => {
  expect(html([blocksSaying(() => 'a').list])).toBe('<ol start="3"><li>a</li><li>b</li></ol>')
})

test('a table has a caption, and heads for its columns and rows', () => {
  const table = html([blocksSaying(() => 'calls').table])
  expect(table).toContain('<caption>Caption calls</caption>')
  expect(table).toContain('<th scope="col">When</th>')
  expect(table).toContain('<th scope="row">Monday</th><td>calls</td>')
})

test('a picture has its alternative text, a drawing too', () => {
  const { image } = blocksSaying(() => 'A telephone')
  expect(html([image])).toContain('alt="A telephone"')
  expect(html([{ ...image, src: '/content/x.svg', viewBox: '0 0 4 3' }])).toContain(
    '<svg class="picture" role="img" aria-label="A telephone" viewBox="0 0 4 3">',
  )
})

test('a clip has captions and a transcript', () => {
  const clip = html([blocksSaying(() => 'Spoken words').video])
  expect(clip).toMatch(/<track kind="captions" srclang="en" src="\/content\/clip.vtt"/)
  expect(clip).toMatch(/<details class="transcript">.*Spoken words.*<\/details>/s)
})

test('a download says its format and size', () => {
  expect(html([blocksSaying(() => 'Sheet').download])).toMatch(/PDF, 12\s?kB/)
})

describe('a tool card that is referred to', () => {
  test('is linked when this house has it', async () => {
    const shown = html([blocksSaying(() => 'Because').card], { cards: await calls() }, 'it')
    expect(shown).toContain('href="/it/toolbox/calls"')
    expect(shown).toContain('lang="en"')
    expect(shown).toContain('Because')
  })

  test('is told about in words when this house has it not', () => {
    const shown = html([blocksSaying(() => 'Because').card])
    expect(shown).not.toContain('<a')
    expect(shown).toContain(words.en.content.toolCardAbsent)
  })
})

describe('a self-check', () => {
  const question = { ...blocksSaying((type) => type).question }

  test('says nothing before an answer', () => {
    const [form = ''] = html([question]).split('<script')
    expect(form).not.toContain('Because')
    expect(form).toContain('method="get"')
    expect(form).not.toContain('checked')
  })

  test('says something at what was chosen, and at what was right and passed over', () => {
    const [form = ''] = html([question], { answers: { question: ['a', 'c'] } }).split('<script')
    expect([...form.matchAll(/Because (\w)/g)].map(([, option]) => option)).toEqual(['a', 'b', 'c'])
    expect(form).toContain(words.en.content.right)
    expect(form).toContain(words.en.content.alsoRight)
    expect(form).toContain(words.en.content.wrong)
    expect(form.match(/checked/g)).toHaveLength(2)
  })

  test('with one right answer does not give it away', () => {
    const one = { ...question, several: false, options: question.options.filter(({ id }) => id !== 'b') }
    const [form = ''] = html([one], { answers: { question: ['c'] } }).split('<script')
    expect([...form.matchAll(/Because (\w)/g)].map(([, option]) => option)).toEqual(['c'])
    expect(form).toContain('type="radio"')
  })

  test('keeps the answers to the other questions of the page', () => {
    const [form = ''] = html([question], { answers: { other: ['x', 'y'] } }).split('<script')
    expect(form).toContain('type="hidden" name="other" value="x">')
    expect(form).toContain('type="hidden" name="other" value="y">')
  })

  test('can be shown twice on a page without the two being taken for one', () => {
    const keys = [...html([question, { ...question, id: 'second' }]).matchAll(/data-key="([^"]+)"/g)]
    expect(new Set(keys.map(([, key]) => key)).size).toBe(2)
  })
})

test('blocks inside of blocks are shown to any depth', () => {
  let block: Block = text('deep', 'At the bottom')
  for (let depth = 0; depth < 30; depth++)
    block = { id: `c${depth}`, type: 'callout', kind: 'note', title: '', blocks: [block] }
  expect(html([block])).toContain('At the bottom')
})
