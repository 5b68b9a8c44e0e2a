// A box, ::name[title]{facts}, with its parts told apart.
import type { Block } from '#domain/works/block.ts'
import { plainWords } from './inlines.ts'
import type { Flow, Phrasing } from './markdown.ts'
import type { Page } from './page.ts'

/** Compiles what stands inside a box. */
export type Inner = (nodes: Flow[]) => Block[]

export interface Box {
  name: string
  line: number
  /** Empty when the author gave none. */
  id: string
  title: Phrasing[]
  attributes: Record<string, string>
  children: Flow[]
}

export function titleOf(box: Box, page: Page): string {
  return plainWords(box.title, box.line, page)
}

export function filled(box: Box, page: Page, blocks: Block[]): Block[] {
  if (blocks.length === 0) page.report(box.line, `\`${box.name}\` is empty: write what belongs in it.`)
  return blocks
}
