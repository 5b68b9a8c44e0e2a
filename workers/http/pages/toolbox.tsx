import { Hono } from 'hono'
import { words } from '#content/words/words.ts'
import * as catalogue from '#domain/catalogue/index.ts'
import type { Need, Tool, ToolFace } from '#domain/works/index.ts'
import { ToolboxPage } from '#web/pages/toolbox/ToolboxPage.tsx'
import { ToolPage } from '#web/pages/toolbox/ToolPage.tsx'
import { languages } from '#web/paths.ts'
import { contentPage } from '../content.ts'
import { resourceLd } from '../json-ld.ts'
import { languageOf, render } from '../render.tsx'
import type { Edge } from '../wiring.ts'
import { headOf, languagesOf, urlOf } from './courses.tsx'

export const toolbox = new Hono<Edge>()
  .get('/', async (c) => {
    const text = words[languageOf(c)].toolbox
    const tools = await catalogue.shelfOf(c.get('scope'), 'tool')
    const need = c.req.query('need')
    const filter = {
      phone: c.req.query('phone') === '1',
      need: need && Object.hasOwn(text.needs, need) ? (need as Need) : undefined, // looked up on this line
    }
    const shown = tools.filter((tool) => fits(tool, filter))
    const head = { title: text.title, description: text.intro, languages, public: true }
    return render(c, head, () => <ToolboxPage tools={shown} all={tools.length} filter={filter} />)
  })
  .get('/:tool', async (c) => {
    const page = await contentPage(c, 'tool', c.req.param('tool'), 'card')
    const tool = page.manifest.structure as Tool // the catalogue was asked for a tool
    const ld = resourceLd(page.part, 'activity', { manifest: page.manifest, url: urlOf(c) }, tool.minutes[1])
    return render(c, headOf(page.part, languagesOf(page, 'card'), ld), () => (
      <ToolPage {...page} tool={tool} />
    ))
  })

const fits = (tool: ToolFace, filter: { phone: boolean; need: Need | undefined }) =>
  (!filter.phone || tool.phoneOnly) && (!filter.need || tool.needs.includes(filter.need))
