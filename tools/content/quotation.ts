// > words … and, as the last line, > — who said them
import type { Block } from '#domain/works/block.ts'
import { inlinesOf } from './inlines.ts'
import { type Flow, lineOf, type NodeOf, type Phrasing } from './markdown.ts'
import { at, type Page } from './page.ts'

const SIGNATURE = /(^|\n)[ \t]*[—–] ?(?=\S|$)/

export function quotation(
  node: NodeOf<'blockquote'>,
  page: Page,
  inner: (nodes: Flow[]) => Block[],
): Block | undefined {
  const last = node.children.at(-1)
  const signed = last?.type === 'paragraph' ? signature(last.children) : undefined
  const said =
    signed && last?.type === 'paragraph'
      ? [...node.children.slice(0, -1), ...withWords(last, signed.before)]
      : node.children
  const blocks = inner(said)
  if (blocks.length === 0) {
    page.report(lineOf(node), 'This quotation has no words: write them or delete it.')
    return undefined
  }
  const by = signed && inlinesOf(signed.by, page)
  return at(page, lineOf(node), { type: 'quotation', id: '', blocks, ...(by && { by }) })
}

function withWords(paragraph: NodeOf<'paragraph'>, children: Phrasing[]) {
  return children.length > 0 ? [{ ...paragraph, children }] : []
}

// The name begins at the last line that begins with a dash.
function signature(children: Phrasing[]): { before: Phrasing[]; by: Phrasing[] } | undefined {
  for (let index = children.length - 1; index >= 0; index -= 1) {
    const node = children[index]
    const previous = children[index - 1]
    if (node?.type !== 'text') continue
    const found = SIGNATURE.exec(node.value)
    if (!found || (found[1] === '' && previous && previous.type !== 'break')) continue
    const words = node.value.slice(0, found.index)
    const name = node.value.slice(found.index + found[0].length)
    const before = children.slice(0, previous?.type === 'break' && words === '' ? index - 1 : index)
    return {
      before: words === '' ? before : [...before, { ...node, value: words }],
      by: [lower(node, name, words), ...children.slice(index + 1)],
    }
  }
  return undefined
}

// The rest of a text begins some lines below the text itself.
function lower(node: NodeOf<'text'>, value: string, above: string): NodeOf<'text'> {
  if (!node.position || above === '') return { ...node, value }
  const lines = above.split('\n').length
  const start = { ...node.position.start, line: node.position.start.line + lines }
  return { ...node, value, position: { ...node.position, start } }
}
