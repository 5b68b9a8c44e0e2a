// Words without their form: as addresses, and for the search index.
import { expect, test } from 'vitest'
import { type Block, inlineText, plainText, slugOf } from '#domain/works/index.ts'
import { everyBlock } from '../../support/blocks.ts'

test.each([
  ['Qué hacer', 'que-hacer'],
  ['  Scam shield!  ', 'scam-shield'],
  ['Siguranța acasă', 'siguranta-acasa'],
  ['Værktøj på kælder ø', 'vaerktoj-pa-kaelder-o'],
  ['Straße', 'strasse'],
  ['ﬁve', 'five'],
  ['***', 'section'],
  ['日本語', 'section'],
  ['', 'section'],
])('%j is %j in an address', (words, slug) => {
  expect(slugOf(words)).toBe(slug)
})

test('an address is never long and never ends with a dash', () => {
  expect(slugOf(`${'a'.repeat(59)} bcd`)).toBe('a'.repeat(59))
  expect(slugOf('x'.repeat(1000))).toHaveLength(60)
})

test('every kind of block gives its words to the search index', () => {
  const words = plainText(everyBlock)
  for (const block of everyBlock) {
    if (block.type === 'source') continue
    expect(words, block.type).toContain(`word-of-${block.type}`)
  }
})

test('what only steers a block is not among its words', () => {
  const words = plainText(everyBlock)
  expect(words).not.toMatch(/undefined|\[object|https?:|\.svg|\.mp4/)
})

test('a line breaks between words and not inside of one', () => {
  const text: Block[] = [
    {
      id: 'x',
      type: 'text',
      text: [
        { type: 'text', text: 'one' },
        { type: 'break' },
        { type: 'strong', children: [{ type: 'emphasis', children: [{ type: 'text', text: 'two' }] }] },
        { type: 'cite', source: 'who' },
        { type: 'text', text: ', three' },
      ],
    },
  ]
  expect(plainText(text)).toBe('one two, three')
  expect(inlineText([])).toBe('')
})
