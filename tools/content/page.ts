// One Markdown file while it is being compiled: what its blocks may ask for and what they tell about themselves.
import type { Block } from '#domain/works/block.ts'
import type { Language } from '#domain/works/manifest.ts'
import type { Asset } from './assets.ts'
import type { Report } from './problem.ts'

export interface Page {
  language: Language
  /** The lines of the file, to see how something was written. */
  lines: string[]
  report: Report
  /** A file that stands beside the text, by its name. */
  asset(name: string, use: 'picture' | 'clip' | 'captions' | 'download', line: number): Asset | undefined
  /** Keeps what must be checked when every work is known. */
  link(href: string, line: number): void
  /** Source keys in the order in which they are first cited. */
  cited: Map<string, number>
  /** Ids that the author wrote, and where. */
  ids: Map<string, number>
  /** Where each block begins. */
  lineOf: Map<Block, number>
}

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Takes an id for a block; empty (and a problem) when it is badly written or taken. */
export function claim(page: Page, id: string, line: number): string {
  const taken = page.ids.get(id)
  if (taken) page.report(line, `The id \`${id}\` is already used in line ${taken}: choose another.`)
  else if (!ID.test(id)) {
    page.report(line, `The id \`${id}\` may only have lower-case letters, digits and single dashes.`)
  } else {
    page.ids.set(id, line)
    return id
  }
  return ''
}

/** Notes where a block begins. */
export function at<B extends Block>(page: Page, line: number, block: B): B {
  page.lineOf.set(block, line)
  return block
}
