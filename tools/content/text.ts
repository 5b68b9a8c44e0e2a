// The words of a block, for ids and for counting: all of them, also feedback and rubrics.
import type { Block } from '#domain/works/block.ts'
import { inlineText } from '#domain/works/index.ts'
import { blocksIn } from './inner.ts'

export function textOf(block: Block): string {
  const inside = blocksIn(block).flat().map(textOf)
  return [...own(block), ...inside]
    .map((piece) => piece.trim())
    .filter(Boolean)
    .join(' ')
}

/** How many words people will read. */
export function wordsIn(blocks: Block[]): number {
  const words = (block: Block) => textOf(block).match(/[\p{L}\p{N}]+(['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0
  return blocks.reduce((sum, block) => sum + words(block), 0)
}

function own(block: Block): string[] {
  switch (block.type) {
    case 'heading':
    case 'text':
      return [inlineText(block.text)]
    case 'table':
      return [block.caption ?? '', ...block.head.map(inlineText), ...block.rows.flat().map(inlineText)]
    case 'quotation':
      return [inlineText(block.by ?? [])]
    case 'image':
      return [block.alt, inlineText(block.caption ?? [])]
    case 'video':
    case 'callout':
    case 'case':
    case 'download':
      return [block.title]
    case 'step':
      return [inlineText(block.title)]
    case 'card':
      return [block.slug, inlineText(block.why ?? [])]
    case 'question':
      return block.options.map((option) => inlineText(option.text))
    case 'task':
      return [block.title, ...block.rubric.flatMap((row) => [row.criterion, ...row.levels])]
    case 'list':
    case 'script':
    case 'reflection':
    case 'source':
      return []
    default:
      return block satisfies never
  }
}
