import type { JSX } from 'solid-js'
import { EmptyShelf } from './drawings/index.ts'

/** What stands where a list would be: why it is empty and where to go on. */
export function Empty(props: {
  text: string
  hint: string
  action: { href: string; name: string }
  children?: JSX.Element
}) {
  return (
    <div class="empty">
      <EmptyShelf />
      <p>{props.text}</p>
      <p>{props.hint}</p>
      <a class="button-quiet" href={props.action.href}>
        {props.action.name}
      </a>
    </div>
  )
}
