// One hand for all drawings: a line of the same weight at every size, and one tint that lies a little beside its
// outline, as in a print of two colours. Everything is said in words beside it, so it is hidden from screen readers.
import type { JSX } from 'solid-js'

export function Drawing(props: { size?: string; children: JSX.Element }) {
  return (
    <svg
      class="drawing"
      viewBox={`0 0 ${props.size ?? '96 96'}`}
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {props.children}
    </svg>
  )
}
