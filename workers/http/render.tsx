// A whole document: the page a handler gives, in the reader's surroundings.

import type { Context } from 'hono'
import type { JSX } from 'solid-js'
import { NoHydration, renderToString } from 'solid-js/web'
import { words } from '#content/words/words.ts'
import type { Language } from '#domain/works/index.ts'
import { Document, type Head } from '#web/document.tsx'
import * as markers from '#web/parts/markers.ts'
import { isLanguage, languages, pathsIn } from '#web/paths.ts'
import { type Reader, Surrounded } from '#web/reader.tsx'
import { PUBLIC } from './steps/public-pages.ts'
import type { Edge } from './wiring.ts'

type Status = 200 | 400 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503

export interface Rendering extends Head {
  status?: Status
  /** The same for every visitor, so that it may be kept. */
  public?: boolean
}

export function render(
  c: Context<Edge>,
  head: Rendering,
  page: () => JSX.Element,
): Response | Promise<Response> {
  const reader = readerOf(c)
  const html = renderToString(() => (
    <NoHydration>
      <Surrounded value={reader}>
        <Document head={head}>{page()}</Document>
      </Surrounded>
    </NoHydration>
  ))
  const headers: Record<string, string> = head.public ? { [PUBLIC]: '1' } : {}
  return c.html(`<!doctype html>${markers.show(markers.strip(html))}`, head.status ?? 200, {
    ...headers,
    'content-language': reader.language,
  })
}

function readerOf(c: Context<Edge>): Reader {
  const { wiring } = c.env
  const language = languageOf(c)
  const tenant = c.get('tenant')
  return {
    language,
    words: words[language],
    paths: pathsIn(language),
    path: isLanguage(c.req.path.split('/')[1] ?? '') ? c.req.path : `/${language}/`,
    origin: tenant?.origin ?? wiring.origin,
    platform: wiring.origin,
    tenant: tenant && {
      name: tenant.name,
      slug: tenant.slug,
      website: tenant.website,
      country: tenant.country,
      brand: tenant.brand,
      words: tenant.words,
      ...c.get('look'),
    },
    person: c.get('person'),
    nonce: c.get('nonce'),
    assets: wiring.assets,
    demonstration: wiring.demonstration,
  }
}

/** The language of the path, else the best one of what the browser asks for, else the organisation's. */
export function languageOf(c: Context<Edge>): Language {
  const [, first = ''] = c.req.path.split('/')
  if (isLanguage(first)) return first
  return preferred(c.req.header('accept-language')) ?? c.get('tenant')?.defaultLanguage ?? 'en'
}

/** The language of ours with the highest weight in an Accept-Language header (RFC 9110, 12.5.4). */
export function preferred(header: string | undefined): Language | undefined {
  const wanted = (header ?? '').split(',').map((item, at) => {
    const [tag = '', ...parameters] = item.trim().toLowerCase().split(';')
    const weight = parameters.map((text) => /^\s*q=([\d.]+)/.exec(text)?.[1]).find(Boolean)
    return { language: tag.split('-')[0] ?? '', weight: Number(weight ?? 1), at }
  })
  return wanted
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.at - b.at)
    .map(({ language }) => language)
    .find((language) => languages.some((known) => known === language)) as Language | undefined // found in the list
}
