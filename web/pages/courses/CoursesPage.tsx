import { For, Show } from 'solid-js'
import type { CourseFace } from '#domain/works/index.ts'
import { Empty } from '../../parts/Empty.tsx'
import { CourseRow } from '../../parts/WorkRow.tsx'
import { useReader } from '../../reader.tsx'

export function CoursesPage(props: { courses: CourseFace[] }) {
  const { paths, words } = useReader()
  return (
    <main class="page" id="main" tabindex="-1">
      <header class="page-head">
        <h1>{words.courses.title}</h1>
        <p class="lede">{words.courses.intro}</p>
      </header>
      <Show
        when={props.courses.length > 0}
        fallback={
          <Empty
            text={words.courses.empty}
            hint={words.courses.emptyHint}
            action={{ href: paths.toolbox, name: words.home.openToolbox }}
          />
        }
      >
        <ol class="work-list">
          <For each={props.courses}>{(face) => <CourseRow face={face} title="h2" />}</For>
        </ol>
      </Show>
    </main>
  )
}
