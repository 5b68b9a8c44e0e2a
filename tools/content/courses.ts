// content/moocs: courses with weeks and lessons.
import type { InferOutput } from 'valibot'
import type { LessonPlace, WeekPlace } from '#domain/works/manifest.ts'
import { type Build, type Draft, keepPart } from './build.ts'
import { AboutWords, CourseFacts, CourseWords } from './facts.ts'
import { isLanguage, LANGUAGES } from './language.ts'
import { about, keepParts, readLanguages, said, type Where } from './languages.ts'
import { checkFolders, once, readFacts } from './work-folder.ts'

interface Reading {
  build: Build
  draft: Draft
  folder: string
  file: string
  /** Curricula, for the lessons that show a unit. */
  curricula: Draft[]
  lineOf(path: (string | number)[]): number
  taken: Map<string, string>
}

type Week = InferOutput<typeof CourseFacts>['weeks'][number]
type Lesson = Week['lessons'][number]

export function readCourses(build: Build, curricula: Draft[]): Draft[] {
  return build.tree.folders('moocs').map((slug) => {
    const draft: Draft = { kind: 'course', slug, authors: [], structure: undefined, parts: new Map() }
    readCourse(build, draft, `moocs/${slug}`, curricula)
    return draft
  })
}

function readCourse(build: Build, draft: Draft, folder: string, curricula: Draft[]) {
  const file = `${folder}/course.yaml`
  const read = readFacts(build, folder, 'course.yaml', CourseFacts)
  const taken = new Map([
    ['the slug about', 'every course'],
    ['the slug course', 'every course'],
  ])
  const reading: Reading = { build, draft, folder, file, curricula, taken, lineOf: read?.lineOf ?? (() => 1) }
  checkFolders(
    build,
    folder,
    build.tree.folders(folder).filter(isLanguage),
    `the languages (${LANGUAGES.join(', ')})`,
  )
  const pages = readLanguages(build, where(reading, 'course', 1), CourseWords)
  if (pages) keepParts(draft, 'about', pages)
  if (!read) return
  const { authors, hours, plannedWeeks, weeks } = read.facts
  draft.authors = authors
  if (weeks.length > plannedWeeks)
    build.problems.push({
      file,
      line: read.lineOf(['plannedWeeks']),
      message: `There are ${weeks.length} weeks, but ${plannedWeeks} are planned: correct one of them.`,
    })
  const places = weeks.flatMap((week, index) => readWeek(reading, week, index) ?? [])
  if (!pages) return
  draft.structure = {
    kind: 'course',
    hours,
    plannedWeeks,
    audience: said(pages, ({ audience }) => ({ text: audience })),
    outcomes: said(pages, ({ outcomes }) => ({ list: outcomes })),
    said: said(pages, about),
    weeks: places,
  }
}

function where({ folder, file }: Reading, name: string, line: number): Where {
  return {
    path: (language) => `${folder}/${language}/${name}.md`,
    folders: (language) => [`${folder}/${language}`, folder],
    asked: { file, line },
  }
}

function readWeek(reading: Reading, week: Week, index: number): WeekPlace | undefined {
  const line = reading.lineOf(['weeks', index, 'slug'])
  once(reading.build, reading.taken, `the slug ${week.slug}`, reading.file, line)
  const pages = readLanguages(reading.build, where(reading, week.slug, line), AboutWords, { bodiless: true })
  const lessons = week.lessons.flatMap((lesson, number) => {
    const lessonLine = reading.lineOf(['weeks', index, 'lessons', number, 'slug'])
    once(reading.build, reading.taken, `the slug ${lesson.slug}`, reading.file, lessonLine)
    return (
      (lesson.unit
        ? borrowed(reading, lesson, lesson.unit, lessonLine)
        : readLesson(reading, lesson, lessonLine)) ?? []
    )
  })
  return pages && { slug: week.slug, said: said(pages, about), lessons }
}

function readLesson(reading: Reading, lesson: Lesson, line: number): LessonPlace | undefined {
  const pages = readLanguages(reading.build, where(reading, lesson.slug, line), AboutWords)
  if (!pages) return undefined
  keepParts(reading.draft, lesson.slug, pages)
  const { slug, kind, minutes } = lesson
  return { slug, kind, minutes, said: said(pages, about) }
}

// A lesson that shows the learner's text of a unit: the very same part, so the very same hash.
function borrowed(reading: Reading, lesson: Lesson, unit: string, line: number): LessonPlace | undefined {
  const [programme, unitSlug = ''] = unit.split('/')
  const curriculum = reading.curricula.find((draft) => draft.slug === programme)
  const isUnit = curriculum?.parts.has(`${unitSlug}/plan`) || unitsOf(curriculum).includes(unitSlug)
  const parts = isUnit ? curriculum?.parts.get(unitSlug) : undefined
  const english = parts?.get('en')
  if (!parts || !english) {
    reading.build.problems.push({
      file: reading.file,
      line,
      message: `There is no unit ${unit}: correct the name, or write the unit first.`,
    })
    return undefined
  }
  const words: LessonPlace['said'] = { en: about(english) }
  for (const [language, part] of parts) {
    keepPart(reading.draft, lesson.slug, part)
    words[language] = about(part)
  }
  const { slug, kind, minutes } = lesson
  return { slug, kind, minutes, said: words }
}

function unitsOf(curriculum: Draft | undefined): string[] {
  if (curriculum?.structure?.kind !== 'curriculum') return []
  return curriculum.structure.modules.flatMap((module) => module.units.map((unit) => unit.slug))
}
