import type { Course } from '#domain/works/index.ts'
import { useReader } from '../reader.tsx'
import { fill } from '../say.ts'

/** How many lessons of today's edition are completed, in words and as a bar. */
export function ProgressBar(props: { course: Pick<Course, 'weeks'>; completed: string[] }) {
  const { words } = useReader()
  const lessons = () => props.course.weeks.flatMap((week) => week.lessons.map((lesson) => lesson.slug))
  const done = () => lessons().filter((slug) => props.completed.includes(slug)).length
  const all = () => lessons().length
  const text = () =>
    done() === all() ? words.courses.finished : fill(words.courses.progress, { done: done(), all: all() })
  return (
    <p class="progress">
      <progress value={done()} max={all()} aria-label={text()} />
      <span>{text()}</span>
    </p>
  )
}
