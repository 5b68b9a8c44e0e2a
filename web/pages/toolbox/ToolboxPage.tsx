import { For, Show } from 'solid-js'
import type { Need, ToolFace } from '#domain/works/index.ts'
import { Empty } from '../../parts/Empty.tsx'
import { ToolCard } from '../../parts/ToolCard.tsx'
import { useReader } from '../../reader.tsx'
import { count } from '../../say.ts'

export interface ToolboxProps {
  tools: ToolFace[]
  /** How many there are without the filter. */
  all: number
  filter: { phone: boolean; need: Need | undefined }
}

export function ToolboxPage(props: ToolboxProps) {
  const { language, paths, words } = useReader()
  const families = () => [...new Set(props.tools.map((tool) => tool.family))].sort()
  return (
    <main class="page" id="main" tabindex="-1">
      <header class="page-head">
        <h1>{words.toolbox.title}</h1>
        <p class="lede">{words.toolbox.intro}</p>
      </header>
      <Show
        when={props.all > 0}
        fallback={
          <Empty
            text={words.toolbox.empty}
            hint={words.toolbox.emptyHint}
            action={{ href: paths.courses, name: words.courses.title }}
          />
        }
      >
        <Filter filter={props.filter} />
        <p role="status">{count(language, words.toolbox.shown, props.tools.length)}</p>
        <Show
          when={props.tools.length > 0}
          fallback={
            <Empty
              text={words.toolbox.nothing}
              hint=""
              action={{ href: paths.toolbox, name: words.toolbox.all }}
            />
          }
        >
          <For each={families()}>
            {(family) => (
              <section class="section">
                <header class="section-head">
                  <h2>{words.toolbox.families[family]}</h2>
                </header>
                <ul class="tool-list">
                  <For each={props.tools.filter((tool) => tool.family === family)}>
                    {(face) => (
                      <li>
                        <ToolCard face={face} />
                      </li>
                    )}
                  </For>
                </ul>
              </section>
            )}
          </For>
        </Show>
      </Show>
    </main>
  )
}

function Filter(props: { filter: ToolboxProps['filter'] }) {
  const { paths, words } = useReader()
  return (
    <form class="filters" method="get" action={paths.toolbox}>
      <label class="choice">
        <input type="checkbox" name="phone" value="1" checked={props.filter.phone} />
        <span>{words.toolbox.phoneOnly}</span>
      </label>
      <div class="field">
        <label for="need">{words.toolbox.need}</label>
        <select id="need" name="need">
          <option value="">{words.toolbox.anyNeed}</option>
          <For each={Object.entries(words.toolbox.needs)}>
            {([need, name]) => (
              <option value={need} selected={need === props.filter.need}>
                {name}
              </option>
            )}
          </For>
        </select>
      </div>
      <button class="button-quiet" type="submit">
        {words.toolbox.show}
      </button>
    </form>
  )
}
