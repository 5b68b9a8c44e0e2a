// content/toolbox: one card in each folder.
import type { InferOutput } from 'valibot'
import type { Build, Draft } from './build.ts'
import { CardFacts, CardWords } from './facts.ts'
import { OUTLINE } from './frameworks.ts'
import { isLanguage, LANGUAGES } from './language.ts'
import { keepParts, readLanguages, said, type Where } from './languages.ts'
import type { Rules } from './read-page.ts'
import { CARD_STEPS, checkCard } from './sections.ts'
import { alignmentOf, checkFolders, once, readFacts } from './work-folder.ts'
import type { Facts } from './yaml.ts'

type Card = Facts<InferOutput<typeof CardFacts>>

/** `unitCodes`: codes of the units that are written; those of the outline may be named as well. */
export function readToolbox(build: Build, unitCodes: string[]): Draft[] {
  const codes = new Map<string, string>()
  return build.tree.folders('toolbox').map((slug) => {
    const draft: Draft = { kind: 'tool', slug, authors: [], structure: undefined, parts: new Map() }
    readCard(build, draft, [...OUTLINE, ...unitCodes], codes)
    return draft
  })
}

function readCard(build: Build, draft: Draft, units: string[], codes: Map<string, string>) {
  const folder = `toolbox/${draft.slug}`
  const file = `${folder}/card.yaml`
  const read = readFacts(build, folder, 'card.yaml', CardFacts)
  const live = read?.facts.timing !== 'asynchronous'
  const where: Where = {
    path: (language) => `${folder}/${language}.md`,
    folders: (language) => [`${folder}/${language}`, folder],
    asked: { file, line: 1 },
  }
  const check: Rules['check'] = (blocks, page, line) => checkCard(blocks, page, line, live)
  const pages = readLanguages(build, where, CardWords, { stepsIn: CARD_STEPS, check })
  if (pages) keepParts(draft, 'card', pages)
  if (!read) return
  const languages = build.tree.folders(folder).filter(isLanguage)
  checkFolders(build, folder, languages, `the languages (${LANGUAGES.join(', ')})`)
  once(build, codes, `the code ${read.facts.code}`, file, read.lineOf(['code']))
  checkFacts(read, units, (key, message) => build.problems.push({ file, line: read.lineOf(key), message }))
  const { digCompEdu: _, digComp: __, authors, ...facts } = read.facts
  draft.authors = authors
  if (!pages) return
  draft.structure = {
    kind: 'tool',
    ...facts,
    alignment: alignmentOf(read.facts),
    said: said(pages, (words) => words),
  }
}

function checkFacts(
  { facts }: Card,
  units: string[],
  report: (key: (string | number)[], message: string) => void,
) {
  if (!facts.code.startsWith(facts.family))
    report(['code'], `The code ${facts.code} is not of the family ${facts.family}: correct one of them.`)
  for (const [index, unit] of facts.units.entries()) {
    if (!units.includes(unit))
      report(['units', index], `There is no unit ${unit} in the outline: correct the code.`)
  }
  const plain = ['landline', 'mobile', 'post', 'home-visit']
  if (facts.phoneOnly && !facts.channels.some((channel) => plain.includes(channel))) {
    report(['phoneOnly'], `A card for the telephone alone names one of these channels: ${plain.join(', ')}.`)
  }
  for (const [index, setting] of facts.setting.entries()) {
    if (setting.with === 'one-to-one' && (setting.min !== 1 || setting.max !== 1))
      report(['setting', index], 'One-to-one means min: 1, max: 1.')
  }
  if (facts.nextReview <= facts.reviewed)
    report(['nextReview'], 'The next review must come after the last one.')
}
