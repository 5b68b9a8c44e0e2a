// Markdown's flow → Block. Ids that the author did not write are given later (ids.ts).
import type { Block, Inline } from '#domain/works/block.ts'
import { inlineText } from '#domain/works/index.ts'
import { directive } from './directives.ts'
import { inlinesOf } from './inlines.ts'
import { type Flow, lineOf, type NodeOf, parseMarkdown } from './markdown.ts'
import { at, type Page } from './page.ts'
import { quotation } from './quotation.ts'

/** Blocks inside something else: a list, a quotation, a box. Headings belong outside. */
export function blocksOf(nodes: Flow[], page: Page): Block[] {
  return nodes.flatMap((node) => blockOf(node, page) ?? [])
}

export function blockOf(node: Flow, page: Page): Block | undefined {
  const line = lineOf(node)
  switch (node.type) {
    case 'paragraph':
      return paragraph(node, page)
    case 'list':
      return list(node, page)
    case 'table':
      return table(node, page)
    case 'blockquote':
      return quotation(node, page, (nodes) => blocksOf(nodes, page))
    case 'containerDirective':
    case 'leafDirective':
      return directive(node, page, (nodes) => blocksOf(nodes, page))
    case 'heading':
      page.report(
        line,
        'A heading cannot stand inside a list, a quotation or a box: use **bold words** instead.',
      )
      return undefined
    default:
      page.report(
        line,
        refusals[node.type] ?? `This (${node.type}) is not known here: write it as ordinary text.`,
      )
      return undefined
  }
}

const refusals: Partial<Record<Flow['type'], string>> = {
  html: 'HTML is not allowed: say it in Markdown.',
  code: 'A block of code is not known here: indent by fewer than four spaces, leave out the ```.',
  thematicBreak: 'A line across the page is not known here: use a heading, or delete it.',
  definition:
    'Write the address of a link right behind it, and cite a source by [^key] alone: delete this line.',
  footnoteDefinition:
    'Footnotes are not known here: put the source in content/sources/ and cite it by [^key].',
}

function paragraph(node: NodeOf<'paragraph'>, page: Page): Block | undefined {
  const [only] = node.children
  if (only?.type === 'image' && node.children.length === 1) return image(only, page)
  for (const [offset, words] of sourceLines(node, page).entries())
    leftovers(words, lineOf(node) + offset, page)
  const text = inlinesOf(node.children, page)
  return text.length > 0 ? at(page, lineOf(node), { type: 'text', id: '', text }) : undefined
}

function sourceLines(node: NodeOf<'paragraph'>, page: Page) {
  return page.lines.slice(lineOf(node) - 1, node.position?.end.line ?? lineOf(node))
}

// What was meant as something else but is only text to the parser.
function leftovers(words: string, line: number, page: Page) {
  const text = words.replace(/^[\s>]+/, '')
  if (/^:{3,}\s*$/.test(text))
    page.report(
      line,
      'These colons close nothing: delete them, or open the outer box with more colons than the inner one.',
    )
  else if (/^:{2,}\s*[a-z]/i.test(text))
    page.report(
      line,
      'This box is not understood: no space after the colons, [title] before {…}, every value with spaces in quotes.',
    )
  else if (/^#{2,6}[^\s#]/.test(text)) page.report(line, 'A heading needs a space after the #.')
  else if (/^\|.*\|\s*$/.test(text))
    page.report(
      line,
      'This looks like a table: it needs an empty line before it and a line |---|---| with as many columns under its head.',
    )
  else if (/^\[\^[^\]]+\]:/.test(text))
    page.report(
      line,
      'Footnotes are not known here: put the source in content/sources/ and cite it by [^key].',
    )
}

function image(node: NodeOf<'image'>, page: Page): Block | undefined {
  const line = lineOf(node)
  const alt = (node.alt ?? '').trim()
  if (alt === '')
    page.report(line, 'This picture has no words for those who cannot see it: write ![what it shows](…).')
  const asset = page.asset(node.url, 'picture', line)
  if (!asset) return undefined
  const caption = node.title ? captionOf(node.title, line, page) : undefined
  const { href: src, viewBox } = asset
  return at(page, line, {
    type: 'image',
    id: '',
    src,
    alt,
    ...(caption && { caption }),
    ...(viewBox && { viewBox }),
  })
}

function captionOf(title: string, line: number, page: Page): Inline[] {
  const [first] = parseMarkdown(title).children
  const here = {
    ...page,
    report: (_line: number, message: string) => page.report(line, message),
    link: (href: string) => page.link(href, line),
  }
  return first?.type === 'paragraph' ? inlinesOf(first.children, here) : [{ type: 'text', text: title }]
}

function list(node: NodeOf<'list'>, page: Page): Block {
  const line = lineOf(node)
  const ordered = node.ordered === true
  const start = ordered ? (node.start ?? 1) : 1
  const items = node.children.map((item) => {
    if (item.checked)
      page.report(lineOf(item), 'A ticked box means nothing outside a question: delete the [x].')
    if (item.children.length === 0)
      page.report(lineOf(item), 'This entry of the list is empty: write it or delete it.')
    return blocksOf(item.children, page)
  })
  return at(page, line, { type: 'list', id: '', ordered, ...(start !== 1 && { start }), items })
}

function table(node: NodeOf<'table'>, page: Page): Block {
  const [first, ...others] = node.children.map((row) =>
    row.children.map((cell) => inlinesOf(cell.children, page)),
  )
  const head = first ?? []
  if (others.length === 0) page.report(lineOf(node), 'This table has a head but no rows: write them.')
  for (const [index, cells] of others.entries()) {
    const line = lineOf(node.children[index + 1] ?? node)
    if (cells.length !== head.length) {
      page.report(
        line,
        `This row has ${cells.length} cells, the head of the table ${head.length}: make them equal (write \\| for the sign itself).`,
      )
    }
  }
  if (
    head.some((cell) => inlineText(cell).trim() === '') &&
    head.slice(1).some((cell) => inlineText(cell).trim() === '')
  ) {
    page.report(
      lineOf(node),
      'A column of this table has no name: write it in the head (only the first may be empty).',
    )
  }
  const rows = others.map((cells) => head.map((_, column) => cells[column] ?? []))
  return at(page, lineOf(node), { type: 'table', id: '', head, rows })
}
