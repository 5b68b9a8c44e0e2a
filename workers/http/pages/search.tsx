import { Hono } from 'hono'
import { words } from '#content/words/words.ts'
import * as catalogue from '#domain/catalogue/index.ts'
import { Refusal } from '#domain/refusal.ts'
import { SearchPage } from '#web/pages/search/SearchPage.tsx'
import { languageOf, render } from '../render.tsx'
import { sourceOf } from '../steps/limits.ts'
import type { Edge } from '../wiring.ts'

export const search = new Hono<Edge>().get('/', async (c) => {
  const scope = c.get('scope')
  const language = languageOf(c)
  const query = (c.req.query('q') ?? '').trim().slice(0, 200)
  if (query && !(await c.env.wiring.allowed('search', `${scope.tenant.organisation} ${sourceOf(c)}`))) {
    throw new Refusal('limit', 'tooManyTries')
  }
  const found = await catalogue.search(scope, query, language)
  const head = { title: words[language].search.title, public: query === '' }
  return render(c, head, () => <SearchPage query={query} found={found} />)
})
