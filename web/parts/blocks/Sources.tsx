import { For, Show } from 'solid-js'
import type { Source } from '#domain/works/block.ts'
import { useReader } from '../../reader.tsx'

export function Sources(props: { of: Source[] }) {
  const { words } = useReader()
  const address = (source: Source) => source.url ?? (source.doi ? `https://doi.org/${source.doi}` : undefined)
  return (
    <section class="sources">
      <h2 id="sources">{words.content.sources}</h2>
      <ol>
        <For each={props.of}>
          {(source) => (
            <li id={`source-${source.key}`}>
              {source.authors} ({source.year}). <cite>{source.title}</cite>
              {source.in ? `, ${source.in}` : ''}.{' '}
              <Show when={address(source)}>
                {(href) => (
                  <a href={href()} data-shortened={shortened(href()).endsWith('…') ? '' : undefined}>
                    {shortened(href())}
                  </a>
                )}
              </Show>{' '}
              {words.content.readHow[source.read]}
            </li>
          )}
        </For>
      </ol>
    </section>
  )
}

/** A web address without its scheme, and without the tail of a very long one. */
const shortened = (href: string) => {
  const plain = href.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
  return plain.length > 60 ? `${plain.slice(0, 57)}…` : plain
}
