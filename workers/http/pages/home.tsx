import { Hono } from 'hono'
import { words } from '#content/words/words.ts'
import * as catalogue from '#domain/catalogue/index.ts'
import * as learning from '#domain/learning/index.ts'
import { type Course, faces, manifest } from '#domain/works/index.ts'
import { HomePage } from '#web/pages/home/HomePage.tsx'
import { languages, pathsIn } from '#web/paths.ts'
import { said } from '#web/say.ts'
import { organisationLd } from '../json-ld.ts'
import { nextLesson } from '../lessons.ts'
import { languageOf, render } from '../render.tsx'
import type { Edge } from '../wiring.ts'

export const home = new Hono<Edge>().get('/', async (c) => {
  const scope = c.get('scope')
  const language = languageOf(c)
  const adopted = await catalogue.list(scope)
  const known = [
    ...(
      await faces(
        scope.commons,
        adopted.map((work) => work.edition),
      )
    ).values(),
  ]
  const props = {
    courses: known.flatMap((face) => (face.kind === 'course' ? [face] : [])),
    tools: known.flatMap((face) => (face.kind === 'tool' ? [face] : [])),
    curricula: known.flatMap((face) => (face.kind === 'curriculum' ? [face] : [])),
    goOn: c.get('person') ? await placeOf() : undefined,
  }
  const own = scope.tenant.words[language] ?? scope.tenant.words['en']
  const description = own?.welcome ?? words[language].home.toolboxIntro
  const head = {
    title: scope.tenant.name,
    description,
    languages,
    public: true,
    jsonLd: organisationLd(scope.tenant),
  }
  return render(c, head, () => <HomePage {...props} />)

  async function placeOf() {
    const [latest] = await learning.mine(scope)
    const work = adopted.find((one) => one.work === latest?.work)
    if (!latest || !work) return undefined
    const course = (await manifest(scope.commons, work.edition))?.structure as Course // people enrol in courses
    const next = nextLesson(course, latest)
    return (
      next && {
        href: pathsIn(language).lesson(work.slug, next.slug),
        lesson: said(next.said, language).title,
      }
    )
  }
})
