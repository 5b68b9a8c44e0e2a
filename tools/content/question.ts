// A self-check: the question, then a task list whose ticked entries are right, with feedback under every entry.
import type { Block, Inline, Question } from '#domain/works/block.ts'
import type { Box, Inner } from './box.ts'
import { inlinesOf } from './inlines.ts'
import { lineOf, type NodeOf } from './markdown.ts'
import { at, type Page } from './page.ts'

export function question(box: Box, page: Page, inner: Inner): Block | undefined {
  const list = box.children.at(-1)
  if (list?.type !== 'list' || list.children.every((item) => typeof item.checked !== 'boolean')) {
    page.report(
      box.line,
      'This question has no answers: end it with a list of `- [x] right` and `- [ ] wrong`.',
    )
    inner(box.children)
    return undefined
  }
  const prompt = inner(box.children.slice(0, -1))
  if (prompt.length === 0)
    page.report(box.line, 'This question asks nothing: write the question above its answers.')
  if (list.children.length < 2) page.report(lineOf(list), 'This question has one answer only: add another.')
  const options = list.children.map((item) => option(item, page, inner))
  const right = options.filter((each) => each.right).length
  if (right === 0) page.report(lineOf(list), 'No answer is right: tick at least one with [x].')
  return at(page, box.line, { type: 'question', id: box.id, prompt, several: right > 1, options })
}

function option(
  item: NodeOf<'list'>['children'][number],
  page: Page,
  inner: Inner,
): Question['options'][number] {
  const line = lineOf(item)
  const [first, ...rest] = item.children
  if (typeof item.checked !== 'boolean')
    page.report(line, 'This answer has no box: begin it with [x] or [ ].')
  let text: Inline[] = []
  if (first?.type === 'paragraph') text = inlinesOf(first.children, page)
  else page.report(line, 'This answer has no words: write them behind the box.')
  const feedback = rest.flatMap((node) => {
    if (node.type === 'blockquote') return inner(node.children)
    page.report(lineOf(node), 'Below an answer only feedback may stand: begin its lines with >.')
    return []
  })
  if (feedback.length === 0)
    page.report(line, 'This answer has no feedback: add an indented line that begins with >.')
  return { id: '', text, right: item.checked === true, feedback }
}
