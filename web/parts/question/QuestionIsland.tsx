// The place of a self-check on a page: rendered here, taken over in the browser by web/hydrate.ts.

import type { Component } from 'solid-js'
import type { Block, Inline } from '#domain/works/block.ts'
import { useReader } from '../../reader.tsx'
import { Inlines } from '../blocks/Inlines.tsx'
import { useBlocks } from '../blocks/surroundings.tsx'
import { Island, still } from '../island.tsx'
import { Question } from './Question.tsx'

type Renderer = Component<{ of: Block[] }>

/** `blocks` renders what stands inside of the question; it is given, since it renders questions itself. */
export function QuestionIsland(props: { block: Extract<Block, { type: 'question' }>; blocks: Renderer }) {
  const { words } = useReader()
  const { answers } = useBlocks()
  const { id, several, prompt, options } = props.block
  const Inner = props.blocks
  const { check, chooseOne, chooseSeveral, chooseFirst, right, wrong, alsoRight } = words.content
  const others = Object.entries(answers).flatMap(([question, chosen]) =>
    question === id ? [] : chosen.map((option): [string, string] => [question, option]),
  )
  return (
    <Island
      name="question"
      id={id}
      of={Question}
      props={{
        id,
        several,
        prompt: oneLine(prompt) ?? still(() => <Inner of={prompt} />),
        options: options.map((option) => ({
          id: option.id,
          right: option.right,
          text: still(() => <Inlines of={option.text} />),
          feedback: still(() => <Inner of={option.feedback} />),
        })),
        chosen: answers[id] ?? [],
        others,
        words: { check, chooseOne, chooseSeveral, chooseFirst, right, wrong, alsoRight },
      }}
    />
  )
}

/** A prompt that is one line of text needs no paragraph inside its legend. */
function oneLine(prompt: Block[]): string | undefined {
  const [first, ...rest] = prompt
  const inlines: Inline[] | undefined = first?.type === 'text' && rest.length === 0 ? first.text : undefined
  return inlines && still(() => <Inlines of={inlines} />)
}
