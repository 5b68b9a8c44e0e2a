// What every folder of content has: a name that can be an address, and a YAML file with its facts.
import type * as v from 'valibot'
import type { Alignment } from '#domain/works/manifest.ts'
import type { Build } from './build.ts'
import { type Facts, readYaml } from './yaml.ts'

/** The facts of a folder; without them nothing is asked about its files. */
export function readFacts<S extends v.GenericSchema>(
  build: Build,
  folder: string,
  name: string,
  schema: S,
): Facts<v.InferOutput<S>> | undefined {
  const file = `${folder}/${name}`
  const report = (line: number, message: string) => build.problems.push({ file, line, message })
  const slug = folder.split('/').at(-1) ?? ''
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    report(1, `The folder \`${slug}\` may only have lower-case letters, digits and single dashes: rename it.`)
  if (!build.tree.has(file)) report(1, `The file ${file} is missing: write down the facts (see FORMAT.md).`)
  const text = build.tree.has(file) ? build.tree.text(file) : undefined
  const facts = text === undefined ? undefined : readYaml(text, schema, report)
  if (!facts) build.tree.excuse(folder)
  return facts
}

/** Says which folders no list names. */
export function checkFolders(build: Build, folder: string, named: string[], list: string) {
  for (const name of build.tree.folders(folder)) {
    if (named.includes(name)) continue
    const path = `${folder}/${name}`
    build.problems.push({
      file: path,
      line: 1,
      message: `This folder is not named in ${list}: add it there or delete it.`,
    })
    build.tree.excuse(path)
  }
}

/** Says when something that must be named once is named again; `taken` remembers between calls. */
export function once(build: Build, taken: Map<string, string>, key: string, file: string, line: number) {
  const where = taken.get(key)
  if (where)
    build.problems.push({ file, line, message: `${key} is already used in ${where}: choose another.` })
  else taken.set(key, `${file}:${line}`)
}

export function alignmentOf(facts: { digCompEdu: string[]; digComp: string[] }): Alignment[] {
  const both: Alignment[] = [
    { framework: 'DigCompEdu 2017', codes: facts.digCompEdu },
    { framework: 'DigComp 3.0', codes: facts.digComp },
  ]
  return both.filter(({ codes }) => codes.length > 0)
}
