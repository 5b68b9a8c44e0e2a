// Pages with a fixed order of sections: tool cards and trainer's plans.
import type { Block } from '#domain/works/block.ts'
import type { Page } from './page.ts'

export const CARD_SECTIONS = [
  'prepare',
  'do',
  'plan-b',
  'phone',
  'ending',
  'adapt',
  'protect',
  'know',
  'lab',
  'reflect',
]
export const PLAN_SECTIONS = ['aims', 'timing', 'materials', 'variants', 'difficulties', 'assess']
/** Where every ### heading is a step. */
export const CARD_STEPS = ['do', 'lab']
export const PLAN_STEPS = ['timing']

interface Section {
  id: string
  line: number
  blocks: Block[]
}

export function checkPlan(blocks: Block[], page: Page, firstLine: number) {
  const sections = inOrder(blocks, PLAN_SECTIONS, page, firstLine)
  need(sections, 'timing', page, 'needs timed steps: ### Warm-up {#warm-up minutes=10}', hasMinutes)
}

/** `live`: the card is done with people at the same time, so its steps have minutes. */
export function checkCard(blocks: Block[], page: Page, firstLine: number, live: boolean) {
  const sections = inOrder(blocks, CARD_SECTIONS, page, firstLine)
  const has = (type: Block['type']) => (blocks: Block[]) => blocks.some((block) => block.type === type)
  need(sections, 'prepare', page, 'needs a checklist: write a list', has('list'))
  need(
    sections,
    'do',
    page,
    'needs at least two steps: ### Opening {#opening minutes=2} … and a closing',
    (inside) => inside.filter((block) => block.type === 'step').length >= 2,
  )
  if (live)
    need(sections, 'do', page, 'needs minutes on its steps: ### Opening {#opening minutes=2}', hasMinutes)
  need(
    sections,
    'adapt',
    page,
    'needs a list of eight entries, each beginning with bold words: **Hearing.** …',
    (inside) => inside.some(isAdapt),
  )
  need(
    sections,
    'protect',
    page,
    'needs a table of three columns: risk, what you do, when you hand over',
    (inside) => inside.some((block) => block.type === 'table' && block.head.length === 3),
  )
  need(sections, 'protect', page, 'needs the box :::callout[…]{kind=contacts}', (inside) =>
    inside.some((block) => block.type === 'callout' && block.kind === 'contacts'),
  )
  need(sections, 'lab', page, 'needs timed steps: ### Show it {#lab-show minutes=15}', hasMinutes)
  need(
    sections,
    'reflect',
    page,
    'needs two or three questions in :::reflection{#…} boxes',
    has('reflection'),
  )
}

function hasMinutes(blocks: Block[]) {
  return blocks.some((block) => block.type === 'step' && block.minutes !== undefined)
}

function isAdapt(block: Block) {
  if (block.type !== 'list' || block.items.length !== 8) return false
  return block.items.every(([first]) => first?.type === 'text' && first.text[0]?.type === 'strong')
}

function need(sections: Section[], id: string, page: Page, words: string, met: (blocks: Block[]) => boolean) {
  const section = sections.find((each) => each.id === id)
  if (section && !met(section.blocks)) page.report(section.line, `The section #${id} ${words}.`)
}

function inOrder(blocks: Block[], order: string[], page: Page, firstLine: number): Section[] {
  const sections: Section[] = []
  for (const block of blocks) {
    const line = page.lineOf.get(block) ?? firstLine
    if (block.type === 'heading' && block.level === 2) sections.push({ id: block.id, line, blocks: [] })
    else if (sections.length > 0) sections.at(-1)?.blocks.push(block)
    else page.report(line, `Text stands before the first section: move it below ## … {#${order[0]}}.`)
  }
  const found = sections.map((section) => section.id)
  for (const id of order.filter((each) => !found.includes(each)))
    page.report(firstLine, `The section ## … {#${id}} is missing: add it.`)
  const known = sections.filter((section) => order.includes(section.id))
  for (const section of sections.filter((each) => !order.includes(each.id))) {
    page.report(
      section.line,
      `This section does not belong here: the sections are #${order.join(', #')}; give it one of these ids or make it ###.`,
    )
  }
  const expected = order.filter((id) => found.includes(id))
  const astray = known.findIndex((section, index) => section.id !== expected[index])
  if (astray >= 0)
    page.report(
      known[astray]?.line ?? firstLine,
      `The section #${expected[astray]} should stand here: the order is #${order.join(', #')}.`,
    )
  for (const section of known.filter((each) => each.blocks.length === 0))
    page.report(section.line, 'This section is empty: write it.')
  return known
}
