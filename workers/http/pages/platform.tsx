import { Hono } from 'hono'
import { words } from '#content/words/words.ts'
import { PlatformPage } from '#web/pages/platform/PlatformPage.tsx'
import { languages } from '#web/paths.ts'
import { lookOf } from '../looks.ts'
import { languageOf, render } from '../render.tsx'
import type { Edge } from '../wiring.ts'

export const platform = new Hono<Edge>().get('/', async (c) => {
  const { title, intro } = words[languageOf(c)].platform
  const open = await c.env.wiring.hosts.open()
  const looks = await Promise.all(open.map(({ tenant }) => lookOf(tenant)))
  const partners = open.map(({ tenant }, at) => ({
    name: tenant.name,
    kind: tenant.kind,
    country: tenant.country,
    website: tenant.website,
    href: `${tenant.origin}/`,
    mark: looks[at]?.mark ?? '',
  }))
  const jsonLd = {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    name: words.en.platform.name,
    url: `${c.env.wiring.origin}/`,
  }
  const head = { title, description: intro, languages, jsonLd }
  return render(c, head, () => <PlatformPage partners={partners} apply={`mailto:${c.env.wiring.contact}`} />)
})
