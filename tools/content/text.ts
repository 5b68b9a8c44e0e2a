// The words of a block, for ids and for counting.
import type { Block } from '#domain/works/block.ts'
import { plain } from './inlines.ts'

export function textOf(block: Block): string {
  return pieces(block)
    .map((piece) => piece.trim())
    .filter(Boolean)
    .join(' ')
}

/** How many words people will read. */
export function wordsIn(blocks: Block[]): number {
  return blocks.reduce(
    (sum, block) => sum + (textOf(block).match(/[\p{L}\p{N}]+(['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0),
    0,
  )
}

function pieces(block: Block): string[] {
  switch (block.type) {
    case 'heading':
    case 'text':
      return [plain(block.text)]
    case 'list':
      return block.items.flatMap(all)
    case 'table':
      return [block.caption ?? '', ...block.head.map(plain), ...block.rows.flat().map(plain)]
    case 'quotation':
      return [...all(block.blocks), plain(block.by ?? [])]
    case 'image':
      return [block.alt, plain(block.caption ?? [])]
    case 'video':
      return [block.title, ...all(block.transcript)]
    case 'callout':
    case 'case':
      return [block.title, ...all(block.blocks)]
    case 'script':
    case 'reflection':
      return all(block.blocks)
    case 'step':
      return [plain(block.title), ...all(block.blocks)]
    case 'download':
      return [block.title]
    case 'card':
      return [block.slug, plain(block.why ?? [])]
    case 'question':
      return [
        ...all(block.prompt),
        ...block.options.flatMap((option) => [plain(option.text), ...all(option.feedback)]),
      ]
    case 'task':
      return [
        block.title,
        ...all(block.blocks),
        ...block.rubric.flatMap((row) => [row.criterion, ...row.levels]),
      ]
    case 'source':
      return block.sources.map((source) => source.key)
    default:
      return block satisfies never
  }
}

function all(blocks: Block[]): string[] {
  return blocks.flatMap(pieces)
}
