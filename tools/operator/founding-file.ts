// A new organisation as an operator writes it down: a JSON file, read strictly, so that a slip in a name is told.
import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { words } from '#content/words/words.ts'
import { marks } from '#domain/brands/index.ts'
import type { Founding } from '#domain/organisations/index.ts'

const line = (longest: number) => v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(longest))
const colour = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i, 'a colour is written like #1f6f54'))
const languages = Object.keys(words) as (keyof typeof words)[] // its own keys
const houseWords = v.strictObject({ tagline: line(120), welcome: line(400) })

const founding = v.strictObject({
  slug: v.string(),
  name: line(120),
  kind: v.picklist(['vet-school', 'ngo', 'cooperative', 'public-body', 'network', 'company', 'other']),
  country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'a country is written in two capital letters, like PT')),
  website: v.pipe(v.string(), v.url(), v.startsWith('https://')),
  defaultLanguage: v.picklist(languages),
  brand: v.strictObject({ primary: colour, secondary: colour, mark: v.optional(v.picklist(marks)) }),
  words: v.strictObject(v.entriesFromList(languages, v.optional(houseWords))),
  firstWorks: v.array(
    v.pipe(v.string(), v.regex(/^(curriculum|tool|course)\/[a-z0-9-]+$/, 'a work is named kind/slug')),
  ),
})

/** The organisation in the file, or what is wrong with it, a line for each slip. */
export function readFounding(path: string): { founding: Founding } | { slips: string[] } {
  let read: unknown
  try {
    read = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    return {
      slips: [`${path}: ${error instanceof SyntaxError ? `not JSON: ${error.message}` : 'cannot be read'}`],
    }
  }
  const result = v.safeParse(founding, read)
  if (!result.success) {
    return {
      slips: result.issues.map((issue) => `${path}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`),
    }
  }
  const { brand, ...rest } = result.output
  const { mark, ...colours } = brand
  return { founding: { ...rest, brand: mark ? { ...colours, mark } : colours } }
}
