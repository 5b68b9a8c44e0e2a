import { For, Show } from 'solid-js'
import { useReader } from '../../reader.tsx'
import type { FormState } from './state.ts'

/** All that is wrong, above the form, each leading to its field. The page opens here, also without scripts. */
export function ErrorSummary(props: { form: FormState }) {
  const reader = useReader()
  const faults = () => Object.entries(props.form.faults)
  return (
    <Show when={props.form.fault ?? faults().length > 0}>
      <div class="error-summary" role="alert" tabindex="-1" id="errors" autofocus>
        <h2>{reader.words.errors.summary}</h2>
        <Show when={props.form.fault}>{(reason) => <p>{reader.words.refusals[reason()]}</p>}</Show>
        <ul>
          <For each={faults()}>
            {([field, reason]) => (
              <li>
                <a href={`#${field}`}>{reader.words.refusals[reason]}</a>
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  )
}
