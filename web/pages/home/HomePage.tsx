import { For, Show } from 'solid-js'
import type { CourseFace, CurriculumFace, Language, ToolFace } from '#domain/works/index.ts'
import { HomeWindows } from '../../parts/drawings/index.ts'
import { langOf } from '../../parts/LanguageNote.tsx'
import { ToolCard } from '../../parts/ToolCard.tsx'
import { CourseRow, CurriculumRow } from '../../parts/WorkRow.tsx'
import { useReader } from '../../reader.tsx'
import { count, fill } from '../../say.ts'

export interface HomeProps {
  courses: CourseFace[]
  tools: ToolFace[]
  curricula: CurriculumFace[]
  /** Where the learner stopped, if they did. */
  goOn: { href: string; lesson: string } | undefined
}

export function HomePage(props: HomeProps) {
  const { language, paths, tenant, words } = useReader()
  const spoken = () => [language, 'en'].find((one) => tenant?.words[one]) as Language | undefined // the page's, or English
  const own = () => tenant?.words[spoken() ?? '']
  const lang = () => langOf(spoken() ?? language, language)
  return (
    <main class="page" id="main" tabindex="-1">
      <section class="opening">
        <div>
          <h1 lang={lang()}>{own()?.tagline ?? tenant?.name}</h1>
          <Show when={own()?.welcome}>
            {(text) => (
              <p class="lede" lang={lang()}>
                {text()}
              </p>
            )}
          </Show>
          <p class="actions">
            <Show
              when={props.goOn}
              fallback={
                <a class="button" href={props.courses.length > 0 ? paths.courses : paths.toolbox}>
                  {props.courses.length > 0 ? words.home.startCourse : words.home.openToolbox}
                </a>
              }
            >
              {(place) => (
                <a class="button" href={place().href}>
                  {fill(words.home.continue, place())}
                </a>
              )}
            </Show>
            <Show when={props.courses.length > 0 && props.tools.length > 0}>
              <a class="button-quiet" href={paths.toolbox}>
                {words.home.openToolbox}
              </a>
            </Show>
          </p>
        </div>
        <HomeWindows />
      </section>
      <Show when={props.courses.length > 0}>
        <section class="section">
          <header class="section-head">
            <h2>{words.home.coursesTitle}</h2>
            <a href={paths.courses}>{words.home.allCourses}</a>
          </header>
          <p>{words.home.coursesIntro}</p>
          <ol class="work-list lead">
            <For each={props.courses.slice(0, 3)}>{(face) => <CourseRow face={face} title="h3" />}</For>
          </ol>
        </section>
      </Show>
      <Show when={props.tools.length > 0}>
        <section class="section">
          <header class="section-head">
            <h2>{words.home.toolboxTitle}</h2>
            <a href={paths.toolbox}>{count(language, words.home.allCards, props.tools.length)}</a>
          </header>
          <p>{words.home.toolboxIntro}</p>
          <ul class="tool-list">
            <For each={props.tools.slice(0, 3)}>
              {(face) => (
                <li>
                  <ToolCard face={face} />
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
      <Show when={props.curricula.length > 0}>
        <section class="section">
          <header class="section-head">
            <h2>{words.home.curriculumTitle}</h2>
            <a href={paths.curricula}>{words.home.allCurriculum}</a>
          </header>
          <p>{words.home.curriculumIntro}</p>
          <ol class="work-list">
            <For each={props.curricula}>{(face) => <CurriculumRow face={face} title="h3" />}</For>
          </ol>
        </section>
      </Show>
    </main>
  )
}
