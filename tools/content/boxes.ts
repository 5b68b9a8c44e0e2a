// The boxes that hold ordinary blocks, and those of one line.
import type { Block, CalloutKind } from '#domain/works/block.ts'
import { type Box, filled, type Inner, titleOf } from './box.ts'
import { inlinesOf } from './inlines.ts'
import { at, type Page } from './page.ts'

export function plainBox(type: 'case' | 'script' | 'reflection') {
  return (box: Box, page: Page, inner: Inner): Block => {
    const blocks = filled(box, page, inner(box.children))
    if (type === 'case') return at(page, box.line, { type, id: box.id, title: titleOf(box, page), blocks })
    return at(page, box.line, { type, id: box.id, blocks })
  }
}

const CALLOUTS: readonly string[] = ['note', 'tip', 'evidence', 'safety', 'contacts'] satisfies CalloutKind[]

export function callout(box: Box, page: Page, inner: Inner): Block | undefined {
  const blocks = filled(box, page, inner(box.children))
  const kind = box.attributes.kind ?? ''
  if (!isCallout(kind)) {
    page.report(box.line, `A callout cannot be of the kind \`${kind}\`: use one of ${CALLOUTS.join(', ')}.`)
    return undefined
  }
  return at(page, box.line, { type: 'callout', id: box.id, kind, title: titleOf(box, page), blocks })
}

function isCallout(kind: string): kind is CalloutKind {
  return CALLOUTS.includes(kind)
}

export function card(box: Box, page: Page): Block {
  const slug = box.attributes.slug ?? ''
  const why = inlinesOf(box.title, page)
  page.link(`card:${slug}`, box.line)
  return at(page, box.line, { type: 'card', id: box.id, slug, ...(why.length > 0 && { why }) })
}

export function download(box: Box, page: Page): Block | undefined {
  const asset = page.asset(box.attributes.file ?? '', 'download', box.line)
  if (!asset) return undefined
  const { href, extension: format, bytes } = asset
  return at(page, box.line, { type: 'download', id: box.id, href, title: titleOf(box, page), format, bytes })
}

export function video(box: Box, page: Page, inner: Inner): Block | undefined {
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
