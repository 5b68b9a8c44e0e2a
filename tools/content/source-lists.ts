// content/sources/*.yaml: one list of sources over all files.
import type { Source } from '#domain/works/block.ts'
import type { Build } from './build.ts'
import { Sources } from './facts.ts'
import { readYaml } from './yaml.ts'

export interface SourcePlaces {
  [key: string]: { file: string; line: number }
}

export function readSources(build: Build): SourcePlaces {
  const places: SourcePlaces = Object.create(null) // keys are the authors', so no key may be special
  for (const name of build.tree.files('sources')) {
    const file = `sources/${name}`
    if (!name.endsWith('.yaml')) continue
    const text = build.tree.text(file)
    const report = (line: number, message: string) => build.problems.push({ file, line, message })
    const read = text === undefined ? undefined : readYaml(text, Sources, report)
    for (const [key, facts] of Object.entries(read?.facts ?? {})) {
      const line = read?.lineOf([key]) ?? 1
      const first = places[key]
      if (first)
        report(line, `The source \`${key}\` already stands in ${first.file}:${first.line}: keep one.`)
      else places[key] = { file, line }
      if (!first) build.sources.set(key, source(key, facts))
    }
  }
  return places
}

function source(key: string, facts: Omit<Source, 'key'>): Source {
  return { key, ...facts }
}

/** A source that nobody cites is either forgotten in a text or not needed. */
export function checkUncited(build: Build, places: SourcePlaces) {
  for (const [key, place] of Object.entries(places)) {
    if (!build.cited.has(key))
      build.problems.push({
        ...place,
        message: `No text cites \`${key}\`: cite it as [^${key}], or delete it here.`,
      })
  }
}
