// What the files of one run share.
import type { Source } from '#domain/works/block.ts'
import type { Kind, Language, Manifest, Part } from '#domain/works/manifest.ts'
import type { Assets } from './assets.ts'
import type { Problem } from './problem.ts'
import type { Tree } from './tree.ts'

export interface Build {
  tree: Tree
  problems: Problem[]
  assets: Assets
  sources: Map<string, Source>
  cited: Set<string>
  /** Links to works and cards, looked at when all are known. */
  links: { file: string; line: number; href: string }[]
}

/** A work whose parts have no hashes yet. */
export interface Draft {
  kind: Kind
  slug: string
  authors: string[]
  /** Undefined when the facts or the English words of the work itself are not sound. */
  structure: Manifest['structure'] | undefined
  parts: Map<string, Map<Language, Part>>
}

export function keepPart(draft: Draft, path: string, part: Part) {
  const languages = draft.parts.get(path) ?? new Map<Language, Part>()
  draft.parts.set(path, languages.set(part.language, part))
}
