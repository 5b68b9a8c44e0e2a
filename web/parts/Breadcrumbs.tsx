import { For } from 'solid-js'
import { useReader } from '../reader.tsx'

/** The way to this page; the page itself is the last step and no link. */
export function Breadcrumbs(props: { steps: { href: string; name: string }[]; here: string }) {
  const reader = useReader()
  return (
    <nav class="breadcrumbs" aria-label={reader.words.shell.youAreHere}>
      <ol>
        <For each={props.steps}>
          {(step) => (
            <li>
              <a href={step.href}>{step.name}</a>
            </li>
          )}
        </For>
        <li aria-current="page">{props.here}</li>
      </ol>
    </nav>
  )
}
