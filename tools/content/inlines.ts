// Runs of text: Markdown's phrasing → Inline.
import type { Inline } from '#domain/works/block.ts'
import { inlineText } from '#domain/works/index.ts'
import { lineOf, type NodeOf, type Phrasing } from './markdown.ts'
import type { Page } from './page.ts'

const CITATION = /[ \t\n]*\[\^([^\]\s]*)\]/g
const ADDRESS = /\b(https?:\/\/|www\.)\S+/i

export function inlinesOf(nodes: Phrasing[], page: Page): Inline[] {
  const runs = nodes.flatMap((node) => inline(node, page))
  return joined(runs).filter((run) => run.type !== 'text' || run.text !== '')
}

/** Where only words can stand: a title, a cell of a rubric. */
export function plainWords(nodes: Phrasing[], line: number, page: Page): string {
  const runs = inlinesOf(nodes, page)
  if (runs.some((run) => run.type === 'cite' || run.type === 'link')) {
    page.report(line, 'Titles and rubrics are plain words: move links and citations into the text.')
  }
  return inlineText(runs).trim()
}

function inline(node: Phrasing, page: Page): Inline[] {
  const line = lineOf(node)
  switch (node.type) {
    case 'text':
      return textAndCitations(node, page)
    case 'strong':
    case 'emphasis':
      return [{ type: node.type, children: inlinesOf(node.children, page) }]
    case 'inlineCode':
      return [{ type: 'code', text: node.value }]
    case 'break':
      return [{ type: 'break' }]
    case 'link':
      return link(node, page)
    case 'image':
      page.report(line, 'A picture stands inside a line: put it alone in its paragraph.')
      return []
    case 'html':
      page.report(
        line,
        `HTML is not allowed (${node.value.slice(0, 40)}): say it in Markdown, or write \\< for the sign itself.`,
      )
      return []
    case 'linkReference':
    case 'imageReference':
      page.report(line, 'Write the address of the link right behind it: [words](https://…).')
      return []
    default:
      page.report(line, `This kind of text (${node.type}) is not known here: write it as plain text.`)
      return []
  }
}

function textAndCitations(node: NodeOf<'text'>, page: Page): Inline[] {
  const runs: Inline[] = []
  let from = 0
  const lineAt = (index: number) => lineOf(node) + (node.value.slice(0, index).match(/\n/g)?.length ?? 0)
  const address = ADDRESS.exec(node.value)
  if (address)
    page.report(lineAt(address.index), `A bare address reads badly aloud: write [words](${address[0]}).`)
  for (const found of node.value.matchAll(CITATION)) {
    const key = found[1] ?? ''
    const line = lineAt(found.index + found[0].length)
    if (found.index > from) runs.push({ type: 'text', text: node.value.slice(from, found.index) })
    from = found.index + found[0].length
    runs.push({ type: 'cite', source: key })
    if (!page.cited.has(key)) page.cited.set(key, line)
  }
  const lost = node.value.replace(CITATION, (found) => ' '.repeat(found.length)).indexOf('[^')
  if (lost >= 0)
    page.report(
      lineAt(lost),
      'This citation is not understood: write [^key], one key in each bracket, no spaces.',
    )
  if (from < node.value.length) runs.push({ type: 'text', text: node.value.slice(from) })
  return runs.map((run) => (run.type === 'text' ? { ...run, text: run.text.replace(/\s*\n\s*/g, ' ') } : run))
}

function link(node: NodeOf<'link'>, page: Page): Inline[] {
  const line = lineOf(node)
  const children = inlinesOf(node.children, page)
  const words = inlineText(children)
  if (words.startsWith('^'))
    page.report(line, 'A bracket right behind a citation makes it a link: put a space between.')
  else if (words.trim() === '') page.report(line, 'This link has no words: write [words](address).')
  const fault = addressFault(node.url)
  if (fault) page.report(line, fault)
  else if (node.url.startsWith('work:')) page.link(node.url, line)
  return [{ type: 'link', href: node.url, children }]
}

function addressFault(url: string): string | undefined {
  if (/^work:[a-z]+\/[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(url)) return undefined
  if (url.startsWith('work:'))
    return `The link ${url} must have the form work:tool/slug, work:course/slug/lesson or work:curriculum/slug/unit.`
  if (/^http:/i.test(url)) return `The link ${url} is not safe on the way: use https.`
  if (/^https:\/\/[^/\s]+/i.test(url))
    return URL.canParse(url) ? undefined : `The address ${url} is not valid: correct it.`
  if (/^(mailto:[^\s@]+@[^\s@]+|tel:\+?[\d-]+)$/i.test(url)) return undefined
  return `The link ${url || '()'} leads nowhere: use https://…, mailto:…, tel:… or work:kind/slug.`
}

function joined(runs: Inline[]): Inline[] {
  const result: Inline[] = []
  for (const run of runs) {
    const last = result.at(-1)
    if (run.type === 'text' && last?.type === 'text')
      result[result.length - 1] = { type: 'text', text: last.text + run.text }
    else result.push(run)
  }
  return result
}
