// Ids for what the author gave none: from the words, so that they stay while the words stay.
import { createHash } from 'node:crypto'
import type { Block } from '#domain/works/block.ts'
import { inlineText, slugOf } from '#domain/works/index.ts'
import { blocksIn } from './inner.ts'
import { textOf } from './text.ts'

/** Gives every block and answer without an id its own, in the order of the page. */
export function giveIds(blocks: Block[], taken: Set<string>) {
  for (const block of blocks) {
    if (block.id === '') block.id = free(derived(block), taken)
    for (const inner of blocksIn(block)) giveIds(inner, taken)
    if (block.type !== 'question') continue
    for (const option of block.options) {
      option.id = free(shortHash('option', inlineText(option.text)), taken)
    }
  }
}

function derived(block: Block): string {
  if (block.type === 'heading') return slugOf(inlineText(block.text))
  if (block.type === 'step') return slugOf(inlineText(block.title))
  if (block.type === 'source') return 'sources'
  return shortHash(block.type, textOf(block))
}

function shortHash(type: string, text: string): string {
  return createHash('sha256').update(`${type} ${text}`).digest('hex').slice(0, 8)
}

function free(id: string, taken: Set<string>): string {
  let candidate = id
  for (let count = 2; taken.has(candidate); count += 1) candidate = `${id}-${count}`
  taken.add(candidate)
  return candidate
}
