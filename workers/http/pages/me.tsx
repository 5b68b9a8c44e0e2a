import { Hono } from 'hono'
import { words } from '#content/words/words.ts'
import * as catalogue from '#domain/catalogue/index.ts'
import * as learning from '#domain/learning/index.ts'
import { type Course, manifest } from '#domain/works/index.ts'
import { MePage, type MyCourse } from '#web/pages/account/MePage.tsx'
import { said } from '#web/say.ts'
import { nextLesson } from '../lessons.ts'
import { languageOf, render } from '../render.tsx'
import { signedIn } from '../steps/signed-in.ts'
import type { Edge } from '../wiring.ts'

export const me = new Hono<Edge>().get('/', signedIn, async (c) => {
  const scope = c.get('scope')
  const language = languageOf(c)
  const [progress, adopted] = await Promise.all([learning.mine(scope), catalogue.list(scope)])
  const courses: MyCourse[] = []
  for (const one of progress) {
    const work = adopted.find((adoption) => adoption.work === one.work)
    if (!work) continue
    const course = (await manifest(scope.commons, work.edition))?.structure as Course // people enrol in courses
    const next = nextLesson(course, one)
    if (next) {
      courses.push({
        progress: one,
        slug: work.slug,
        course,
        next: { slug: next.slug, title: said(next.said, language).title },
      })
    }
  }
  return render(c, { title: words[language].me.title }, () => <MePage courses={courses} />)
})
