// YAML that answers with typed facts, or with problems at their lines.
import * as v from 'valibot'
import { type Document, isMap, isNode, LineCounter, parseDocument } from 'yaml'
import type { Report } from './problem.ts'

export interface Facts<T> {
  facts: T
  /** The line of a key or an entry, e.g. lineOf(['units', 2]); of what contains it when it is not there. */
  lineOf(path: readonly PropertyKey[]): number
}

/** Reads YAML by a schema. `linesBefore` is what stands above it in the same file. */
export function readYaml<S extends v.GenericSchema>(
  text: string,
  schema: S,
  report: Report,
  linesBefore = 0,
): Facts<v.InferOutput<S>> | undefined {
  const counter = new LineCounter()
  const lineAt = (offset: number) => linesBefore + Math.max(1, counter.linePos(offset).line)
  try {
    const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
    for (const error of document.errors) report(lineAt(error.pos[0]), yamlMessage(error.code, error.message))
    if (document.errors.length > 0) return undefined
    const lineOf = (path: readonly PropertyKey[]) => lineAt(offsetOf(document, path))
    const parsed = v.safeParse(schema, document.toJS({ maxAliasCount: 20 }))
    if (parsed.success) return { facts: parsed.output, lineOf }
    for (const issue of parsed.issues) report(lineOf(pathOf(issue)), factMessage(issue))
  } catch (error) {
    // The YAML library throws at what it cannot build at all, e.g. an alias that unfolds without end.
    report(linesBefore + 1, `This YAML cannot be read (${firstLine(error)}): write it more plainly.`)
  }
  return undefined
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let offset = 0
  for (let length = 1; length <= path.length; length += 1) {
    const container = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true)
    const key = path[length - 1]
    const pair = isMap(container)
      ? container.items.find((item) => String(item.key) === String(key))
      : undefined
    const node = pair ? pair.key : document.getIn(path.slice(0, length), true)
    if (!isNode(node) || !node.range) return offset
    offset = node.range[0]
  }
  return offset
}

function pathOf(issue: v.BaseIssue<unknown>): PropertyKey[] {
  return (issue.path ?? []).map((item) => item.key as PropertyKey) // valibot types map keys as unknown
}

function factMessage(issue: v.BaseIssue<unknown>): string {
  const path = pathOf(issue)
  const name = `\`${path.filter((key) => typeof key === 'string').join('.')}\``
  if (path.length === 0) return 'Facts are missing here: write lines of the form `key: value`.'
  if (issue.type === 'strict_object' && issue.expected === 'never')
    return `${name} is not known here: delete it or look at FORMAT.md for its name.`
  if (issue.received === 'undefined') return `${name} is missing: add it.`
  const quotes =
    issue.expected === 'string' && issue.received !== 'null' && /^[\d.]+$|true|false/.test(issue.received)
  return `${name} ${issue.message}${quotes ? `: write it in quotes, '${issue.received}'` : ''}.`
}

function yamlMessage(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'This key stands twice in the same list of facts: keep one.'
  if (code === 'BLOCK_AS_IMPLICIT_KEY' || /mappings are not allowed/i.test(message)) {
    return "A colon inside a text confuses YAML: put the whole text in quotes, '…'."
  }
  return `This is not valid YAML (${message.split('\n')[0]}): check indentation, quotes and colons.`
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] ?? ''
}
