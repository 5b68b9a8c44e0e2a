import { For } from 'solid-js'
import { useReader } from '../reader.tsx'

interface Step {
  href: string
  name: string
  /** Where the name is in another language than the page. */
  lang?: string | undefined
}

/** The way to this page; the page itself is the last step and no link. */
export function Breadcrumbs(props: { steps: Step[]; here: string; lang?: string | undefined }) {
  const reader = useReader()
  return (
    <nav class="breadcrumbs" aria-label={reader.words.shell.youAreHere}>
      <ol>
        <For each={props.steps}>
          {(step) => (
            <li>
              <a href={step.href} lang={step.lang}>
                {step.name}
              </a>
            </li>
          )}
        </For>
        <li aria-current="page" lang={props.lang}>
          {props.here}
        </li>
      </ol>
    </nav>
  )
}
