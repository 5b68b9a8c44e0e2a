// Who reads, where and in which language: what every part of a page may ask for.

import { createContext, useContext } from 'solid-js'
import type { Words } from '#content/words/words.ts'
import type { Tenant } from '#domain/scope.ts'
import type { Language } from '#domain/works/index.ts'
import type { Paths } from './paths.ts'

export interface Reader {
  language: Language
  words: Words
  paths: Paths
  /** The page's own path with its language, without a query. */
  path: string
  /** Scheme and host of this site. */
  origin: string
  /** The platform's own address. */
  platform: string
  tenant:
    | (Pick<Tenant, 'name' | 'slug' | 'website' | 'country' | 'brand' | 'words'> & {
        theme: string
        mark: string
      })
    | undefined
  person: { name: string; email: string } | undefined
  nonce: string
  assets: { style: string; script: string; font: string }
  demonstration: boolean
}

const Surroundings = createContext<Reader>()
export const Surrounded = Surroundings.Provider

export function useReader(): Reader {
  const reader = useContext(Surroundings)
  if (!reader) throw new Error('This part of a page stands outside of a document')
  return reader
}
