import { For, Show } from 'solid-js'
import type { Progress } from '#domain/learning/index.ts'
import type { Course, Manifest, Part } from '#domain/works/index.ts'
import { Breadcrumbs } from '../../parts/Breadcrumbs.tsx'
import { Blocks } from '../../parts/blocks/Blocks.tsx'
import { type BlockSurroundings, BlocksSurrounded } from '../../parts/blocks/surroundings.tsx'
import { CourseFoundations } from '../../parts/drawings/index.ts'
import { LanguageNote, langOf } from '../../parts/LanguageNote.tsx'
import { Licence } from '../../parts/Licence.tsx'
import { Outline } from '../../parts/Outline.tsx'
import { ProgressBar } from '../../parts/ProgressBar.tsx'
import { CourseMeta } from '../../parts/WorkRow.tsx'
import { useReader } from '../../reader.tsx'
import { fill, said, saidLang } from '../../say.ts'

export interface CourseProps {
  slug: string
  manifest: Manifest
  course: Course
  part: Part
  surroundings: BlockSurroundings
  /** Of a signed-in, enrolled learner. */
  progress: Progress | undefined
  /** The lesson to go on with, or to start with. */
  next: { slug: string; title: string }
  left: boolean
}

export function CoursePage(props: CourseProps) {
  const { language, paths, words } = useReader()
  const about = () => said(props.course.said, language)
  const lang = () => langOf(props.part.language, language)
  return (
    <main class="page with-aside" id="main" tabindex="-1">
      <article>
        <header class="page-head">
          <Breadcrumbs
            steps={[{ href: paths.courses, name: words.courses.title }]}
            here={about().title}
            lang={saidLang(props.course.said, language)}
          />
          <LanguageNote language={props.part.language} />
          <h1 lang={lang()}>{about().title}</h1>
          <p class="lede" lang={lang()}>
            {about().summary}
          </p>
          <CourseMeta
            hours={props.course.hours}
            weeks={props.course.weeks.length}
            plannedWeeks={props.course.plannedWeeks}
            words={words.courses}
            language={language}
          />
          <CourseFoundations />
          <Show when={props.left}>
            <div class="notice" data-kind="ok" role="status">
              <p>{words.courses.left}</p>
            </div>
          </Show>
          <Enrolment {...props} />
        </header>
        <div class="prose" lang={lang()}>
          <h2 lang={language}>{words.courses.forWhom}</h2>
          <p>{said(props.course.audience, language).text}</p>
          <h2 lang={language}>{words.courses.outcomes}</h2>
          <ul>
            <For each={said(props.course.outcomes, language).list}>{(outcome) => <li>{outcome}</li>}</For>
          </ul>
          <h2 lang={language}>{words.courses.about}</h2>
          <BlocksSurrounded value={props.surroundings}>
            <Blocks of={props.part.blocks} />
          </BlocksSurrounded>
        </div>
        <Licence manifest={props.manifest} title={about().title} />
      </article>
      <aside>
        <h2>{words.courses.outline}</h2>
        <Outline
          slug={props.slug}
          course={props.course}
          completed={props.progress?.completed ?? []}
          here={undefined}
        />
      </aside>
    </main>
  )
}

function Enrolment(props: CourseProps) {
  const { paths, person, words } = useReader()
  const first = () => paths.lesson(props.slug, props.next.slug)
  return (
    <>
      <Show when={props.progress}>
        {(progress) => <ProgressBar course={props.course} completed={progress().completed} />}
      </Show>
      <div class="actions">
        <Show
          when={props.progress}
          fallback={
            <>
              <Show when={person}>
                <form method="post" action={paths.enrolment(props.slug)}>
                  <button class="button" type="submit">
                    {words.courses.enrol}
                  </button>
                </form>
              </Show>
              <a class={person ? 'button-quiet' : 'button'} href={first()}>
                {words.courses.start}
              </a>
            </>
          }
        >
          <a class="button" href={first()}>
            {fill(words.courses.goOn, { lesson: props.next.title })}
          </a>
        </Show>
      </div>
      <Show
        when={props.progress}
        fallback={
          <p>
            {person ? words.courses.enrolHint : words.courses.readFreely}{' '}
            <Show when={!person}>
              <a href={`${paths.signIn}?to=${paths.course(props.slug)}`}>{words.courses.enrolWithAccount}</a>
            </Show>
          </p>
        }
      >
        <details>
          <summary>{words.courses.leave}</summary>
          <p>{words.courses.leaveConfirm}</p>
          <form method="post" action={paths.leaving(props.slug)}>
            <button class="button-quiet" type="submit">
              {words.courses.leave}
            </button>
          </form>
        </details>
      </Show>
    </>
  )
}
