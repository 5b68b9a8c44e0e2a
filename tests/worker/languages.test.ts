// Six languages: the first page in the reader's own, a switch that keeps the page, English where a text is missing.

import { describe, expect, test, vi } from 'vitest'
import { words } from '#content/words/words.ts'
import { languages } from '#web/paths.ts'
import { element, elements } from '../support/html.ts'
import { ask, openHouse, origin } from '../support/worker.ts'

// These read many pages.
vi.setConfig({ testTimeout: 30_000 })

const PAGES = [
  '/',
  '/courses',
  '/courses/basics',
  '/courses/basics/first',
  '/toolbox',
  '/toolbox/calls',
  '/curriculum/teaching/first-unit/plan',
  '/search',
  '/sign-in',
  '/nowhere',
]

describe('the first page', () => {
  test.each([
    ['it', 'it'],
    ['da-DK', 'da'],
    ['PT-br', 'pt'],
    ['ro;q=0.9, es;q=0.8', 'ro'],
    ['es;q=0.2, da;q=0.9', 'da'],
    ['fr, de;q=0.9, es;q=0.1', 'es'],
    ['es;q=0, ro;q=0.1', 'ro'],
    ['en-US,en;q=0.5', 'en'],
    ['es , it', 'es'],
    ['da;level=1;q=0.5, ro;q=0.6', 'ro'],
    ['it; q=0.3, ro; q=0.4', 'ro'],
    ['zh-Hant-TW, pt', 'pt'],
    ['es;q=1.000, it;q=0.999', 'es'],
    ['es;q=abc', 'es'],
  ])('of who reads "%s" is in %s', async (header, language) => {
    const house = await openHouse([], { defaultLanguage: 'en' === language ? 'it' : 'en' })
    const answer = await house.get('/', undefined, { 'accept-language': header })
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe(`/${language}/`)
  })

  test.each([
    '*',
    '*;q=0.5',
    '',
    'fr',
    'xx-YY, zz',
    'es;q=0',
    ';;;q=,,',
    'q=1',
    'en_GB_oed',
    'x'.repeat(3000),
    Array.from({ length: 500 }, (_, at) => `x${at};q=0.${at}`).join(),
  ])('of who reads %j is in the language of the house', async (header) => {
    const house = await openHouse([], { defaultLanguage: 'da' })
    const answer = await house.get('/', undefined, { 'accept-language': header })
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe('/da/')
  })

  test('of who says nothing is in the language of the house', async () => {
    for (const language of languages) {
      const house = await openHouse([], { defaultLanguage: language })
      expect((await house.get('/')).headers.get('location')).toBe(`/${language}/`)
    }
  })

  test('is not taken for that of the next reader by a cache', async () => {
    const house = await openHouse([])
    expect((await house.get('/')).headers.get('vary')).toContain('Accept-Language')
    const apex = await ask(new URL(origin).host, '/')
    expect(apex.status).toBe(302)
    expect(apex.headers.get('vary')).toContain('Accept-Language')
  })

  test('of the platform is in the reader’s language, else in English', async () => {
    const { host } = new URL(origin)
    const italian = await ask(host, '/', { headers: { 'accept-language': 'it' } })
    expect(italian.headers.get('location')).toBe('/it/')
    expect((await ask(host, '/')).headers.get('location')).toBe('/en/')
  })
})

test('a page that belongs to no language is missing in the reader’s', async () => {
  const house = await openHouse([], { defaultLanguage: 'ro' })
  const html = async (header?: string) =>
    (await house.get('/nowhere', undefined, header ? { 'accept-language': header } : {})).text()
  expect(await html('es')).toContain(words.es.errors.missingTitle)
  expect(await html()).toContain(words.ro.errors.missingTitle)
})

describe.each(languages)('in %s', (language) => {
  test('the switch of languages keeps the page', async () => {
    const house = await openHouse()
    for (const page of PAGES) {
      const html = await (await house.get(`/${language}${page}`)).text()
      const links = await elements(html, '.languages a')
      expect(
        links.map((link) => link.get('href')),
        page,
      ).toEqual(languages.map((one) => `/${one}${page}`))
      expect(
        links.map((link) => link.get('lang')),
        page,
      ).toEqual(languages)
      expect(
        links.map((link) => link.text),
        page,
      ).toEqual(languages.map((one) => words[one].language.name))
      const current = links.filter((link) => link.get('aria-current') === 'true')
      expect(
        current.map((link) => link.get('lang')),
        page,
      ).toEqual([language])
    }
  })

  test('a text that is not translated is in English, says so, and is marked as such', async () => {
    const house = await openHouse()
    const html = await (await house.get(`/${language}/courses/basics/first`)).text()
    expect((await element(html, '.prose'))?.text).toContain('Words of the lesson first')
    const lang = language === 'en' ? undefined : 'en'
    expect((await element(html, '.prose'))?.get('lang')).toBe(lang)
    expect((await element(html, 'h1'))?.get('lang')).toBe(lang)
    const [before = '', after = ''] = words[language].content.notTranslated.split('{language}')
    const note = (await element(html, '.language-note'))?.text
    if (language === 'en') expect(note).toBeUndefined()
    else {
      expect(note).toContain(before.trim())
      expect(note).toContain(after.trim())
      expect(note).not.toContain('{')
    }
  })
})

test('a text that is translated is read in the reader’s language, without a note', async () => {
  const house = await openHouse()
  const html = await (await house.get('/it/courses/basics/second')).text()
  expect((await element(html, '.prose'))?.text).toContain('Parole della lezione second')
  expect((await element(html, '.prose'))?.get('lang')).toBeUndefined()
  expect((await element(html, 'h1'))?.text).toBe('Lezione second')
  expect(await element(html, '.language-note')).toBeUndefined()
})

test.each([
  ['/da/', '.tool-card', 'Tool calls'],
  ['/da/', '.work-row', 'Course basics'],
  ['/da/courses', '.work-row', 'Course basics'],
  ['/da/toolbox', '.tool-card', 'Tool calls'],
  ['/da/curriculum', '.work-row', 'Curriculum teaching'],
  ['/da/curriculum/teaching', '.work-row', 'First module'],
  ['/da/curriculum/teaching', '.unit-list', 'First unit'],
])('at %s an English title in %s is marked as English', async (path, selector, title) => {
  const house = await openHouse()
  const html = await (await house.get(path)).text()
  const marked = await elements(html, `${selector} [lang="en"]`)
  expect(marked.map(({ text }) => text)).toContain(title)
})

test('the words of the house are in the reader’s language where it has written them', async () => {
  const house = await openHouse([], {
    words: {
      en: { tagline: 'Close to people', welcome: 'Learn with us' },
      it: { tagline: 'Vicino alle persone', welcome: 'Impara con noi' },
    },
  })
  const h1 = async (language: string) => element(await (await house.get(`/${language}/`)).text(), 'h1')
  expect(await h1('it')).toMatchObject({ text: 'Vicino alle persone' })
  expect((await h1('it'))?.get('lang')).toBeUndefined()
  expect(await h1('es')).toMatchObject({ text: 'Close to people' })
  expect((await h1('es'))?.get('lang')).toBe('en')
})

test('a house that has written nothing is greeted by its name', async () => {
  const house = await openHouse([], { words: {}, name: 'The quiet house' })
  for (const language of languages)
    expect((await element(await (await house.get(`/${language}/`)).text(), 'h1'))?.text).toBe(
      'The quiet house',
    )
})
