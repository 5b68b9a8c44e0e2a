// What a learner does with a course. Each verb is one request beside the catalogue and the manifest, which are cached.

import { and, eq, sql } from 'drizzle-orm'
import { completions, enrolments, places } from '#schema/tenant/tables.ts'
import { find } from '../catalogue/index.ts'
import { Refusal } from '../refusal.ts'
import { personIn, recordIfChanged, type Scope } from '../scope.ts'
import { type Course, manifest } from '../works/index.ts'

/** Enrols in a course of this catalogue. Enrolled already: nothing changes. */
export async function enrol(scope: Scope, slug: string) {
  const person = personIn(scope)
  const { work } = await find(scope, 'course', slug)
  await scope.db.batch([
    scope.db.insert(enrolments).values({ person: person.id, work, at: scope.now }).onConflictDoNothing(),
    recordIfChanged(scope, 'course.enrolled', work),
  ])
}

/** Leaves a course; what was completed in it goes too. Not enrolled: nothing changes. */
export async function leave(scope: Scope, slug: string) {
  const person = personIn(scope)
  const { work } = await find(scope, 'course', slug)
  await scope.db.batch([
    scope.db.delete(enrolments).where(and(eq(enrolments.person, person.id), eq(enrolments.work, work))),
    recordIfChanged(scope, 'course.left', work),
  ])
}

/** Marks a lesson as completed, and enrols who was not yet. Answers the lesson that comes after it. */
export async function complete(scope: Scope, slug: string, lesson: string): Promise<string | undefined> {
  const person = personIn(scope)
  const { work, edition, lessons } = await lessonIn(scope, slug, lesson)
  const own = { person: person.id, work, at: scope.now }
  const next = lessons[lessons.indexOf(lesson) + 1]
  await scope.db.batch([
    scope.db.insert(enrolments).values(own).onConflictDoNothing(),
    recordIfChanged(scope, 'course.enrolled', work),
    scope.db
      .insert(completions)
      .values({ ...own, lesson, edition })
      .onConflictDoNothing(),
    recordIfChanged(scope, 'lesson.completed', work, { lesson }),
    scope.db
      .insert(places)
      .values({ ...own, lesson: next ?? lesson })
      .onConflictDoUpdate({
        target: [places.person, places.work],
        set: { lesson: sql`excluded.lesson`, at: scope.now },
      }),
  ])
  return next
}

/** Takes the mark back. Not completed: nothing changes. */
export async function reopen(scope: Scope, slug: string, lesson: string) {
  const person = personIn(scope)
  const { work } = await lessonIn(scope, slug, lesson)
  const mark = and(
    eq(completions.person, person.id),
    eq(completions.work, work),
    eq(completions.lesson, lesson),
  )
  await scope.db.batch([
    scope.db.delete(completions).where(mark),
    recordIfChanged(scope, 'lesson.reopened', work, { lesson }),
  ])
}

async function lessonIn(scope: Scope, slug: string, lesson: string) {
  const { work, edition } = await find(scope, 'course', slug)
  const lessons = lessonsOf((await manifest(scope.commons, edition))?.structure as Course) // find() answers a course
  if (!lessons.includes(lesson)) throw new Refusal('missing', 'noSuchPage')
  return { work, edition, lessons }
}

/** The slugs of all lessons of a course, in order. */
export const lessonsOf = (course: Course) =>
  course.weeks.flatMap((week) => week.lessons.map((lesson) => lesson.slug))
