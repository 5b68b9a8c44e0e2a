// Something to do at work, with a rubric as its last block: a table of a criterion and four levels.
import type { Block, Task } from '#domain/works/block.ts'
import { type Box, titleOf } from './box.ts'
import { plainWords } from './inlines.ts'
import { type Flow, lineOf, type NodeOf } from './markdown.ts'
import { at, type Page } from './page.ts'

export function task(box: Box, page: Page, inner: (nodes: Flow[]) => Block[]): Block {
  const last = box.children.at(-1)
  const table = last?.type === 'table' ? last : undefined
  if (!table)
    page.report(
      box.line,
      'This task has no rubric: end it with a table of five columns, the criterion and four levels.',
    )
  const blocks = inner(table ? box.children.slice(0, -1) : box.children)
  if (blocks.length === 0)
    page.report(box.line, 'This task does not say what to do: write it above the rubric.')
  const minutes = box.attributes.minutes ?? ''
  if (!/^[1-9]\d*$/.test(minutes)) page.report(box.line, '`minutes` must be a whole number, e.g. minutes=60.')
  const rubric = table ? rubricOf(table, page) : []
  return at(page, box.line, {
    type: 'task',
    id: box.id,
    title: titleOf(box, page),
    minutes: Number(minutes) || 0,
    blocks,
    rubric,
  })
}

function rubricOf(table: NodeOf<'table'>, page: Page): Task['rubric'] {
  const [head, ...rows] = table.children
  if (head?.children.length !== 5)
    page.report(
      lineOf(table),
      `A rubric has five columns, not ${head?.children.length ?? 0}: the criterion, then four levels from weakest to strongest.`,
    )
  if (rows.length === 0) page.report(lineOf(table), 'This rubric has no criteria: write a row for each.')
  return rows.map((row) => {
    const cells = row.children.map((cell) => plainWords(cell.children, lineOf(row), page))
    if (cells.length !== 5 || cells.includes(''))
      page.report(lineOf(row), 'A row of a rubric has a criterion and four levels, none empty: complete it.')
    const [criterion = '', one = '', two = '', three = '', four = ''] = cells
    return { criterion, levels: [one, two, three, four] }
  })
}
