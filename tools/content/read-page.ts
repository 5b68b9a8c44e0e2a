// One Markdown file → its front matter and its blocks.
import type * as v from 'valibot'
import type { Block, Source } from '#domain/works/block.ts'
import type { Language, Part } from '#domain/works/manifest.ts'
import type { Build } from './build.ts'
import { giveIds } from './ids.ts'
import { deeperThan, parseMarkdown, type Root, splitFrontMatter } from './markdown.ts'
import { pageBlocks } from './outline.ts'
import type { Page } from './page.ts'
import type { Report } from './problem.ts'
import { readYaml } from './yaml.ts'

// Six boxes with a list in each are far below it.
const DEEPEST = 40

export interface Place {
  file: string
  language: Language
  /** Where pictures and downloads are looked for, the nearest first. */
  folders: string[]
}

export interface Rules {
  stepsIn?: readonly string[]
  /** A week has words about it but no page. */
  bodiless?: boolean
  check?(blocks: Block[], page: Page, firstLine: number): void
}

export interface ReadPage<Words> {
  words: Words
  part: Part
}

type About = { title: string; summary: string }

/** Undefined when the words above the text are not all there; problems inside the text leave the rest of it. */
export function readPage<S extends v.GenericSchema<unknown, About>>(
  build: Build,
  place: Place,
  schema: S,
  rules: Rules = {},
): ReadPage<v.InferOutput<S>> | undefined {
  const report: Report = (line, message) => build.problems.push({ file: place.file, line, message })
  const text = build.tree.text(place.file)
  if (text === undefined) return undefined
  const split = splitFrontMatter(text)
  if (!split) {
    report(1, 'The file must begin with `title` and `summary` between two lines of ---.')
    return undefined
  }
  const front = readYaml(split.front, schema, report, 1)
  if (place.language === 'ro') checkRomanian(text, report)
  const page = openPage(build, place, split.body, report)
  const firstLine = split.front.split('\n').length + 3
  const blocks = readBody(build, page, split.body, rules, firstLine)
  if (!front) return undefined
  const { title, summary } = front.facts
  return { words: front.facts, part: { format: 1, language: place.language, title, summary, blocks } }
}

function readBody(build: Build, page: Page, body: string, rules: Rules, firstLine: number): Block[] {
  const root = readRoot(page, body, firstLine)
  if (!root) return []
  const blocks = pageBlocks(root, page, rules.stepsIn ?? [])
  if (rules.bodiless && blocks.length > 0) {
    page.report(firstLine, 'Nothing is shown below these words: move the text into a lesson.')
  }
  if (!rules.bodiless && root.children.length === 0) {
    page.report(firstLine, 'There is no text below the title: write it.')
  }
  rules.check?.(blocks, page, firstLine)
  const sources = sourcesOf(build, page)
  const withSources: Block[] = sources.length > 0 ? [...blocks, { type: 'source', id: '', sources }] : blocks
  giveIds(withSources, new Set(page.ids.keys()))
  return withSources
}

// Nesting without end would exhaust everything that follows the tree down.
function readRoot(page: Page, body: string, firstLine: number): Root | undefined {
  try {
    const root = parseMarkdown(body)
    const tooDeep = deeperThan(root, DEEPEST)
    if (tooDeep === undefined) return root
    page.report(tooDeep, 'This text is nested too deeply: write it more plainly.')
  } catch (error) {
    page.report(firstLine, `This text cannot be read (${String(error).slice(0, 80)}): write it more plainly.`)
  }
  return undefined
}

function openPage(build: Build, place: Place, body: string, report: Report): Page {
  return {
    language: place.language,
    lines: body.split('\n'),
    report,
    asset: (name, use, line) => {
      const found = build.assets.find(name, use, place.folders)
      if (typeof found !== 'string') return found
      report(line, found)
      return undefined
    },
    link: (href, line) => build.links.push({ file: place.file, line, href }),
    cited: new Map(),
    ids: new Map(),
    lineOf: new Map(),
  }
}

function sourcesOf(build: Build, page: Page): Source[] {
  return [...page.cited].flatMap(([key, line]) => {
    const source = build.sources.get(key)
    build.cited.add(key)
    if (!source)
      page.report(line, `No source has the key \`${key}\`: add it to content/sources/ or correct it.`)
    return source ?? []
  })
}

// Old keyboards write a cedilla, which looks alike and is found by no search.
function checkRomanian(text: string, report: Report) {
  const at = text.search(/[şţŞŢ]/)
  if (at < 0) return
  report(
    text.slice(0, at).split('\n').length,
    'Romanian ș and ț have a comma below, not a cedilla: replace them all.',
  )
}
