// The words of blocks without their form, for the search index and for counting.
import type { Block, Inline } from './block.ts'

export function plainText(blocks: Block[]): string {
  return blocks.map(wordsOf).filter(Boolean).join('\n')
}

export function inlineText(inlines: Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.type) {
        case 'text':
        case 'code':
          return inline.text
        case 'strong':
        case 'emphasis':
        case 'link':
          return inlineText(inline.children)
        case 'break':
          return ' '
        case 'cite':
          return ''
        default:
          return inline satisfies never
      }
    })
    .join('')
}

function wordsOf(block: Block): string {
  switch (block.type) {
    case 'heading':
    case 'text':
      return inlineText(block.text)
    case 'list':
      return block.items.map(plainText).join('\n')
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(inlineText).join(' ')).join('\n')
    case 'image':
      return [block.alt, inlineText(block.caption ?? [])].join(' ')
    case 'video':
      return [block.title, plainText(block.transcript)].join('\n')
    case 'callout':
    case 'case':
      return [block.title, plainText(block.blocks)].join('\n')
    case 'quotation':
    case 'script':
    case 'reflection':
      return plainText(block.blocks)
    case 'step':
      return [inlineText(block.title), plainText(block.blocks)].join('\n')
    case 'download':
      return block.title
    case 'card':
      return inlineText(block.why ?? [])
    case 'question':
      return [plainText(block.prompt), ...block.options.map((option) => inlineText(option.text))].join('\n')
    case 'task':
      return [block.title, plainText(block.blocks)].join('\n')
    case 'source':
      return ''
    default:
      return block satisfies never
  }
}
