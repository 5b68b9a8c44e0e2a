// What is not a page: the theme, the mark, robots.txt, the sitemap.

import { type Context, Hono } from 'hono'
import { type Brand, markSvg, themeCss } from '#domain/brands/index.ts'
import * as catalogue from '#domain/catalogue/index.ts'
import { type Manifest, manifests } from '#domain/works/index.ts'
import { kindPath, languages, pathsIn, workPath } from '#web/paths.ts'
import type { Edge } from '../wiring.ts'

const FOR_EVER = 'public, max-age=31536000, immutable'
const A_MINUTE = 'public, max-age=60'

/** The address names the theme by its hash; a page from before a change of brand gets today's for a short time. */
const keeping = (c: Context<Edge>, hash: string) => (hash === c.get('look').theme ? FOR_EVER : A_MINUTE)

/** The colours and the mark: a page that says that the site is closed wears them as well. */
export const themeFiles = new Hono<Edge>().get('/theme/:file', (c) => {
  const [, hash = '', kind] = /^([0-9a-f]{16})\.(css|svg)$/.exec(c.req.param('file')) ?? []
  if (!kind) return c.notFound()
  const { brand, name }: { brand: Brand; name: string } = c.get('tenant')
  const type = kind === 'css' ? 'text/css; charset=utf-8' : 'image/svg+xml'
  const body = kind === 'css' ? themeCss(brand) : markSvg(brand, name)
  return c.body(body, 200, { 'content-type': type, 'cache-control': keeping(c, hash) })
})

export const files = new Hono<Edge>()
  .get('/robots.txt', (c) => robots(c, c.get('tenant').origin, ['me', 'sign-in', 'sign-up', 'search']))
  .get('/sitemap.xml', async (c) => {
    const scope = c.get('scope')
    const works = await catalogue.list(scope)
    const lists = Object.values(kindPath).map((kind) => ({
      of: (language: Language) => `/${language}/${kind}`,
      in: languages,
    }))
    const entries: Entry[] = [{ of: (language) => pathsIn(language).home, in: languages }, ...lists]
    const known = await manifests(
      scope.commons,
      works.map((one) => one.edition),
    )
    for (const { work, edition } of works) {
      const found = known.get(edition)
      if (found) entries.push(...pagesOf(work, found))
    }
    return sitemap(c, scope.tenant.origin, entries)
  })

/** The same two of the platform's own site. */
export const apexFiles = new Hono<Edge>()
  .get('/robots.txt', (c) => robots(c, c.env.wiring.origin, []))
  .get('/sitemap.xml', (c) =>
    sitemap(c, c.env.wiring.origin, [{ of: (language) => pathsIn(language).home, in: languages }]),
  )

function robots(c: Context<Edge>, origin: string, closed: string[]) {
  const paths = languages.flatMap((language) => closed.map((page) => `Disallow: /${language}/${page}`))
  const lines = [
    'User-agent: *',
    ...(paths.length > 0 ? paths : ['Allow: /']),
    `Sitemap: ${origin}/sitemap.xml`,
  ]
  return c.text(`${lines.join('\n')}\n`, 200, { 'cache-control': A_MINUTE })
}

function sitemap(c: Context<Edge>, origin: string, entries: Entry[]) {
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.flatMap((entry) => xmlOf(origin, entry)).join('\n')}
</urlset>
`
  return c.body(body, 200, { 'content-type': 'application/xml; charset=utf-8', 'cache-control': A_MINUTE })
}

type Language = (typeof languages)[number]
interface Entry {
  of(language: Language): string
  in: Language[]
}

const pagesOf = (work: string, { parts }: Manifest): Entry[] =>
  Object.entries(parts).map(([path, there]) => ({
    of: (language) => workPath(pathsIn(language), work, path),
    in: languages.filter((language) => there[language]),
  }))

/** One entry for each language of a page, each naming them all. Paths are percent-encoded and hold no markup. */
function xmlOf(origin: string, entry: Entry): string[] {
  const links = entry.in
    .map(
      (language) =>
        `<xhtml:link rel="alternate" hreflang="${language}" href="${origin}${entry.of(language)}"/>`,
    )
    .join('')
  return entry.in.map((language) => `<url><loc>${origin}${entry.of(language)}</loc>${links}</url>`)
}
