import { expect, test } from 'vitest'
import { words } from '#content/words/words.ts'
import type { Language } from '#domain/works/index.ts'
import { languages } from '#web/paths.ts'
import { count, day, fill, nameOf, said, saidLang, size } from '#web/say.ts'

test('names are filled in, each wherever it stands', () => {
  expect(fill('{name}, hello {name}: {count}', { name: 'Ana', count: 3 })).toBe('Ana, hello Ana: 3')
})

test('a name that is not given is seen', () => {
  expect(fill('Hello {name}', {})).toBe('Hello {name}')
})

test.each(['{count}', '$&', '$1', '<b>', ''])('%j is filled in as it is', (name) => {
  expect(fill('Hello {name}!', { name, count: 7 })).toBe(`Hello ${name}!`)
})

test.each<[Language, number, string]>([
  ['en', 0, '0 pages found'],
  ['en', 1, '1 page found'],
  ['en', 2, '2 pages found'],
  ['en', 1234, '1,234 pages found'],
])('in %s, %i is "%s"', (language, number, text) => {
  expect(count(language, words.en.search.results, number)).toBe(text)
})

test('Romanian has a form of its own from twenty on', () => {
  const forms = words.ro.search.results
  expect(new Set([1, 2, 20].map((number) => count('ro', forms, number).replace(/\d+/, ''))).size).toBe(3)
})

test('a form that a language does not have is the usual one', () => {
  expect(count('ro', { other: '{count} x' }, 2)).toBe('2 x')
})

test.each(languages)('in %s every number of pages can be told', (language) => {
  for (const number of [0, 1, 2, 3, 5, 11, 19, 20, 21, 100, 101, 1e6])
    expect(count(language, words[language].search.results, number)).toMatch(/^\d[\d\s.,]* \S/u)
})

test.each<[Language, RegExp]>([
  ['en', /^23 November 2026$/],
  ['es', /^23 de noviembre de 2026$/],
  ['it', /^23 novembre 2026$/],
  ['da', /^23\. november 2026$/],
  ['pt', /^23 de novembro de 2026$/],
  ['ro', /^23 noiembrie 2026$/],
])('in %s a day is written as there', (language, written) => {
  expect(day(language, '2026-11-23')).toMatch(written)
  expect(day(language, Date.UTC(2026, 10, 23, 12))).toMatch(written)
})

test('a day ends when it ends in Europe', () => {
  expect(day('en', Date.UTC(2026, 10, 22, 23, 30))).toBe('23 November 2026')
})

test('sizes are told in the unit that fits', () => {
  expect(size('en', 12_345)).toMatch(/^12\s?kB$/)
  expect(size('en', 1234)).toMatch(/^1\.2\s?kB$/)
  expect(size('it', 2_500_000)).toMatch(/^2,5\s?MB$/)
})

test('languages and countries have their names in the language of the reader', () => {
  expect(nameOf('it', 'language', 'en')).toBe('inglese')
  expect(nameOf('da', 'region', 'DK')).toBe('Danmark')
})

test('what is not said in a language is said in English, and marked as such', () => {
  const both = { en: 'Bread', it: 'Pane' }
  expect([said(both, 'it'), saidLang(both, 'it')]).toEqual(['Pane', undefined])
  expect([said(both, 'da'), saidLang(both, 'da')]).toEqual(['Bread', 'en'])
  expect(saidLang(both, 'en')).toBeUndefined()
})
