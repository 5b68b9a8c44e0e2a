// Boxes: ::name[title]{facts} in one line, :::name[title]{facts} … ::: around blocks.
import type { Block } from '#domain/works/block.ts'
import type { Box, Inner } from './box.ts'
import { callout, card, download, plainBox, video } from './boxes.ts'
import { type Directive, type Flow, lineOf, type NodeOf, type Phrasing } from './markdown.ts'
import { claim, type Page } from './page.ts'
import { question } from './question.ts'
import { task } from './task.ts'

interface Form {
  container: boolean
  title: 'needed' | 'none' | 'may'
  id: 'needed' | 'may'
  attributes: string[]
  optional?: string[]
  make(box: Box, page: Page, inner: Inner): Block | undefined
}

const forms: Record<string, Form> = {
  callout: { container: true, title: 'needed', id: 'may', attributes: ['kind'], make: callout },
  case: { container: true, title: 'needed', id: 'may', attributes: [], make: plainBox('case') },
  script: { container: true, title: 'none', id: 'may', attributes: [], make: plainBox('script') },
  reflection: { container: true, title: 'none', id: 'needed', attributes: [], make: plainBox('reflection') },
  question: { container: true, title: 'none', id: 'needed', attributes: [], make: question },
  task: { container: true, title: 'needed', id: 'needed', attributes: ['minutes'], make: task },
  video: {
    container: true,
    title: 'none',
    id: 'may',
    attributes: ['title', 'src', 'captions', 'seconds'],
    optional: ['poster'],
    make: video,
  },
  card: { container: false, title: 'may', id: 'may', attributes: ['slug'], make: card },
  download: { container: false, title: 'needed', id: 'may', attributes: ['file'], make: download },
}

export function directive(node: Directive, page: Page, inner: Inner): Block | undefined {
  const form = Object.hasOwn(forms, node.name) ? forms[node.name] : undefined
  const line = lineOf(node)
  if (!form) {
    page.report(line, `There is no box named \`${node.name}\`: use one of ${Object.keys(forms).join(', ')}.`)
    inner(titleOf(node)[1])
    return undefined
  }
  if (form.container !== (node.type === 'containerDirective')) {
    page.report(
      line,
      form.container
        ? `\`${node.name}\` goes around blocks: begin it with three colons and close it with :::.`
        : `\`${node.name}\` stands in one line: begin it with two colons.`,
    )
    return undefined
  }
  if (node.type === 'containerDirective') checkClosed(node, page)
  const box = boxOf(node, form, page)
  if (box) return form.make(box, page, inner)
  // What stands inside is still looked at, so that its problems are told at the same time.
  inner(titleOf(node)[1])
  return undefined
}

function boxOf(node: Directive, form: Form, page: Page): Box | undefined {
  const line = lineOf(node)
  const { id, ...attributes } = node.attributes ?? {}
  const [title, children] = titleOf(node)
  for (const name of Object.keys(attributes)) {
    if (![...form.attributes, ...(form.optional ?? [])].includes(name))
      page.report(line, `\`${node.name}\` knows no \`${name}\`: delete it.`)
  }
  const missing = form.attributes.filter((name) => !attributes[name])
  for (const name of missing) page.report(line, `\`${node.name}\` needs ${name}=…: add it in the braces.`)
  if (form.title === 'needed' && title.length === 0)
    page.report(line, `\`${node.name}\` needs a title: write it in [ ] behind the name.`)
  if (form.title === 'none' && title.length > 0)
    page.report(line, `\`${node.name}\` has no title in [ ]: write the words below it.`)
  if (form.id === 'needed' && !id)
    page.report(
      line,
      `\`${node.name}\` needs an id that never changes, because people's answers hang on it: add {#…}.`,
    )
  const claimed = id ? claim(page, id, line) : ''
  if (missing.length > 0) return undefined
  const values = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, value ?? '']))
  return { name: node.name, line, id: claimed, title, attributes: values, children }
}

function titleOf(node: Directive): [Phrasing[], Flow[]] {
  if (node.type === 'leafDirective') return [node.children, []]
  const [first, ...rest] = node.children
  const labelled =
    first?.type === 'paragraph' && first.data && 'directiveLabel' in first.data && first.data.directiveLabel
  return labelled ? [first.children, rest] : [[], node.children]
}

function checkClosed(node: NodeOf<'containerDirective'>, page: Page) {
  const last = page.lines[(node.position?.end.line ?? 1) - 1] ?? ''
  if (/^[\s>*+\-\d.]*:{3,}\s*$/.test(last)) return
  page.report(
    lineOf(node),
    `\`${node.name}\` is not closed: end it with a line of as many colons, and give an outer box more colons than the one inside.`,
  )
}
