import type { Block } from '#domain/works/block.ts'

/** The lists of blocks that a block holds. */
export function blocksIn(block: Block): Block[][] {
  switch (block.type) {
    case 'list':
      return block.items
    case 'quotation':
    case 'callout':
    case 'case':
    case 'script':
    case 'step':
    case 'reflection':
    case 'task':
      return [block.blocks]
    case 'video':
      return [block.transcript]
    case 'question':
      return [block.prompt, ...block.options.map((option) => option.feedback)]
    case 'heading':
    case 'text':
    case 'table':
    case 'image':
    case 'download':
    case 'card':
    case 'source':
      return []
    default:
      return block satisfies never
  }
}
