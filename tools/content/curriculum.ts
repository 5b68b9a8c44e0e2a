// content/curriculum: programmes with modules and units.
import type { ModulePlace, UnitPlace } from '#domain/works/manifest.ts'
import type { Build, Draft } from './build.ts'
import { AboutWords, ModuleFacts, ModuleWords, UnitFacts, UnitWords, WorkFacts } from './facts.ts'
import { about, keepParts, readLanguages, said } from './languages.ts'
import { checkPlan, PLAN_STEPS } from './sections.ts'
import { alignmentOf, checkFolders, once, readFacts } from './work-folder.ts'

interface Programme {
  build: Build
  draft: Draft
  folder: string
  /** Slugs and codes that are taken, and where. */
  taken: Map<string, string>
}

/** A folder that a list names, and the line of that name. */
interface Named {
  slug: string
  folder: string
  asked: { file: string; line: number }
}

export function readCurricula(build: Build): Draft[] {
  return build.tree.folders('curriculum').map((slug) => {
    const draft: Draft = { kind: 'curriculum', slug, authors: [], structure: undefined, parts: new Map() }
    const folder = `curriculum/${slug}`
    const taken = new Map([['the slug about', 'every programme']])
    readProgramme({ build, draft, folder, taken })
    return draft
  })
}

function readProgramme(programme: Programme) {
  const { build, draft, folder } = programme
  const read = readFacts(build, folder, 'work.yaml', WorkFacts)
  const file = `${folder}/work.yaml`
  const pages = readLanguages(
    build,
    { path: (language) => `${folder}/${language}.md`, folders: () => [folder], asked: { file, line: 1 } },
    AboutWords,
  )
  if (pages) keepParts(draft, 'about', pages)
  if (!read) return
  const named = read.facts.modules.map((slug, index) => ({
    slug,
    folder: `${folder}/${slug}`,
    asked: { file, line: read.lineOf(['modules', index]) },
  }))
  checkFolders(build, folder, read.facts.modules, `\`modules\` of ${file}`)
  const modules = named.flatMap((each) => readModule(programme, each) ?? [])
  draft.authors = read.facts.authors
  if (pages) draft.structure = { kind: 'curriculum', eqf: read.facts.eqf, said: said(pages, about), modules }
}

function readModule(programme: Programme, named: Named): ModulePlace | undefined {
  const { build, draft, taken } = programme
  const { folder, slug } = named
  if (!folderIsThere(build, named, 'module.yaml')) return undefined
  once(build, taken, `the slug ${slug}`, named.asked.file, named.asked.line)
  const read = readFacts(build, folder, 'module.yaml', ModuleFacts)
  const file = `${folder}/module.yaml`
  const asked = { file, line: 1 }
  const pages = readLanguages(
    build,
    { path: (language) => `${folder}/${language}.md`, folders: () => [folder, programme.folder], asked },
    ModuleWords,
  )
  if (pages) keepParts(draft, slug, pages)
  if (!read) return undefined
  const { code, hours, units: names } = read.facts
  once(build, taken, `the module code ${code}`, file, read.lineOf(['code']))
  checkFolders(build, folder, names, `\`units\` of ${file}`)
  const found = names.map((name, index) =>
    readUnit(programme, {
      slug: name,
      folder: `${folder}/${name}`,
      asked: { file, line: read.lineOf(['units', index]) },
    }),
  )
  checkHours(
    build,
    { file, line: read.lineOf(['hours']) },
    Object.values(hours),
    found.map((unit) => unit?.hours),
  )
  if (!pages) return undefined
  const words = said(pages, ({ knowledge, skills, responsibility, prerequisites, assessment, ...rest }) => ({
    ...about(rest),
    outcomes: { knowledge, skills, responsibility },
    prerequisites,
    assessment,
  }))
  return { code, slug, hours, said: words, units: found.flatMap((unit) => unit?.place ?? []) }
}

function readUnit(programme: Programme, named: Named): { hours: number; place?: UnitPlace } | undefined {
  const { build, draft, taken } = programme
  const { folder, slug } = named
  if (!folderIsThere(build, named, 'unit.yaml')) return undefined
  once(build, taken, `the slug ${slug}`, named.asked.file, named.asked.line)
  const read = readFacts(build, folder, 'unit.yaml', UnitFacts)
  const file = `${folder}/unit.yaml`
  const module = folder.slice(0, folder.lastIndexOf('/'))
  const page = (name: string) => ({
    path: (language: string) => `${folder}/${language}/${name}.md`,
    folders: (language: string) => [`${folder}/${language}`, folder, module, programme.folder],
    asked: { file, line: 1 },
  })
  const text = readLanguages(build, page('text'), UnitWords)
  const plan = readLanguages(build, page('plan'), AboutWords, { stepsIn: PLAN_STEPS, check: checkPlan })
  if (text) keepParts(draft, slug, text)
  if (plan) keepParts(draft, `${slug}/plan`, plan)
  if (!read) return undefined
  const { code, hours, cards } = read.facts
  once(build, taken, `the unit code ${code}`, file, read.lineOf(['code']))
  for (const [index, card] of cards.entries())
    build.links.push({ file, line: read.lineOf(['cards', index]), href: `card:${card}` })
  if (!text) return { hours }
  const words = said(text, ({ outcomes, ...rest }) => ({ ...about(rest), outcomes }))
  return { hours, place: { code, slug, hours, alignment: alignmentOf(read.facts), cards, said: words } }
}

function folderIsThere(build: Build, { folder, asked }: Named, facts: string) {
  const there = build.tree.files(folder).length > 0 || build.tree.folders(folder).length > 0
  if (!there)
    build.problems.push({
      ...asked,
      message: `The folder ${folder} is missing: write it, beginning with ${facts}.`,
    })
  return there
}

// Only when every unit is there: otherwise the sum says nothing.
function checkHours(
  build: Build,
  where: { file: string; line: number },
  split: number[],
  units: (number | undefined)[],
) {
  const known = units.filter((hours) => hours !== undefined)
  if (known.length < units.length) return
  const sum = (list: number[]) => Math.round(list.reduce((total, hours) => total + hours, 0) * 100) / 100
  if (sum(split) === sum(known)) return
  build.problems.push({
    ...where,
    message: `The hours add up to ${sum(split)}, those of the units to ${sum(known)}: make them equal.`,
  })
}
