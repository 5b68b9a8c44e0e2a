// Which lesson to offer next.
import type { Progress } from '#domain/learning/index.ts'
import type { Course, LessonPlace } from '#domain/works/index.ts'

/** The lesson where the learner stopped; when that one is completed, the first open one; at the end the first. */
export function nextLesson(
  course: Course,
  progress?: Pick<Progress, 'place' | 'completed'>,
): LessonPlace | undefined {
  const lessons = course.weeks.flatMap((week) => week.lessons)
  const open = lessons.filter((lesson) => !progress?.completed.includes(lesson.slug))
  return open.find((lesson) => lesson.slug === progress?.place) ?? open[0] ?? lessons[0]
}
