// One page in all the languages that it exists in.
import type * as v from 'valibot'
import type { Language, Said } from '#domain/works/manifest.ts'
import { type Build, type Draft, keepPart } from './build.ts'
import { LANGUAGES } from './language.ts'
import { type ReadPage, type Rules, readPage } from './read-page.ts'
import { agree } from './translation.ts'

type About = { title: string; summary: string }
export type Pages<Words> = Partial<Record<Language, ReadPage<Words>>> & { en: ReadPage<Words> }

export interface Where {
  path(language: Language): string
  folders(language: Language): string[]
  /** What asks for the page: the place to report when the English one is missing. */
  asked: { file: string; line: number }
}

/** Undefined when the English page is missing or its words are not sound. */
export function readLanguages<S extends v.GenericSchema<unknown, About>>(
  build: Build,
  where: Where,
  schema: S,
  rules: Rules = {},
): Pages<v.InferOutput<S>> | undefined {
  const pages: Partial<Record<Language, ReadPage<v.InferOutput<S>>>> = {}
  for (const language of LANGUAGES) {
    const file = where.path(language)
    if (!build.tree.has(file)) continue
    const page = readPage(build, { file, language, folders: where.folders(language) }, schema, rules)
    if (page) pages[language] = page
    if (page && pages.en && language !== 'en') agree(build, file, pages.en.part, page.part)
  }
  const english = where.path('en')
  if (!build.tree.has(english)) {
    build.problems.push({ ...where.asked, message: `The file ${english} is missing: write it.` })
  }
  return pages.en ? { ...pages, en: pages.en } : undefined
}

export function keepParts(draft: Draft, path: string, pages: Pages<unknown>) {
  for (const language of LANGUAGES) {
    const page = pages[language]
    if (page) keepPart(draft, path, page.part)
  }
}

/** The words of a page by language, in the form that the manifest has. */
export function said<Words, Kept>(pages: Pages<Words>, keep: (words: Words) => Kept): Said<Kept> {
  const all: Partial<Record<Language, Kept>> = {}
  for (const language of LANGUAGES) {
    const page = pages[language]
    if (page) all[language] = keep(page.words)
  }
  return { ...all, en: keep(pages.en.words) }
}

export function about({ title, summary }: About): About {
  return { title, summary }
}
