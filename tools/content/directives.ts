// Boxes: ::name[title]{facts} in one line, :::name[title]{facts} … ::: around blocks.
import type { Block, CalloutKind } from '#domain/works/block.ts'
import { inlinesOf, plain } from './inlines.ts'
import { type Directive, type Flow, lineOf, type NodeOf, type Phrasing } from './markdown.ts'
import { at, claim, type Page } from './page.ts'
import { question } from './question.ts'
import { task } from './task.ts'

type Inner = (nodes: Flow[]) => Block[]

/** A box with its parts told apart. */
export interface Box {
  name: string
  line: number
  id: string
  title: Phrasing[]
  attributes: Record<string, string>
  children: Flow[]
}

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
    if (node.type === 'containerDirective') inner(node.children)
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
  return box && form.make(box, page, inner)
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

function words(box: Box, page: Page): string {
  return plain(inlinesOf(box.title, page)).trim()
}

function filled(box: Box, page: Page, blocks: Block[]): Block[] {
  if (blocks.length === 0) page.report(box.line, `\`${box.name}\` is empty: write what belongs in it.`)
  return blocks
}

function plainBox(type: 'case' | 'script' | 'reflection') {
  return (box: Box, page: Page, inner: Inner): Block => {
    const blocks = filled(box, page, inner(box.children))
    if (type === 'case') return at(page, box.line, { type, id: box.id, title: words(box, page), blocks })
    return at(page, box.line, { type, id: box.id, blocks })
  }
}

const CALLOUTS: readonly string[] = ['note', 'tip', 'evidence', 'safety', 'contacts'] satisfies CalloutKind[]

function callout(box: Box, page: Page, inner: Inner): Block | undefined {
  const blocks = filled(box, page, inner(box.children))
  const kind = box.attributes.kind ?? ''
  if (!isCallout(kind)) {
    page.report(box.line, `A callout cannot be of the kind \`${kind}\`: use one of ${CALLOUTS.join(', ')}.`)
    return undefined
  }
  return at(page, box.line, { type: 'callout', id: box.id, kind, title: words(box, page), blocks })
}

function isCallout(kind: string): kind is CalloutKind {
  return CALLOUTS.includes(kind)
}

function card(box: Box, page: Page): Block {
  const slug = box.attributes.slug ?? ''
  const why = inlinesOf(box.title, page)
  page.link(`card:${slug}`, box.line)
  return at(page, box.line, { type: 'card', id: box.id, slug, ...(why.length > 0 && { why }) })
}

function download(box: Box, page: Page): Block | undefined {
  const asset = page.asset(box.attributes.file ?? '', 'download', box.line)
  if (!asset) return undefined
  const { href, extension: format, bytes } = asset
  return at(page, box.line, { type: 'download', id: box.id, href, title: words(box, page), format, bytes })
}

function video(box: Box, page: Page, inner: Inner): Block | undefined {
  const { title = '', src = '', captions = '', poster, seconds = '' } = box.attributes
  const transcript = inner(box.children)
  if (transcript.length === 0)
    page.report(box.line, 'This video has no transcript: write what is said and shown inside the box.')
  if (!/^[1-9]\d*$/.test(seconds))
    page.report(box.line, '`seconds` must be a whole number, e.g. seconds=118.')
  const clip = page.asset(src, 'clip', box.line)
  const still = poster ? page.asset(poster, 'picture', box.line) : undefined
  const tracks = captions
    .split(/[\s,]+/)
    .filter(Boolean)
    .flatMap((name) => {
      const asset = page.asset(name, 'captions', box.line)
      return asset
        ? [{ language: /\.([a-z]{2})\.vtt$/.exec(name)?.[1] ?? page.language, src: asset.href }]
        : []
    })
  if (!clip) return undefined
  return at(page, box.line, {
    type: 'video',
    id: box.id,
    src: clip.href,
    ...(still && { poster: still.href }),
    captions: tracks,
    title,
    seconds: Number(seconds) || 0,
    transcript,
  })
}
