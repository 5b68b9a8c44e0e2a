import { type Context, Hono } from 'hono'
import { words } from '#content/words/words.ts'
import * as catalogue from '#domain/catalogue/index.ts'
import * as learning from '#domain/learning/index.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Course, Language } from '#domain/works/index.ts'
import { CoursePage } from '#web/pages/courses/CoursePage.tsx'
import { CoursesPage } from '#web/pages/courses/CoursesPage.tsx'
import { LessonPage } from '#web/pages/courses/LessonPage.tsx'
import { languages, pathsIn } from '#web/paths.ts'
import { said } from '#web/say.ts'
import { contentPage } from '../content.ts'
import { courseLd, resourceLd } from '../json-ld.ts'
import { nextLesson } from '../lessons.ts'
import { languageOf, render } from '../render.tsx'
import { signedIn } from '../steps/signed-in.ts'
import type { Edge } from '../wiring.ts'

export const courses = new Hono<Edge>()
  .get('/', async (c) => {
    const { title, intro } = words[languageOf(c)].courses
    const shown = await catalogue.shelfOf(c.get('scope'), 'course')
    return render(c, { title, description: intro, languages, public: true }, () => (
      <CoursesPage courses={shown} />
    ))
  })
  .get('/:course', async (c) => {
    const slug = c.req.param('course')
    const { page, course } = await coursePage(c, slug, 'about')
    const progress = c.get('person') && (await learning.progressIn(c.get('scope'), page.work))
    const language = languageOf(c)
    const next = nextLesson(course, progress)
    if (!next) throw new Refusal('missing', 'noSuchPage')
    const about = said(course.said, language)
    const props = {
      slug,
      course,
      progress,
      manifest: page.manifest,
      part: page.part,
      surroundings: page.surroundings,
      next: { slug: next.slug, title: said(next.said, language).title },
      left: c.req.query('left') !== undefined,
    }
    const ld = courseLd(c.get('tenant'), course, about, {
      ...page,
      url: urlOf(c),
      language: page.part.language,
    })
    return render(c, headOf(about, languagesOf(page, 'about'), ld), () => <CoursePage {...props} />)
  })
  .get('/:course/:lesson', async (c) => {
    const { course: slug, lesson: lessonSlug } = c.req.param()
    const { page, course } = await coursePage(c, slug, lessonSlug)
    const lesson = course.weeks.flatMap((week) => week.lessons).find((one) => one.slug === lessonSlug)
    if (!lesson) throw new Refusal('missing', 'noSuchPage')
    const progress =
      c.get('person') && (await learning.progressIn(c.get('scope'), page.work, placeFor(c, lessonSlug)))
    const props = { ...page, slug, course, lesson, progress }
    const ld = resourceLd(page.part, 'lesson', { manifest: page.manifest, url: urlOf(c) }, lesson.minutes)
    return render(c, headOf(page.part, languagesOf(page, lessonSlug), ld), () => <LessonPage {...props} />)
  })
  .post('/:course/enrolment', signedIn, async (c) => {
    const { course } = c.req.param()
    await learning.enrol(c.get('scope'), course)
    return c.redirect(pathsIn(languageOf(c)).course(course), 303)
  })
  .post('/:course/enrolment/end', signedIn, async (c) => {
    const { course } = c.req.param()
    await learning.leave(c.get('scope'), course)
    return c.redirect(`${pathsIn(languageOf(c)).course(course)}?left`, 303)
  })
  .post('/:course/:lesson/completion', signedIn, async (c) => {
    const { course, lesson } = c.req.param()
    const next = await learning.complete(c.get('scope'), course, lesson)
    const paths = pathsIn(languageOf(c))
    return c.redirect(next ? paths.lesson(course, next) : paths.course(course), 303)
  })
  .post('/:course/:lesson/completion/end', signedIn, async (c) => {
    const { course, lesson } = c.req.param()
    await learning.reopen(c.get('scope'), course, lesson)
    return c.redirect(pathsIn(languageOf(c)).lesson(course, lesson), 303)
  })

async function coursePage(c: Context<Edge>, slug: string, path: string) {
  const page = await contentPage(c, 'course', slug, path)
  return { page, course: page.manifest.structure as Course } // the catalogue was asked for a course
}

/** A page fetched ahead of a click is not a visit. */
const placeFor = (c: Context<Edge>, lesson: string) => (c.req.header('sec-purpose') ? undefined : lesson)

export const urlOf = (c: Context<Edge>) => c.get('tenant').origin + c.req.path

interface WithParts {
  manifest: { parts: Record<string, Partial<Record<Language, string>>> }
}
export const languagesOf = ({ manifest }: WithParts, path: string): Language[] =>
  languages.filter((language) => manifest.parts[path]?.[language])

export const headOf = (
  about: { title: string; summary: string },
  inLanguages: Language[],
  jsonLd: object,
) => ({
  title: about.title,
  description: about.summary,
  languages: inLanguages,
  public: true,
  jsonLd,
})
