// Content as people write it → works with editions, addressed by hash. Never throws at what an author wrote.
import { hashOf } from '#domain/works/index.ts'
import type { Compiled, Language, Part } from '#domain/works/manifest.ts'
import { openAssets } from './assets.ts'
import type { Build, Draft } from './build.ts'
import { readCourses } from './courses.ts'
import { readCurricula } from './curriculum.ts'
import { LANGUAGES } from './language.ts'
import { checkLinks } from './links.ts'
import { inOrder, type Problem } from './problem.ts'
import { checkUncited, readSources } from './source-lists.ts'
import { readToolbox } from './toolbox.ts'
import { openTree } from './tree.ts'
import { typeset, typesetSaid } from './typography.ts'

export type { Problem } from './problem.ts'

export interface Result {
  /** Sound enough to be shown; fit to be published only when there are no problems. */
  works: Compiled[]
  problems: Problem[]
  /** Pictures, clips and downloads: where they are to be served, and where they stand. */
  files: { href: string; path: string }[]
}

export async function compileContent(root: string): Promise<Result> {
  const problems: Problem[] = []
  const tree = openTree(root, ['sources', 'curriculum', 'toolbox', 'moocs'], problems)
  const assets = openAssets(tree, problems)
  const build: Build = { tree, problems, assets, sources: new Map(), cited: new Set(), links: [] }
  const places = readSources(build)
  const curricula = readCurricula(build)
  const drafts = [
    ...curricula,
    ...readToolbox(build, curricula.flatMap(unitCodes)),
    ...readCourses(build, curricula),
  ]
  checkLinks(build, drafts)
  checkUncited(build, places)
  for (const path of tree.unused()) problems.push({ file: path, line: 1, message: unusedMessage(path) })
  const works: Compiled[] = []
  for (const draft of drafts) works.push(...(await compiled(draft)))
  return { works, problems: inOrder(problems), files: assets.served() }
}

function unitCodes(draft: Draft): string[] {
  if (draft.structure?.kind !== 'curriculum') return []
  return draft.structure.modules.flatMap((module) => module.units.map((unit) => unit.code))
}

function unusedMessage(path: string): string {
  if (path.endsWith('.md'))
    return 'No list names this text: add it to the YAML file of its folder, or delete it.'
  if (path.endsWith('.yaml'))
    return 'These facts belong to nothing: check the name of the file, or delete it.'
  return 'No text shows this file: name it in a text, or delete it.'
}

async function compiled(draft: Draft): Promise<Compiled[]> {
  if (!draft.structure) return []
  const parts: Record<string, Part> = {}
  const hashes: Record<string, Partial<Record<Language, string>>> = {}
  for (const [path, languages] of draft.parts) {
    const byLanguage: Partial<Record<Language, string>> = {}
    for (const [language, typed] of languages) {
      const part = typeset(typed, language)
      const hash = await hashOf(part)
      parts[hash] = part
      byLanguage[language] = hash
    }
    hashes[path] = byLanguage
  }
  const everywhere = LANGUAGES.filter((language) =>
    [...draft.parts.values()].every((part) => part.has(language)),
  )
  const { slug, authors } = draft
  const structure = typesetSaid(draft.structure)
  const manifest = {
    format: 1,
    slug,
    licence: 'CC BY-SA 4.0',
    authors,
    languages: everywhere,
    structure,
    parts: hashes,
  } as const
  return [{ manifest, parts }]
}
