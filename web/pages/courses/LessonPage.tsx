import { Show } from 'solid-js'
import type { Progress } from '#domain/learning/index.ts'
import type { Course, LessonPlace, Manifest, Part } from '#domain/works/index.ts'
import { Breadcrumbs } from '../../parts/Breadcrumbs.tsx'
import { Blocks } from '../../parts/blocks/Blocks.tsx'
import { type BlockSurroundings, BlocksSurrounded } from '../../parts/blocks/surroundings.tsx'
import { Icon } from '../../parts/icons.tsx'
import { LanguageNote, langOf } from '../../parts/LanguageNote.tsx'
import { Licence } from '../../parts/Licence.tsx'
import { Outline } from '../../parts/Outline.tsx'
import { ProgressBar } from '../../parts/ProgressBar.tsx'
import { useReader } from '../../reader.tsx'
import { count, fill, said, saidLang } from '../../say.ts'

export interface LessonProps {
  slug: string
  manifest: Manifest
  course: Course
  lesson: LessonPlace
  part: Part
  progress: Progress | undefined
  surroundings: BlockSurroundings
}

export function LessonPage(props: LessonProps) {
  const { language, paths, words } = useReader()
  const lang = () => langOf(props.part.language, language)
  const title = () => said(props.course.said, language).title
  const titleLang = () => saidLang(props.course.said, language)
  const lessons = () => props.course.weeks.flatMap((week) => week.lessons)
  const at = () => lessons().findIndex((lesson) => lesson.slug === props.lesson.slug)
  const steps = () => [
    { href: paths.courses, name: words.courses.title },
    { href: paths.course(props.slug), name: title(), lang: titleLang() },
  ]
  return (
    <main class="page with-aside" id="main" tabindex="-1">
      <article>
        <header class="page-head">
          <Breadcrumbs steps={steps()} here={props.part.title} lang={lang()} />
          <LanguageNote language={props.part.language} />
          <p class="meta">
            <span>{fill(words.lesson.position, { number: at() + 1, all: lessons().length })}</span>
            <span>{words.courses.kinds[props.lesson.kind]}</span>
            <span>{count(language, words.courses.minutes, props.lesson.minutes)}</span>
          </p>
          <h1 lang={lang()}>{props.part.title}</h1>
          <p class="lede" lang={lang()}>
            {props.part.summary}
          </p>
        </header>
        <div class="prose" lang={lang()}>
          <BlocksSurrounded value={props.surroundings}>
            <Blocks of={props.part.blocks} under="h1" />
          </BlocksSurrounded>
        </div>
        <Completion {...props} />
        <Neighbours slug={props.slug} previous={lessons()[at() - 1]} next={lessons()[at() + 1]} />
        <Licence manifest={props.manifest} title={props.part.title} />
      </article>
      <aside>
        <h2>
          <a href={paths.course(props.slug)} lang={titleLang()}>
            {title()}
          </a>
        </h2>
        <Show when={props.progress}>
          {(progress) => <ProgressBar course={props.course} completed={progress().completed} />}
        </Show>
        <Outline
          slug={props.slug}
          course={props.course}
          completed={props.progress?.completed ?? []}
          here={props.lesson.slug}
        />
      </aside>
    </main>
  )
}

function Completion(props: Pick<LessonProps, 'slug' | 'lesson' | 'progress'>) {
  const { path, paths, person, words } = useReader()
  const done = () => props.progress?.completed.includes(props.lesson.slug)
  return (
    <Show
      when={person}
      fallback={
        <p>
          <a href={`${paths.signIn}?to=${path}`}>{words.lesson.signInToKeep}</a>
        </p>
      }
    >
      <Show
        when={done()}
        fallback={
          <form class="actions" method="post" action={paths.completion(props.slug, props.lesson.slug)}>
            <button class="button" type="submit">
              <Icon name="check" /> {words.lesson.complete}
            </button>
          </form>
        }
      >
        <form class="actions" method="post" action={paths.reopening(props.slug, props.lesson.slug)}>
          <span class="state" data-state="done">
            <Icon name="check" /> {words.lesson.completed}
          </span>
          <button class="button-plain" type="submit">
            {words.lesson.reopen}
          </button>
        </form>
      </Show>
    </Show>
  )
}

function Neighbours(props: {
  slug: string
  previous: LessonPlace | undefined
  next: LessonPlace | undefined
}) {
  const { language, paths, words } = useReader()
  return (
    <nav class="lesson-nav" aria-label={`${words.lesson.previous}, ${words.lesson.next}`}>
      <Show when={props.previous}>
        {(lesson) => (
          <a rel="prev" href={paths.lesson(props.slug, lesson().slug)}>
            <small>
              <Icon name="arrow-left" /> {words.lesson.previous}
            </small>
            <span lang={saidLang(lesson().said, language)}>{said(lesson().said, language).title}</span>
          </a>
        )}
      </Show>
      <Show
        when={props.next}
        fallback={
          <a rel="up" href={paths.course(props.slug)}>
            <span>{words.lesson.backToCourse}</span>
          </a>
        }
      >
        {(lesson) => (
          <a rel="next" href={paths.lesson(props.slug, lesson().slug)}>
            <small>
              {words.lesson.next} <Icon name="arrow-right" />
            </small>
            <span lang={saidLang(lesson().said, language)}>{said(lesson().said, language).title}</span>
          </a>
        )}
      </Show>
    </nav>
  )
}
