import { For, Show } from 'solid-js'
import type { Course } from '#domain/works/index.ts'
import { useReader } from '../reader.tsx'
import { count, fill, said, saidLang } from '../say.ts'
import { Icon } from './icons.tsx'

/** Weeks and lessons of a course; what is completed and where one is, in words. */
export function Outline(props: {
  slug: string
  course: Course
  completed: string[]
  here: string | undefined
}) {
  const { language, paths, words } = useReader()
  const state = (lesson: string) => {
    if (lesson === props.here) return 'here'
    return props.completed.includes(lesson) ? 'done' : 'open'
  }
  return (
    <nav class="outline" aria-label={words.courses.outline}>
      <ol>
        <For each={props.course.weeks}>
          {(week, at) => (
            <li>
              <h3>
                {fill(words.courses.week, { number: at() + 1 })} ·{' '}
                <span lang={saidLang(week.said, language)}>{said(week.said, language).title}</span>
              </h3>
              <ol>
                <For each={week.lessons}>
                  {(lesson) => (
                    <li data-state={state(lesson.slug)}>
                      <a
                        href={paths.lesson(props.slug, lesson.slug)}
                        aria-current={lesson.slug === props.here ? 'page' : undefined}
                      >
                        <span lang={saidLang(lesson.said, language)}>
                          {said(lesson.said, language).title}
                        </span>{' '}
                        <small>
                          {words.courses.kinds[lesson.kind]},{' '}
                          {count(language, words.courses.minutes, lesson.minutes)}
                        </small>
                      </a>
                      <Show when={state(lesson.slug) !== 'open'}>
                        <span class="state" data-state={state(lesson.slug)}>
                          <Icon name={state(lesson.slug) === 'done' ? 'check' : 'arrow-right'} />{' '}
                          {words.courses.state[state(lesson.slug)]}
                        </span>
                      </Show>
                    </li>
                  )}
                </For>
              </ol>
            </li>
          )}
        </For>
      </ol>
    </nav>
  )
}
