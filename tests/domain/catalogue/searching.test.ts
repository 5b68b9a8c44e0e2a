import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as catalogue from '#domain/catalogue/index.ts'
import { type Compiled, hashOf, type Language, type Part } from '#domain/works/index.ts'
import { openHouse, openWorld, publishAll } from '../../support/node.ts'
import { curriculum, tool } from '../../support/works.ts'

/** A tool card with these texts by language; the first word of each is its title. */
async function card(slug: string, texts: Partial<Record<Language, string>>): Promise<Compiled> {
  const { manifest } = await tool(slug)
  const parts: Compiled['parts'] = {}
  const hashes: Partial<Record<Language, string>> = {}
  for (const [language, words] of Object.entries(texts) as [Language, string][]) {
    const blocks: Part['blocks'] = [{ id: 'words', type: 'text', text: [{ type: 'text', text: words }] }]
    const title = words.split(' ')[0] ?? ''
    const part: Part = { format: 1, language, title, summary: `${title} in short`, blocks }
    hashes[language] = await hashOf(part)
    parts[hashes[language]] = part
  }
  return { manifest: { ...manifest, parts: { card: hashes } }, parts }
}

async function open(...texts: Partial<Record<Language, string>>[]) {
  const world = await openWorld()
  const works = await Promise.all(texts.map((one, at) => card(`card-${at}`, one)))
  const house = await openHouse(world, works)
  const search = async (query: string, language: Language = 'en') =>
    (await catalogue.search(house.scope(), query, language)).map(
      (found) => `${found.work.slice('tool/card-'.length)} ${found.language}`,
    )
  return { world, house, search }
}

describe('a word is found', () => {
  test.each([
    ['siguranta', 'Siguranță la telefon'],
    ['SIGURANȚĂ', 'Siguranță la telefon'],
    ['siguranţă', 'Siguranță la telefon'],
    ['siguranță'.normalize('NFD'), 'Siguranță la telefon'],
    ['telefono', 'Teléfono de casa'],
    ['teléfono', 'Telefono di casa'],
    ['coracao', 'Coração aberto'],
    ['blåbær', 'Blåbær og kaffe'],
    ['blabær', 'Blåbær og kaffe'],
    ['perche', 'Perché no'],
  ])('with and without accents: %s in "%s"', async (query, words) => {
    const { search } = await open({ en: words })
    expect(await search(query)).toEqual(['0 en'])
  })

  test('in capital or small letters', async () => {
    const { search } = await open({ en: 'Ring and LISTEN' })
    expect(await search('RING listen')).toEqual(['0 en'])
  })

  test('before it is finished, when it is the last one', async () => {
    const { search } = await open({ en: 'Telephone exercise' })
    expect(await search('exer')).toEqual(['0 en'])
    expect(await search('telephone ex')).toEqual(['0 en'])
    expect(await search('tele exercise')).toEqual([])
  })

  test('in the title before the text, so that the best comes first', async () => {
    const { search } = await open(
      { en: 'Calls about the garden and many other things' },
      { en: 'Garden calls and many other things' },
    )
    expect(await search('garden')).toEqual(['1 en', '0 en'])
  })

  test('in the plan of a unit, and the plan says so', async () => {
    const world = await openWorld()
    const house = await openHouse(world, [await curriculum('teaching')])
    const found = await catalogue.search(house.scope(), 'aims', 'en')
    expect(found).toEqual([
      {
        work: 'curriculum/teaching',
        path: 'first-unit/plan',
        language: 'en',
        title: 'Plan of the first unit',
        summary: 'Plan of the first unit, in short',
      },
    ])
  })
})

test('every word must be there, in any order', async () => {
  const { search } = await open({ en: 'Tea with a neighbour' }, { en: 'Tea alone' })
  expect(await search('neighbour tea')).toEqual(['0 en'])
  expect(await search('tea')).toHaveLength(2)
  expect(await search('tea coffee')).toEqual([])
})

describe('languages', () => {
  test('a page is found in the language of the reader when it exists in it', async () => {
    const { search } = await open({ en: 'Banana bread', it: 'Banana e pane' })
    expect(await search('banana', 'it')).toEqual(['0 it'])
    expect(await search('banana', 'en')).toEqual(['0 en'])
  })

  test('the English words of a page that has been translated are not found by who reads the translation', async () => {
    const { search } = await open({ en: 'Bread', it: 'Pane' })
    expect(await search('bread', 'it')).toEqual([])
  })

  test('a page that has not been translated is found in English', async () => {
    const { search } = await open({ en: 'Bread', it: 'Pane' }, { en: 'Bread again' })
    expect(await search('bread', 'it')).toEqual(['1 en'])
    expect(await search('bread', 'da')).toEqual(['0 en', '1 en'])
  })

  test('a page of a third language is not shown', async () => {
    const { search } = await open({ en: 'Bread', it: 'Pane' })
    expect(await search('pane', 'da')).toEqual([])
  })
})

test('only what was adopted is found', async () => {
  const { world, search } = await open({ en: 'Bread' })
  await publishAll(world, [await card('card-9', { en: 'Bread of another house' })])
  await openHouse(world, [await card('card-8', { en: 'Bread of a neighbour' })], 'aproximar')
  expect(await search('bread')).toEqual(['0 en'])
})

test('thirty pages are enough', async () => {
  const { house } = await open(...Array.from({ length: 35 }, () => ({ en: 'Bread' })))
  expect(await catalogue.search(house.scope(), 'bread', 'en')).toHaveLength(30)
})

test('a search is one request, and none when there is nothing to look for', async () => {
  const { world, search } = await open({ en: 'Bread' })
  await search('bread')
  expect(world.trips).toHaveLength(1)
  await search('  …!?  ')
  expect(world.trips).toHaveLength(1)
})

describe('whatever is typed is looked for as words', () => {
  test.each([
    '"',
    '""',
    '"bread',
    "'",
    '*',
    'bread*',
    '^bread',
    'title:bread',
    '{title}:bread',
    'bread OR',
    'NOT bread',
    'bread AND',
    'NEAR(bread, 2)',
    '-bread',
    '+bread',
    '(bread',
    'bread)',
    '\\',
    '%',
    '_',
    ';--',
    '\0',
    'bread\0',
    '😀',
    '👩‍👩‍👧',
    '🇮🇹',
    '\u{1D400}\u{1E900}',
    '\uFFFF',
    '\uD800',
    'ʼn',
    'ß',
    'İstanbul',
    '١٢٣',
    '½',
    'ª',
    '日本語',
    'ไทย',
    '\u0301',
    'e\u0301\u0302',
    '\u200D',
    '\u202E',
    'a'.repeat(100_000),
    'b '.repeat(50_000),
  ])('%j', async (query) => {
    const { search } = await open({ en: 'Bread' })
    expect(Array.isArray(await search(query))).toBe(true)
  })

  test('signs beside a word do not keep it from being found', async () => {
    const { search } = await open({ en: 'Bread and butter' })
    for (const query of [
      '"bread"',
      'bread*',
      '(bread)',
      'bread, butter.',
      'bread-butter',
      "'bread",
      'bread😀',
    ])
      expect(await search(query), query).toEqual(['0 en'])
  })

  test('operators are words', async () => {
    const { search } = await open({ en: 'Bread or not' }, { en: 'Butter' })
    expect(await search('bread or not')).toEqual(['0 en'])
    expect(await search('bread OR butter')).toEqual([])
  })

  test('nothing that can be typed is an error', async () => {
    const { search } = await open({ en: 'Bread' })
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc
        .array(fc.constantFrom('"', '*', 'OR', 'NEAR(', ':', '^', ' ', 'bread', '\u{1E900}'), {
          maxLength: 8,
        })
        .map((signs) => signs.join('')),
    )
    const check = fc.asyncProperty(typed, async (query) => Array.isArray(await search(query)))
    await fc.assert(check, { numRuns: 300 })
  })

  test('a word is found by itself, whatever its letters', async () => {
    const words = [
      'İstanbul',
      'Ångström',
      'ǅungla',
      'naïve',
      'Σίσυφος',
      'ёлка',
      'straße',
      'ﬁne',
      'x²',
      'नमस्ते',
    ]
    const { search } = await open(...words.map((en) => ({ en })))
    for (const [at, word] of words.entries()) expect(await search(word), word).toEqual([`${at} en`])
  })
})
