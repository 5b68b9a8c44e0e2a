import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from '#domain/works/block.ts'
import { keepIds } from '#domain/works/keep-ids.ts'

const text = (id: string, words: string): Block => ({
  id,
  type: 'text',
  text: [{ type: 'text', text: words }],
})
const heading = (id: string, words: string): Block => ({
  id,
  type: 'heading',
  level: 2,
  text: [{ type: 'text', text: words }],
})
const list = (id: string, ...items: Block[][]): Block => ({ id, type: 'list', ordered: false, items })
const box = (id: string, ...blocks: Block[]): Block => ({ id, type: 'case', title: 'Rosa waits', blocks })

/** All ids of a page, from top to bottom. */
function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn)
  if (typeof value !== 'object' || value === null) return []
  const { id, ...rest } = value as { id?: string } // any object of the page
  return [...(id === undefined ? [] : [id]), ...Object.values(rest).flatMap(idsIn)]
}

test('a paragraph that was edited in place keeps its id', () => {
  const before = [text('a', 'Call her every day at ten.'), text('b', 'Say goodbye early.')]
  const after = [text('x', 'Call her every working day at ten.'), text('y', 'Say goodbye early.')]
  expect(idsIn(keepIds(before, after))).toEqual(['a', 'b'])
  expect(keepIds(before, after)[0]).toMatchObject({ text: [{ text: 'Call her every working day at ten.' }] })
})

test('a paragraph that says something else is a new one', () => {
  expect(idsIn(keepIds([text('a', 'Call her every day.')], [text('x', 'Write a letter instead.')]))).toEqual([
    'x',
  ])
})

test('a block of another type is a new one, whatever it says', () => {
  expect(idsIn(keepIds([text('a', 'Call her.')], [list('x', [text('y', 'Call her.')])]))).toEqual(['x', 'y'])
})

test('blocks that are gone take their ids with them, and a new one cannot have an id that is taken', () => {
  const before = [text('a', 'One and only.'), text('b', 'Two by two.')]
  expect(idsIn(keepIds(before, [text('b', 'New words here.'), text('c', 'Two by two.')]))).toEqual([
    'b-2',
    'b',
  ])
})

test('what stands inside a box is found again, also when something was written into it', () => {
  const before = [
    box('a', text('b', 'She sits at the window.'), list('c', [text('d', 'tea')], [text('e', 'bread')])),
  ]
  const after = [
    box(
      '1',
      text('2', 'Morning comes late in December.'),
      text('3', 'She sits at the window.'),
      list('4', [text('5', 'tea')], [text('6', 'butter')], [text('7', 'bread')]),
    ),
  ]
  expect(idsIn(keepIds(before, after))).toEqual(['a', '2', 'b', 'c', 'd', '6', 'e'])
})

test('a heading keeps its id when its words change, unless the author wrote another', () => {
  const before = [heading('before-you-start', 'Before you start')]
  expect(idsIn(keepIds(before, [heading('before-we-start', 'Before we start')]))).toEqual([
    'before-you-start',
  ])
  expect(idsIn(keepIds(before, [heading('prepare', 'Before we start')]))).toEqual(['prepare'])
})

test('questions, tasks and reflections always have the id that the author wrote', () => {
  const reflection = (id: string, inside: string): Block => ({
    id,
    type: 'reflection',
    blocks: [text(inside, 'And you?')],
  })
  expect(idsIn(keepIds([reflection('mine', 'a')], [reflection('yours', 'x')]))).toEqual(['yours', 'a'])
  expect(
    idsIn(keepIds([text('mine', 'Call her.')], [text('x', 'Call her.'), reflection('mine', 'y')])),
  ).toEqual(['x', 'mine', 'y'])
})

test('answers of a question keep theirs', () => {
  const question = (...options: [string, string, string][]): Block => ({
    id: 'smell',
    type: 'question',
    several: false,
    prompt: [text('p', 'What is lost?')],
    options: options.map(([id, words, inside]) => ({
      id,
      right: id === 'a',
      text: [{ type: 'text', text: words }],
      feedback: [text(inside, `About ${words}.`)],
    })),
  })
  const before = [question(['a', 'How the flat smells', 'fa'], ['b', 'Whether she is tired', 'fb'])]
  const after = [
    question(
      ['1', 'Whether she is very tired', 'f1'],
      ['2', 'What she ate today', 'f2'],
      ['3', 'How the flat smells', 'f3'],
    ),
  ]
  expect(idsIn(keepIds(before, after))).toEqual(['smell', 'p', 'b', 'fb', '2', 'f2', '3', 'f3'])
  expect(
    idsIn(
      keepIds(before, [
        question(
          ['9', 'New answer', 'f9'],
          ['1', 'How the flat smells', 'f1'],
          ['2', 'Whether she is tired', 'f2'],
        ),
      ]),
    ),
  ).toEqual(['smell', 'p', '9', 'f9', 'a', 'fa', 'b', 'fb'])
})

test('neither edition is changed', () => {
  const before = [box('a', text('b', 'One.'))]
  const after = [box('1', text('2', 'One.'))]
  const copies = structuredClone([before, after])
  keepIds(before, after)
  expect([before, after]).toEqual(copies)
})

// Pages of a few blocks; their ids are given afterwards, so that they are unique.
const words = fc
  .array(fc.constantFrom('call', 'her', 'today', 'early', 'window', 'tea', 'letter'), {
    minLength: 1,
    maxLength: 6,
  })
  .map((list) => list.join(' '))
const leaf = fc.oneof(
  words.map((said) => text('', said)),
  words.map((said): Block => ({ id: '', type: 'image', src: '/content/a/b.svg', alt: said })),
)
const block = fc.oneof(
  { weight: 3, arbitrary: leaf },
  fc
    .array(fc.array(leaf, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
    .map((items) => list('', ...items)),
  fc.array(leaf, { minLength: 1, maxLength: 3 }).map((blocks) => box('', ...blocks)),
)
const page = fc.array(block, { maxLength: 8 })

function named(blocks: Block[], prefix: string): Block[] {
  let count = 0
  const name = (block: Block): Block => {
    count += 1
    const id = `${prefix}${count}`
    if (block.type === 'list') return { ...block, id, items: block.items.map((item) => item.map(name)) }
    if (block.type === 'case') return { ...block, id, blocks: block.blocks.map(name) }
    return { ...block, id }
  }
  return blocks.map(name)
}

test('ids are unique, and the same two editions always give the same', () => {
  fc.assert(
    fc.property(page, page, (one, two) => {
      const before = named(one, 'a')
      const after = named(two, 'b')
      const ids = idsIn(keepIds(before, after))
      expect(new Set(ids).size).toBe(ids.length)
      expect(idsIn(keepIds(before, after))).toEqual(ids)
      expect(keepIds(before, after).length).toBe(after.length)
    }),
  )
})

test('ids are unique even when the two editions use the same names for different blocks', () => {
  fc.assert(
    fc.property(page, page, (one, two) => {
      const ids = idsIn(keepIds(named(one, 'a'), named(two, 'a')))
      expect(new Set(ids).size).toBe(ids.length)
    }),
  )
})

test('what did not change keeps all its ids', () => {
  fc.assert(
    fc.property(page, (blocks) => {
      const before = named(blocks, 'a')
      expect(keepIds(before, named(blocks, 'b'))).toEqual(before)
    }),
  )
})

test('a paragraph written anywhere leaves all other ids alone', () => {
  fc.assert(
    fc.property(page, fc.nat(), (blocks, place) => {
      const before = named(blocks, 'a')
      const added = { ...text('', 'An entirely different sentence about something else'), id: 'new' }
      const [at, after] = inserted(named(blocks, 'b'), place, added)
      const kept = keepIds(before, after)
      const expected = idsIn(before)
      expected.splice(at, 0, 'new')
      expect(idsIn(kept)).toEqual(expected)
    }),
  )
})

/** Puts a block at one of the places of the page, also inside its boxes; answers with its number among all ids. */
function inserted(blocks: Block[], place: number, added: Block): [number, Block[]] {
  const holders: Block[][] = [blocks]
  const copy = structuredClone(blocks)
  holders[0] = copy
  for (const each of copy) {
    if (each.type === 'list') holders.push(...each.items)
    if (each.type === 'case') holders.push(each.blocks)
  }
  const holder = holders[place % holders.length] ?? copy
  holder.splice(place % (holder.length + 1), 0, added)
  return [idsIn(copy).indexOf('new'), copy]
}
