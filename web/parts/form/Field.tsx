// One field of a form: label above, hint, the message when something is not right, and what was typed.
import { Show } from 'solid-js'
import { useReader } from '../../reader.tsx'
import { Icon } from '../icons.tsx'
import type { FormState } from './state.ts'

interface FieldProps {
  name: string
  label: string
  type?: 'text' | 'email' | 'password'
  hint?: string
  autocomplete: string
  form: FormState
}

export function Field(props: FieldProps) {
  const reader = useReader()
  const fault = () => props.form.faults[props.name]
  const described = () =>
    [props.hint && `${props.name}-hint`, fault() && `${props.name}-error`].filter(Boolean).join(' ') ||
    undefined
  return (
    <div class="field" data-invalid={fault() ? '' : undefined}>
      <label for={props.name}>{props.label}</label>
      <Show when={props.hint}>
        <p class="hint" id={`${props.name}-hint`}>
          {props.hint}
        </p>
      </Show>
      <Show when={fault()}>
        {(reason) => (
          <p class="field-error" id={`${props.name}-error`}>
            <Icon name="warning" /> {reader.words.refusals[reason()]}
          </p>
        )}
      </Show>
      <input
        id={props.name}
        name={props.name}
        type={props.type ?? 'text'}
        value={props.type === 'password' ? '' : (props.form.typed[props.name] ?? '')}
        autocomplete={props.autocomplete}
        required
        aria-describedby={described()}
        aria-invalid={fault() ? 'true' : undefined}
      />
    </div>
  )
}
