// People's answers hang on the ids of questions and answers: a translation must have the same ones as the English page.
import type { Block, Question } from '#domain/works/block.ts'
import type { Part } from '#domain/works/manifest.ts'
import type { Build } from './build.ts'
import { blocksIn } from './inner.ts'

type Kept = Extract<Block, { type: 'question' | 'task' | 'reflection' }>

/** Says where a translation asks something else, and gives its answers the ids of the English ones. */
export function agree(build: Build, file: string, english: Part, other: Part) {
  const report = (message: string) => build.problems.push({ file, line: 1, message })
  const originals = new Map(keptIn(english.blocks).map((block) => [block.id, block]))
  const translations = new Map(keptIn(other.blocks).map((block) => [block.id, block]))
  for (const [id, original] of originals) {
    const translation = translations.get(id)
    if (translation?.type !== original.type)
      report(`The ${original.type} {#${id}} of the English text is missing: translate it under the same id.`)
    else if (original.type === 'question' && translation.type === 'question')
      agreeOnAnswers(original, translation, report)
  }
  for (const [id, block] of translations) {
    if (!originals.has(id))
      report(
        `The ${block.type} {#${id}} does not exist in the English text: use the English id, or add it there.`,
      )
  }
}

function agreeOnAnswers(
  original: Question & { id: string },
  translation: Question,
  report: (message: string) => void,
) {
  const same =
    original.options.length === translation.options.length &&
    original.options.every((option, index) => option.right === translation.options[index]?.right)
  if (!same) {
    report(
      `The question {#${original.id}} must have the same answers as in English, the right ones in the same places.`,
    )
    return
  }
  for (const [index, option] of translation.options.entries())
    option.id = original.options[index]?.id ?? option.id
}

function keptIn(blocks: Block[]): Kept[] {
  return blocks.flatMap((block) => {
    const inner = blocksIn(block).flatMap(keptIn)
    return block.type === 'question' || block.type === 'task' || block.type === 'reflection'
      ? [block, ...inner]
      : inner
  })
}
