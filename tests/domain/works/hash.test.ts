import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, hashOf } from '#domain/works/hash.ts'
import { slugOf } from '#domain/works/slug.ts'

test('the hash of a known value', async () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe('{"b":[1,{"c":"x","d":null}]}')
  // printf '{"a":1,"b":2}' | sha256sum
  expect(await hashOf({ b: 2, a: 1 })).toBe(
    '43258cff783fe7036d8a43033f830adfc60ec037382473548ac742b888292777',
  )
})

test('the order of keys makes no difference, what they hold does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse())
      expect(await hashOf(turned)).toBe(await hashOf(value))
      expect(await hashOf({ ...value, more: [value] })).not.toBe(await hashOf(value))
    }),
    { numRuns: 50 },
  )
})

test('names in an address', () => {
  expect(slugOf('Qué hacer, hoy?')).toBe('que-hacer-hoy')
  expect(slugOf('Følelser på afstand: æ og ß')).toBe('folelser-pa-afstand-ae-og-ss')
  expect(slugOf('…')).toBe('section')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (words) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slugOf(words))),
  )
})
