import { expect, test } from 'vitest'
import { type Kind, newId, parseId } from '#schema/ids.ts'

const NOW = Date.UTC(2026, 10, 23)

test('an id is its kind and a UUIDv7', () => {
  expect(newId('person', NOW)).toMatch(/^person_[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}$/)
})

test('an id tells when it was made', () => {
  const time = newId('event', NOW).slice('event_'.length, 'event_'.length + 12)
  expect(Number.parseInt(time, 16)).toBe(NOW)
})

test('ids sort by the time they were made', () => {
  const moments = [0, 1, 255, 256, NOW - 1, NOW, NOW + 1, 2 ** 48 - 1]
  const ids = moments.map((moment) => newId('event', moment))
  expect(ids.toReversed().sort()).toEqual(ids)
})

test('no two ids are the same, not even of one moment', () => {
  const ids = Array.from({ length: 2000 }, () => newId('event', NOW))
  expect(new Set(ids).size).toBe(ids.length)
})

test('an id made here is recognised', () => {
  for (const kind of ['organisation', 'operator', 'person', 'event'] satisfies Kind[]) {
    const id = newId(kind, NOW)
    expect(parseId(kind, id)).toBe(id)
  }
})

test('an id of another kind is none', () => {
  expect(parseId('operator', newId('person', NOW))).toBeUndefined()
})

test.each([
  '',
  'person',
  'person_',
  'person_0199',
  `person_${'0'.repeat(33)}`,
  `person_${'0'.repeat(31)}G`,
  `person_${'A'.repeat(32)}`,
  `PERSON_${'0'.repeat(32)}`,
  ` person_${'0'.repeat(32)}`,
  `person_${'0'.repeat(32)}\n`,
  `person_${'0'.repeat(32)}' or 1=1`,
  '00000000-0000-7000-8000-000000000000',
])('%j is no id', (text) => {
  expect(parseId('person', text)).toBeUndefined()
})
