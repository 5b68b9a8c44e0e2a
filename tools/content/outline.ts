// A whole page: headings, and the timed steps that they open.
import type { Block } from '#domain/works/block.ts'
import { inlineText } from '#domain/works/index.ts'
import { blockOf } from './blocks.ts'
import { inlinesOf } from './inlines.ts'
import { lineOf, type NodeOf, type Phrasing, type Root } from './markdown.ts'
import { at, claim, type Page } from './page.ts'

type Step = Extract<Block, { type: 'step' }>

/** `stepsIn` names sections (by id) in which every ### heading is a step, with or without minutes. */
export function pageBlocks(root: Root, page: Page, stepsIn: readonly string[]): Block[] {
  const blocks: Block[] = []
  let section = ''
  let level = 1
  let step: Step | undefined
  for (const node of root.children) {
    if (node.type !== 'heading') {
      const block = blockOf(node, page)
      if (block) (step?.blocks ?? blocks).push(block)
      continue
    }
    step = undefined
    checkLevel(node, level, page)
    level = node.depth
    const block = heading(node, page, stepsIn.includes(section))
    if (node.depth === 2) section = block.id
    if (block.type === 'step') step = block
    blocks.push(block)
  }
  return blocks
}

function checkLevel(node: NodeOf<'heading'>, above: number, page: Page) {
  const line = lineOf(node)
  if (!page.lines[line - 1]?.trimStart().startsWith('#')) {
    page.report(
      line,
      'A line of --- or === makes a heading of the words above it: write ## before a heading, or delete the line.',
    )
    return
  }
  if (node.depth === 1)
    page.report(line, 'The title stands above the text (title: …): begin headings with ##.')
  else if (node.depth > 3)
    page.report(line, 'Headings have two levels, ## and ###: write this one as ### or as **bold words**.')
  else if (node.depth > above + 1)
    page.report(line, 'This heading skips a level: put a ## heading before it, or make it ##.')
}

function heading(
  node: NodeOf<'heading'>,
  page: Page,
  isStep: boolean,
): Step | Extract<Block, { type: 'heading' }> {
  const line = lineOf(node)
  const { words, marks } = parted(node.children)
  const { id, minutes } = marksOf(marks, line, page)
  const text = inlinesOf(words, page)
  if (inlineText(text).trim() === '') page.report(line, 'This heading has no words: write them.')
  const claimed = id ? claim(page, id, line) : ''
  if (node.depth === 3 && (isStep || minutes !== undefined)) {
    const step: Step = { type: 'step', id: claimed, title: text, blocks: [] }
    return at(page, line, minutes === undefined ? step : { ...step, minutes })
  }
  if (minutes !== undefined)
    page.report(line, 'Only a ### heading can have minutes: use ###, or delete them.')
  return at(page, line, { type: 'heading', id: claimed, level: node.depth === 2 ? 2 : 3, text })
}

// A heading may end in {#id minutes=10}.
function parted(children: Phrasing[]): { words: Phrasing[]; marks: string } {
  const last = children.at(-1)
  const found = last?.type === 'text' ? /\s*\{([^{}]*)\}\s*$/.exec(last.value) : null
  if (!found || last?.type !== 'text') return { words: children, marks: '' }
  const value = last.value.slice(0, found.index)
  return { words: [...children.slice(0, -1), ...(value ? [{ ...last, value }] : [])], marks: found[1] ?? '' }
}

function marksOf(marks: string, line: number, page: Page): { id?: string; minutes?: number } {
  const result: { id?: string; minutes?: number } = {}
  for (const mark of marks.split(/\s+/).filter(Boolean)) {
    const minutes = /^minutes="?([1-9]\d*)"?$/.exec(mark)?.[1]
    if (mark.startsWith('#') && !result.id) result.id = mark.slice(1)
    else if (minutes) result.minutes = Number(minutes)
    else
      page.report(
        line,
        `\`${mark}\` is not known in the braces of a heading: write {#id} or {#id minutes=10}.`,
      )
  }
  return result
}
