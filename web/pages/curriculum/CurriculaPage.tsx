import { For, Show } from 'solid-js'
import type { CurriculumFace } from '#domain/works/index.ts'
import { Empty } from '../../parts/Empty.tsx'
import { CurriculumRow } from '../../parts/WorkRow.tsx'
import { useReader } from '../../reader.tsx'

export function CurriculaPage(props: { curricula: CurriculumFace[] }) {
  const { paths, words } = useReader()
  return (
    <main class="page" id="main" tabindex="-1">
      <header class="page-head">
        <h1>{words.curriculum.title}</h1>
        <p class="lede">{words.curriculum.intro}</p>
      </header>
      <Show
        when={props.curricula.length > 0}
        fallback={
          <Empty
            text={words.curriculum.empty}
            hint={words.curriculum.emptyHint}
            action={{ href: paths.courses, name: words.courses.title }}
          />
        }
      >
        <ol class="work-list">
          <For each={props.curricula}>{(face) => <CurriculumRow face={face} title="h2" />}</For>
        </ol>
      </Show>
    </main>
  )
}
