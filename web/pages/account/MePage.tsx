import { For, Show } from 'solid-js'
import type { Progress } from '#domain/learning/index.ts'
import type { Course } from '#domain/works/index.ts'
import { Empty } from '../../parts/Empty.tsx'
import { ProgressBar } from '../../parts/ProgressBar.tsx'
import { useReader } from '../../reader.tsx'
import { day, fill, said, saidLang } from '../../say.ts'

export interface MyCourse {
  progress: Progress
  slug: string
  course: Course
  next: { slug: string; title: string }
}

export function MePage(props: { courses: MyCourse[] }) {
  const { language, paths, person, words } = useReader()
  return (
    <main class="page narrow" id="main" tabindex="-1">
      <header class="page-head">
        <h1>{fill(words.me.greeting, { name: person?.name ?? '' })}</h1>
      </header>
      <section class="section">
        <header class="section-head">
          <h2>{words.me.courses}</h2>
        </header>
        <Show
          when={props.courses.length > 0}
          fallback={
            <Empty
              text={words.me.none}
              hint={words.me.noneHint}
              action={{ href: paths.courses, name: words.me.choose }}
            />
          }
        >
          <ol class="work-list">
            <For each={props.courses}>
              {(mine) => (
                <li class="work-row">
                  <div>
                    <h3>
                      <a href={paths.course(mine.slug)} lang={saidLang(mine.course.said, language)}>
                        {said(mine.course.said, language).title}
                      </a>
                    </h3>
                    <p class="meta">
                      <span>{fill(words.me.since, { date: day(language, mine.progress.enrolled) })}</span>
                    </p>
                    <ProgressBar course={mine.course} completed={mine.progress.completed} />
                    <p class="actions">
                      <a class="button" href={paths.lesson(mine.slug, mine.next.slug)}>
                        {fill(words.me.goOn, { lesson: mine.next.title })}
                      </a>
                    </p>
                  </div>
                </li>
              )}
            </For>
          </ol>
        </Show>
      </section>
      <section class="section">
        <header class="section-head">
          <h2>{words.me.account}</h2>
        </header>
        <p>{fill(words.me.signedInAs, { name: person?.name ?? '', email: person?.email ?? '' })}</p>
        <form method="post" action={paths.signOut}>
          <button class="button-quiet" type="submit">
            {words.shell.signOut}
          </button>
        </form>
      </section>
    </main>
  )
}
