// Markdown as a syntax tree. Tables and task lists of GitHub's dialect and directives in blocks are understood; bare
// addresses, strike-through, footnotes and directives inside a line are not (so "10:45" and "note:this" stay text).
import { directiveFromMarkdown } from 'mdast-util-directive'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { directive } from 'micromark-extension-directive'
import { gfm } from 'micromark-extension-gfm'

export type Root = ReturnType<typeof fromMarkdown>
type Node = Root['children'][number]
export type NodeOf<Type extends Node['type']> = Extract<Node, { type: Type }>
export type Flow = Node
export type Phrasing = NodeOf<'paragraph'>['children'][number]
export type Directive = NodeOf<'containerDirective'> | NodeOf<'leafDirective'>

const OPENING_BRACKET = 91

const dialect = gfm()
const syntax = [
  { flow: dialect.flow ?? {} },
  // The check box of a task list hangs on the opening bracket.
  { text: { [OPENING_BRACKET]: dialect.text?.[OPENING_BRACKET] } },
  { flow: directive().flow ?? {} },
]
// Their transforms look for bare addresses all over the tree, which takes as long as parsing.
const trees = [gfmFromMarkdown().map((tree) => ({ ...tree, transforms: [] })), directiveFromMarkdown()]

export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, { extensions: syntax, mdastExtensions: trees })
}

/** The line of a node below so many others; undefined when there is none. */
export function deeperThan(root: Root, most: number): number | undefined {
  let level: (Root | Node)[] = [root]
  for (let depth = 0; level.length > 0; depth += 1) {
    const [first] = level
    if (depth > most && first) return lineOf(first)
    level = level.flatMap((node) => ('children' in node ? node.children : []))
  }
  return undefined
}

export interface Split {
  front: string
  /** The text with the front matter blanked out, so that lines keep their numbers. */
  body: string
}

/** Parts the YAML between `---` lines from the text below it; undefined when there is none. */
export function splitFrontMatter(text: string): Split | undefined {
  const lines = text.split(/\r\n|\n|\r/)
  if (lines[0]?.trimEnd() !== '---') return undefined
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---')
  if (end < 0) return undefined
  return {
    front: lines.slice(1, end).join('\n'),
    body: '\n'.repeat(end + 1) + lines.slice(end + 1).join('\n'),
  }
}

export function lineOf(node: { position?: { start: { line: number } } | undefined }): number {
  return node.position?.start.line ?? 1
}
