// The words of the interface say the same things in every language, and say them cleanly.
import { describe, expect, test } from 'vitest'
import { words } from '#content/words/words.ts'

type Language = keyof typeof words
type Forms = Record<string, string>
/** A text by its place in the words: 'courses.hours'. A plural is one text with several forms. */
type Texts = Map<string, string | Forms>

/** English texts that a language says in just the same way. Everything else that is equal was forgotten. */
const SAME_EVERYWHERE = ['Social Connections', 'Internet', '{count} min']
const SAME: Record<Exclude<Language, 'en'>, string[]> = {
  es: ['No'],
  it: ['Home', 'Menu', 'No', 'Password', 'Tablet', 'Video: {title}'],
  da: ['Menu', 'Organisation', 'Post', 'Tablet', 'Video: {title}'],
  pt: ['Menu', 'Tablet'],
  ro: ['{count} minute', 'Contact', 'Cost', 'Curriculum', 'Video: {title}'],
}

const english = textsIn(words.en)
const all = (Object.keys(words) as Language[]).map((language) => ({
  language,
  texts: textsIn(words[language]),
}))
const translations = all.filter(({ language }) => language !== 'en')

describe.each(translations)('the words in $language', ({ language, texts }) => {
  test('have the keys of English, no more and no fewer', () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort())
  })

  test('are said wherever English says something', () => {
    const silent = sentences(texts).filter(([place, text]) => text === '' && english.get(place) !== '')
    expect(silent).toEqual([])
  })

  test('are not English', () => {
    const same = [...SAME_EVERYWHERE, ...SAME[language as Exclude<Language, 'en'>]] // translations are never 'en'
    const forgotten = sentences(texts).filter(
      ([place, text]) => text !== '' && !same.includes(text) && formsOf(english.get(place)).includes(text),
    )
    expect(forgotten).toEqual([])
  })

  test('fill in what English fills in', () => {
    const wrong = [...texts].filter(([place, text]) => {
      const theirs = english.get(place) ?? ''
      if (typeof text === 'string' || typeof theirs === 'string') return gaps(text) !== gaps(theirs)
      return Object.entries(text).some(([form, said]) => !expected(form, theirs).includes(gaps(said)))
    })
    expect(wrong).toEqual([])
  })
})

describe.each(all)('the texts in $language', ({ language, texts }) => {
  test('have every form that the language needs for the numbers from 0 to 100', () => {
    const rules = new Intl.PluralRules(language)
    const needed = new Set(Array.from({ length: 101 }, (_, number) => rules.select(number)))
    const { pluralCategories } = rules.resolvedOptions()
    for (const [place, text] of texts) {
      if (typeof text === 'string') continue
      expect(Object.keys(text), place).toEqual(expect.arrayContaining([...needed]))
      expect(pluralCategories, place).toEqual(expect.arrayContaining(Object.keys(text)))
    }
  })

  test('are said calmly, without exclamation marks', () => {
    expect(sentences(texts).filter(([, text]) => /[!¡]/.test(text))).toEqual([])
  })

  test('have the quotation marks of the language, not those of a typewriter', () => {
    expect(sentences(texts).filter(([, text]) => text.includes('"'))).toEqual([])
  })

  test('have no blanks at the ends and never two in a row', () => {
    expect(sentences(texts).filter(([, text]) => text !== text.trim() || /\s\s/.test(text))).toEqual([])
  })
})

test('Romanian has its commas below s and t, not the cedillas of Turkish', () => {
  const cedillas = sentences(textsIn(words.ro)).filter(([, text]) => /[şţ]/i.test(text.normalize('NFC')))
  expect(cedillas).toEqual([])
})

/** A name like 'other' alone does not make a plural: kinds of organisations have it too. */
function isPlural(node: object): node is Forms {
  return 'one' in node && 'other' in node
}

function textsIn(node: object, place: string[] = []): Texts {
  const texts: Texts = new Map()
  for (const [key, value] of Object.entries(node) as [string, string | object][]) {
    const here = [...place, key]
    if (typeof value === 'string' || isPlural(value)) texts.set(here.join('.'), value)
    else for (const [inner, text] of textsIn(value, here)) texts.set(inner, text)
  }
  return texts
}

const formsOf = (text: string | Forms | undefined) =>
  typeof text === 'object' ? Object.values(text) : [text]

/** Every single sentence with its place; the forms of a plural share theirs. */
function sentences(texts: Texts): [string, string][] {
  return [...texts].flatMap(([place, text]) =>
    formsOf(text).map((said): [string, string] => [place, said ?? '']),
  )
}

/** What is filled in, as often as it is: letters fill each name once. */
const gaps = (text: string | Forms) => (JSON.stringify(text).match(/\{\w+\}/g) ?? []).sort().join(' ')

/** "See the card": only the form for one may leave its number out, and only where English does. */
const expected = (form: string, theirs: Forms) =>
  (form === 'one' ? [theirs['one'], theirs['other']] : [theirs['other']]).map((text) => gaps(text ?? ''))
