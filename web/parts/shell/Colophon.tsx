import { Show } from 'solid-js'
import { useReader } from '../../reader.tsx'

export function Colophon() {
  const reader = useReader()
  const words = reader.words.shell
  return (
    <footer class="colophon">
      <Show when={reader.tenant}>
        {(tenant) => (
          <nav aria-label={tenant().name}>
            <ul>
              <li>
                <a href={tenant().website}>{words.website}</a>
              </li>
              <li>
                <a href={reader.platform}>{words.platform}</a>
              </li>
            </ul>
          </nav>
        )}
      </Show>
      <p>{words.openContent}</p>
      <Show when={reader.demonstration}>
        <p>{reader.tenant ? words.demonstration : reader.words.platform.demonstration}</p>
      </Show>
    </footer>
  )
}
