// A self-check. Without scripts its form is sent and the page comes back with the feedback; with them it answers at once.

import { createSignal, For, Show } from 'solid-js'
import type { Words } from '#content/words/words.ts'
import { Icon } from '../icons.tsx'

export interface QuestionProps {
  id: string
  prompt: string
  several: boolean
  options: { id: string; text: string; right: boolean; feedback: string }[]
  chosen: string[]
  /** Answers to other questions of the page, so that sending this form keeps them. */
  others: [string, string][]
  words: Pick<
    Words['content'],
    'check' | 'chooseOne' | 'chooseSeveral' | 'chooseFirst' | 'right' | 'wrong' | 'alsoRight'
  >
}

export function Question(props: QuestionProps) {
  const [chosen, choose] = createSignal(props.chosen)
  const [shown, show] = createSignal(props.chosen)
  const [missing, miss] = createSignal(false)

  const pick = (event: { currentTarget: HTMLFormElement }) =>
    choose(
      new FormData(event.currentTarget)
        .getAll(props.id)
        .map((option) => (typeof option === 'string' ? option : '')),
    )
  const check = (event: Event) => {
    event.preventDefault()
    show(chosen())
    miss(chosen().length === 0)
  }
  return (
    <form class="question-form" method="get" action={`#${props.id}`} onInput={pick} onSubmit={check}>
      <For each={props.others}>{([name, value]) => <input type="hidden" name={name} value={value} />}</For>
      <fieldset class="question" id={props.id}>
        <legend>
          <div class="prompt" innerHTML={props.prompt} />
        </legend>
        <p class="hint">{props.several ? props.words.chooseSeveral : props.words.chooseOne}</p>
        <For each={props.options}>
          {(option) => (
            <>
              <label class="option">
                <input
                  type={props.several ? 'checkbox' : 'radio'}
                  name={props.id}
                  value={option.id}
                  checked={props.chosen.includes(option.id)}
                />
                <span innerHTML={option.text} />
              </label>
              <div role="status">
                <Show when={told(props, shown(), option.id)}>
                  <div class="feedback" data-right={option.right ? 'true' : 'false'}>
                    <Icon name={option.right ? 'check' : 'x'} />
                    <p>
                      <strong>{verdict(props, shown(), option)}.</strong>
                    </p>
                    <div innerHTML={option.feedback} />
                  </div>
                </Show>
              </div>
            </>
          )}
        </For>
        <p role="status">{missing() ? props.words.chooseFirst : ''}</p>
        <button class="button-quiet" type="submit">
          {props.words.check}
        </button>
      </fieldset>
    </form>
  )
}

/** Feedback stands at what was chosen; with several right answers also at those that were passed over. */
function told(props: QuestionProps, shown: string[], option: string): boolean {
  const right = props.options.some(({ id, right }) => id === option && right)
  return shown.includes(option) || (props.several && shown.length > 0 && right)
}

function verdict({ words }: QuestionProps, shown: string[], option: { id: string; right: boolean }): string {
  if (!option.right) return words.wrong
  return shown.includes(option.id) ? words.right : words.alsoRight
}
