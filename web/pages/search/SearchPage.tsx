import { For, Show } from 'solid-js'
import type { Found } from '#domain/catalogue/index.ts'
import { langOf } from '../../parts/LanguageNote.tsx'
import { workPath } from '../../paths.ts'
import { useReader } from '../../reader.tsx'
import { count, fill } from '../../say.ts'

export function SearchPage(props: { query: string; found: Found[] }) {
  const { language, paths, words } = useReader()
  const kind = (work: string) => words.search.kinds[work.split('/')[0] as keyof typeof words.search.kinds] // works begin with their kind
  return (
    <main class="page narrow" id="main" tabindex="-1">
      <header class="page-head">
        <h1>{words.search.title}</h1>
      </header>
      <form class="search" role="search" method="get" action={paths.search}>
        <label for="q">{words.search.label}</label>
        <input type="search" id="q" name="q" value={props.query} maxlength="200" />
        <button class="button" type="submit">
          {words.search.button}
        </button>
      </form>
      <Show when={props.query} fallback={<p>{words.search.hint}</p>}>
        <p role="status">
          {props.found.length > 0
            ? count(language, words.search.results, props.found.length)
            : fill(words.search.none, { query: props.query })}
        </p>
        <Show when={props.found.length === 0}>
          <p>{words.search.noneHint}</p>
        </Show>
        <ol class="results">
          <For each={props.found}>
            {(page) => (
              <li>
                <h2 lang={langOf(page.language, language)}>
                  <a href={workPath(paths, page.work, page.path)}>{page.title}</a>
                </h2>
                <p class="meta">
                  <span>{kind(page.work)}</span>
                  <Show when={page.path.endsWith('/plan')}>
                    <span>{words.curriculum.plan}</span>
                  </Show>
                </p>
                <p lang={langOf(page.language, language)}>{page.summary}</p>
              </li>
            )}
          </For>
        </ol>
      </Show>
    </main>
  )
}
