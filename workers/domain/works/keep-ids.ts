// An edited part gets back the ids of its previous edition, so that progress, answers and remarks still find their block.
import { align } from './align.ts'
import type { Block, Inline } from './block.ts'
import { canonicalJson } from './hash.ts'
import { slugOf } from './slug.ts'

type Option = Extract<Block, { type: 'question' }>['options'][number] & { type: 'option' }
/** What has an id: a block, or an answer of a question. */
type Node = Block | Option

const HALF = 0.5

/**
 * Gives back the old ids to blocks that are the same or were edited in place (the same type, at least half of the
 * words, in the same order), and to the blocks inside them. Ids that an author wrote always win. Ids stay unique.
 */
export function keepIds(previous: Block[], next: Block[]): Block[] {
  const kept = new Map<Node, string>()
  match(previous, next, kept)
  return named(next, chosen(next, kept))
}

function match(previous: Node[], next: Node[], kept: Map<Node, string>) {
  const like = (before: Node, after: Node) => {
    const likeness = before.type === after.type ? similarity(before, after) : 0
    return likeness >= HALF ? likeness : 0
  }
  for (const [before, after] of align(previous, next, content, like)) {
    kept.set(after, before.id)
    match(nodesIn(before), nodesIn(after), kept)
  }
}

/** The id of each node. Those an author wrote come first, then the kept ones, then those of new blocks. */
function chosen(next: Block[], kept: Map<Node, string>): Map<Node, string> {
  const ids = new Map<Node, string>()
  const taken = new Set<string>()
  const nodes = deep(next)
  const give = (node: Node, id: string) => {
    ids.set(node, id)
    taken.add(id)
  }
  for (const node of nodes) if (isWritten(node) && !taken.has(node.id)) give(node, node.id)
  for (const node of nodes) {
    const id = kept.get(node)
    if (id !== undefined && !ids.has(node) && !taken.has(id)) give(node, id)
  }
  for (const node of nodes) if (!ids.has(node)) give(node, free(node.id, taken))
  return ids
}

function free(id: string, taken: Set<string>): string {
  let candidate = id
  for (let count = 2; taken.has(candidate); count += 1) candidate = `${id}-${count}`
  return candidate
}

// People's answers hang on the first three. A heading's id was written when it is not simply its words.
function isWritten(node: Node): boolean {
  if (node.type === 'question' || node.type === 'task' || node.type === 'reflection') return true
  if (node.type === 'heading') return !isSlugOf(node.id, node.text)
  return node.type === 'step' && !isSlugOf(node.id, node.title)
}

function isSlugOf(id: string, words: Inline[]) {
  const slug = slugOf(textIn(words).join(''))
  return id === slug || (id.startsWith(`${slug}-`) && /^\d+$/.test(id.slice(slug.length + 1)))
}

function deep(nodes: Node[]): Node[] {
  return nodes.flatMap((node) => [node, ...deep(nodesIn(node))])
}

function nodesIn(node: Node): Node[] {
  if (node.type === 'option') return node.feedback
  if (node.type === 'list') return node.items.flat()
  if (node.type === 'video') return node.transcript
  if (node.type === 'question') return [...node.prompt, ...node.options.map(asOption)]
  return 'blocks' in node ? node.blocks : []
}

// Seen as a node always the same object, so that it can be a key.
const options = new WeakMap<object, Option>()
function asOption(option: Omit<Option, 'type'>): Option {
  const known = options.get(option) ?? { ...option, type: 'option' as const }
  options.set(option, known)
  return known
}

function named(blocks: Block[], ids: Map<Node, string>): Block[] {
  return blocks.map((block) => {
    const inner = (blocks: Block[]) => named(blocks, ids)
    const id = ids.get(block) ?? block.id
    if (block.type === 'list') return { ...block, id, items: block.items.map(inner) }
    if (block.type === 'video') return { ...block, id, transcript: inner(block.transcript) }
    if (block.type === 'question') {
      const options = block.options.map((option) => ({
        ...option,
        id: ids.get(asOption(option)) ?? option.id,
        feedback: inner(option.feedback),
      }))
      return { ...block, id, prompt: inner(block.prompt), options }
    }
    return 'blocks' in block ? { ...block, id, blocks: inner(block.blocks) } : { ...block, id }
  })
}

/** Everything that a node says, without any id. */
function content(node: Node): string {
  return canonicalJson(
    JSON.parse(JSON.stringify(node, (key, value: unknown) => (key === 'id' ? undefined : value))),
  )
}

/**
 * How many of the words two nodes of one type share, 0 to 1. What holds other blocks is measured against the shorter
 * of the two: a paragraph written into a box does not make it another box.
 */
function similarity(before: Node, after: Node): number {
  const a = wordsOf(before)
  const b = wordsOf(after)
  if (a.length === 0 || b.length === 0) return a.length === b.length || nodesIn(after).length > 0 ? 1 : 0
  const counts = new Map<string, number>()
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of b) {
    const left = counts.get(word) ?? 0
    if (left > 0) shared += 1
    counts.set(word, left - 1)
  }
  const isContainer = nodesIn(before).length > 0 && nodesIn(after).length > 0
  return isContainer ? shared / Math.min(a.length, b.length) : (2 * shared) / (a.length + b.length)
}

// Asked again and again when much was rewritten.
const words = new WeakMap<Node, string[]>()
function wordsOf(node: Node): string[] {
  const found =
    words.get(node) ??
    textIn(node)
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ??
    []
  words.set(node, found)
  return found
}

// Every text in a value, but for what only steers it.
function textIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return ['id', 'type', 'kind', 'format'].includes(key) ? [] : [value]
  if (Array.isArray(value)) return value.flatMap((inner) => textIn(inner, key))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => textIn(inner, name))
}
