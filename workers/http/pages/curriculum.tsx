import { type Context, Hono } from 'hono'
import { words } from '#content/words/words.ts'
import * as catalogue from '#domain/catalogue/index.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Curriculum } from '#domain/works/index.ts'
import { CurriculaPage } from '#web/pages/curriculum/CurriculaPage.tsx'
import { CurriculumPage } from '#web/pages/curriculum/CurriculumPage.tsx'
import { ModulePage } from '#web/pages/curriculum/ModulePage.tsx'
import { UnitPage } from '#web/pages/curriculum/UnitPage.tsx'
import { languages } from '#web/paths.ts'
import { contentPage } from '../content.ts'
import { resourceLd } from '../json-ld.ts'
import { languageOf, render } from '../render.tsx'
import type { Edge } from '../wiring.ts'
import { headOf, languagesOf, urlOf } from './courses.tsx'

export const curriculum = new Hono<Edge>()
  .get('/', async (c) => {
    const { title, intro } = words[languageOf(c)].curriculum
    const shown = await catalogue.shelfOf(c.get('scope'), 'curriculum')
    return render(c, { title, description: intro, languages, public: true }, () => (
      <CurriculaPage curricula={shown} />
    ))
  })
  .get('/:curriculum', async (c) => {
    const page = await contentPage(c, 'curriculum', c.req.param('curriculum'), 'about')
    const structure = page.manifest.structure as Curriculum // the catalogue was asked for a curriculum
    const ld = resourceLd(page.part, 'curriculum', { manifest: page.manifest, url: urlOf(c) })
    const head = headOf(page.part, languagesOf(page, 'about'), ld)
    return render(c, head, () => <CurriculumPage {...page} curriculum={structure} />)
  })
  .get('/:curriculum/:unit', (c) =>
    moduleOrUnit(c, c.req.param('curriculum'), c.req.param('unit'), 'learner'),
  )
  .get('/:curriculum/:unit/plan', (c) =>
    moduleOrUnit(c, c.req.param('curriculum'), c.req.param('unit'), 'plan'),
  )

async function moduleOrUnit(c: Context<Edge>, slug: string, place: string, side: 'learner' | 'plan') {
  const path = side === 'plan' ? `${place}/plan` : place
  const page = await contentPage(c, 'curriculum', slug, path)
  const { modules } = page.manifest.structure as Curriculum // as above
  const head = (type: string) =>
    headOf(
      page.part,
      languagesOf(page, path),
      resourceLd(page.part, type, { manifest: page.manifest, url: urlOf(c) }),
    )

  const module = modules.find((one) => one.slug === place)
  if (module) return render(c, head('module'), () => <ModulePage {...page} module={module} />)

  const units = modules.flatMap((one) => one.units.map((unit) => ({ module: one, unit })))
  const at = units.findIndex(({ unit }) => unit.slug === place)
  const here = units[at]
  if (!here) throw new Refusal('missing', 'noSuchPage')
  const props = { ...page, ...here, side, previous: units[at - 1]?.unit, next: units[at + 1]?.unit }
  return render(c, head(side === 'plan' ? 'lesson plan' : 'unit'), () => <UnitPage {...props} />)
}
