// Authors type straight quotes and apostrophes; readers get the ones that English books have.
import type { Language } from '#domain/works/index.ts'

/** Fields that are names or addresses, not words. */
const NOT_WORDS = new Set([
  'id',
  'type',
  'src',
  'href',
  'slug',
  'source',
  'key',
  'url',
  'doi',
  'format',
  'language',
  'viewBox',
])

/** The same value with every English word in it typeset; other languages are left as their authors wrote them. */
export function typeset<T>(value: T, language: Language): T {
  return language === 'en' ? (walk(value) as T) : value // walk keeps the shape
}

/** The same facts with what is said about them in English typeset. */
export function typesetSaid<T>(facts: T): T {
  if (Array.isArray(facts)) return facts.map(typesetSaid) as T // of the same shape, as below
  if (facts === null || typeof facts !== 'object') return facts
  const entries = Object.entries(facts).map(([key, inner]) => [
    key,
    key === 'en' ? walk(inner) : typesetSaid(inner),
  ])
  return Object.fromEntries(entries) as T
}

function walk(value: unknown): unknown {
  if (typeof value === 'string') return curl(value)
  if (Array.isArray(value)) return value.map(walk)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value)
  return Object.fromEntries(entries.map(([key, inner]) => [key, NOT_WORDS.has(key) ? inner : walk(inner)]))
}

/** A quote opens before a word and closes after one; what stands inside of a word is an apostrophe. */
function curl(text: string): string {
  return text
    .replace(/"(?=[\p{L}\p{N}])(?<![\p{L}\p{N}.,;:!?…]")/gu, '“')
    .replace(/"/g, '”')
    .replace(/(?<![\p{L}\p{N}.,;:!?…”])'(?=[\p{L}])/gu, '‘')
    .replace(/'/g, '’')
}
