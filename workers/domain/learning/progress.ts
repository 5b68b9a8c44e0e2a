// How far a learner is. Progress counts the lessons of today's edition: what was dropped from it does not count.

import { and, eq, sql } from 'drizzle-orm'
import { completions, enrolments, places } from '#schema/tenant/tables.ts'
import { personIn, type Scope } from '../scope.ts'

export interface Progress {
  work: string
  enrolled: number
  completed: string[]
  /** The lesson last open, if one was. */
  place: string | undefined
}

/** The person's courses, the one last worked on first. One request. */
export async function mine(scope: Scope): Promise<Progress[]> {
  const { id } = personIn(scope)
  const [courses, done] = await scope.db.batch([
    scope.db
      .select({ work: enrolments.work, enrolled: enrolments.at, place: places.lesson, at: places.at })
      .from(enrolments)
      .leftJoin(places, and(eq(places.person, enrolments.person), eq(places.work, enrolments.work)))
      .where(eq(enrolments.person, id)),
    scope.db
      .select({ work: completions.work, lesson: completions.lesson })
      .from(completions)
      .where(eq(completions.person, id)),
  ])
  return courses
    .sort((a, b) => (b.at ?? b.enrolled) - (a.at ?? a.enrolled))
    .map(({ work, enrolled, place }) => ({
      work,
      enrolled,
      place: place ?? undefined,
      completed: done.filter((row) => row.work === work).map((row) => row.lesson),
    }))
}

/**
 * The person's progress in one course, or undefined when they are not enrolled. With a lesson, that becomes the place
 * they are offered on their return. One request.
 */
export async function progressIn(scope: Scope, work: string, lesson?: string): Promise<Progress | undefined> {
  const { id } = personIn(scope)
  const own = and(eq(enrolments.person, id), eq(enrolments.work, work))
  const read = [
    scope.db
      .select({ enrolled: enrolments.at, place: places.lesson })
      .from(enrolments)
      .leftJoin(places, and(eq(places.person, enrolments.person), eq(places.work, enrolments.work)))
      .where(own),
    scope.db
      .select({ lesson: completions.lesson })
      .from(completions)
      .where(and(eq(completions.person, id), eq(completions.work, work))),
  ] as const
  const [[row], done] = lesson
    ? await scope.db.batch([keepPlace(scope, id, work, lesson), ...read]).then(([, ...rest]) => rest)
    : await scope.db.batch(read)
  if (!row) return undefined
  return {
    work,
    enrolled: row.enrolled,
    place: row.place ?? undefined,
    completed: done.map((one) => one.lesson),
  }
}

/** Keeps the place of an enrolled person; of anybody else nothing is kept. */
const keepPlace = (scope: Scope, person: string, work: string, lesson: string) =>
  scope.db.run(sql`insert into ${places} (person, work, lesson, at)
    select person, work, ${lesson}, ${scope.now} from ${enrolments} where person = ${person} and work = ${work}
    on conflict (person, work) do update set lesson = excluded.lesson, at = excluded.at`)
