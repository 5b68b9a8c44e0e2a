// Filling in the words: names, numbers, dates, in the way of each language.
import type { Plural } from '#content/words/words.ts'
import type { Language, Said } from '#domain/works/index.ts'

type Values = Record<string, string | number>

/** 'Hello, {name}' with its values. A value that is not given stays as it stands, so that it is seen. */
export function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** The form that fits the number, with {count} filled in as the language writes numbers. */
export function count(language: Language, forms: Plural, number: number, values: Values = {}): string {
  const rule = pluralRules(language).select(number)
  return fill(forms[rule] ?? forms.other, {
    ...values,
    count: numbers(language).format(number),
  })
}

/** What is said in this language, or else in English. */
export const said = <T>(words: Said<T>, language: Language): T => words[language] ?? words.en

/** The `lang` of what `said` gives, where it is not the language of the page. */
export const saidLang = (words: Said<unknown>, language: Language): Language | undefined =>
  words[language] || language === 'en' ? undefined : 'en'

/** '23 November 2026' in the way of the language; for a moment in ms or a date as '2026-11-23'. */
export function day(language: Language, when: number | string): string {
  return dates(language).format(new Date(when))
}

/** Without a country Portuguese would be written as in Brazil, English as in the United States. */
const localeOf = (language: Language) => ({ pt: 'pt-PT', en: 'en-GB' })[language as string] ?? language

/** The name of a language or a country in the reader's language. */
export function nameOf(language: Language, kind: 'language' | 'region', code: string): string {
  return new Intl.DisplayNames(localeOf(language), { type: kind }).of(code) ?? code
}

/** '240 KB' */
export function size(language: Language, bytes: number): string {
  const [unit, value] =
    bytes < 1_000_000 ? (['kilobyte', bytes / 1000] as const) : (['megabyte', bytes / 1e6] as const)
  const format = {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  } as const
  return new Intl.NumberFormat(localeOf(language), format).format(value)
}

/** Making a formatter takes longer than a thousand uses of it. */
function perLanguage<T>(make: (language: Language) => T): (language: Language) => T {
  const made = new Map<Language, T>()
  return (language) => {
    const known = made.get(language) ?? make(language)
    made.set(language, known)
    return known
  }
}

const pluralRules = perLanguage((language) => new Intl.PluralRules(localeOf(language)))
const numbers = perLanguage((language) => new Intl.NumberFormat(localeOf(language)))
const dates = perLanguage(
  (language) =>
    new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'Europe/Brussels' }),
)
