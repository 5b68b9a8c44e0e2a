import type { Language } from '#domain/works/manifest.ts'

/** English first: it is always there. */
export const LANGUAGES: readonly Language[] = ['en', 'es', 'it', 'da', 'pt', 'ro']

export function isLanguage(name: string): name is Language {
  return LANGUAGES.some((language) => language === name)
}
