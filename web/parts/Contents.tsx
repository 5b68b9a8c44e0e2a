import { For, Show } from 'solid-js'
import type { Block } from '#domain/works/index.ts'
import { useReader } from '../reader.tsx'
import { Inlines } from './blocks/Inlines.tsx'

/** The sections of a long text, as links. A text of fewer than three has none. */
export function Contents(props: { of: Block[]; lang: string | undefined }) {
  const { words } = useReader()
  const headings = () =>
    props.of.flatMap((block) => (block.type === 'heading' && block.level === 2 ? [block] : []))
  return (
    <Show when={headings().length > 2}>
      <nav class="contents" aria-labelledby="on-this-page">
        <h2 id="on-this-page">{words.content.onThisPage}</h2>
        <ol lang={props.lang}>
          <For each={headings()}>
            {(heading) => (
              <li>
                <a href={`#${heading.id}`}>
                  <Inlines of={heading.text} />
                </a>
              </li>
            )}
          </For>
        </ol>
      </nav>
    </Show>
  )
}
