// Pages for what cannot be shown. They say what to do and nothing of what is behind.
import { type JSX, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { BrokenLine, ClosedHouse, MissingPage } from '../../parts/drawings/index.ts'
import { useReader } from '../../reader.tsx'

const DRAWINGS = { missing: MissingPage, closed: ClosedHouse, broken: BrokenLine }

export interface ErrorProps {
  drawing: keyof typeof DRAWINGS
  title: string
  text: string
  more?: string
  action?: { href: string; name: string }
}

export function ErrorPage(props: ErrorProps): JSX.Element {
  const { paths, words } = useReader()
  const action = () => props.action ?? { href: paths.home, name: words.errors.toHome }
  return (
    <main class="page error-page" id="main" tabindex="-1">
      <Dynamic component={DRAWINGS[props.drawing]} />
      <h1>{props.title}</h1>
      <p>{props.text}</p>
      <Show when={props.more}>
        <p>{props.more}</p>
      </Show>
      <p class="actions">
        <a class="button" href={action().href}>
          {action().name}
        </a>
      </p>
    </main>
  )
}
