// What search engines and other machines are told: addresses by language, structured data, the sitemap.

import { describe, expect, test, vi } from 'vitest'
import { languages } from '#web/paths.ts'
import { element, elements } from '../support/html.ts'
import { ask, countingTrips, type House, openHouse, origin, publishHere } from '../support/worker.ts'
import { tool } from '../support/works.ts'

// These read many pages.
vi.setConfig({ testTimeout: 30_000 })

const read = async (house: House, path: string) => (await house.get(path)).text()

async function alternates(html: string) {
  const links = await elements(html, 'link[rel="alternate"]')
  return Object.fromEntries(links.map((link) => [link.get('hreflang'), link.get('href')]))
}
const canonical = async (html: string) => (await element(html, 'link[rel="canonical"]'))?.get('href')

describe('the languages of a page', () => {
  test.each(['/', '/courses', '/toolbox', '/curriculum'])('are all six for %s', async (page) => {
    const house = await openHouse()
    const at = (language: string) => `https://${house.host}/${language}${page}`
    const html = await read(house, `/da${page}`)
    expect(await canonical(html)).toBe(at('da'))
    expect(await alternates(html)).toEqual({
      ...Object.fromEntries(languages.map((language) => [language, at(language)])),
      'x-default': at('en'),
    })
  })

  test('are those in which its text exists', async () => {
    const house = await openHouse()
    const at = (language: string) => `https://${house.host}/${language}/courses/basics/second`
    const html = await read(house, '/it/courses/basics/second')
    expect(await canonical(html)).toBe(at('it'))
    expect(await alternates(html)).toEqual({ en: at('en'), it: at('it'), 'x-default': at('en') })
  })

  test('of a page that falls back to English: it is the English one that counts', async () => {
    const house = await openHouse()
    for (const page of [
      '/courses/basics/first',
      '/courses/basics',
      '/toolbox/calls',
      '/curriculum/teaching/first-unit/plan',
    ]) {
      const at = `https://${house.host}/en${page}`
      const html = await read(house, `/ro${page}`)
      expect(await canonical(html), page).toBe(at)
      expect(await alternates(html), page).toEqual({ en: at, 'x-default': at })
    }
  })

  test.each([
    '/en/sign-in',
    '/en/sign-up',
    '/en/password-reset',
    '/en/search',
    '/en/search?q=x',
    '/en/nowhere',
  ])('are nobody’s business for %s', async (path) => {
    const house = await openHouse()
    const html = await read(house, path)
    expect(await element(html, 'meta[name="robots"][content="noindex"]')).toBeDefined()
    expect(await canonical(html)).toBeUndefined()
    expect(await alternates(html)).toEqual({})
  })

  test('do not count the query', async () => {
    const house = await openHouse()
    const html = await read(house, '/en/toolbox?phone=1&need=mood')
    expect(await canonical(html)).toBe(`https://${house.host}/en/toolbox`)
  })
})

describe('a page that may be found', () => {
  test.each([
    '/',
    '/courses',
    '/courses/basics',
    '/courses/basics/first',
    '/toolbox',
    '/toolbox/calls',
    '/curriculum/teaching',
  ])('describes itself: %s', async (page) => {
    const house = await openHouse()
    const html = await read(house, `/en${page}`)
    expect((await element(html, 'meta[name="description"]'))?.get('content')).toMatch(/\S/)
    expect((await element(html, 'title'))?.text).toContain(house.organisation.tenant.name)
    expect(await element(html, 'meta[name="robots"]')).toBeUndefined()
  })
})

describe('structured data', () => {
  const dataOf = async (html: string): Promise<Record<string, unknown>> => {
    const [, json = ''] = /<script type="application\/ld\+json"[^>]*>([\s\S]*?)<\/script>/.exec(html) ?? []
    return JSON.parse(json) as Record<string, unknown> // schema.org's objects
  }

  test.each([
    ['/', 'EducationalOrganization'],
    ['/courses/basics', 'Course'],
    ['/courses/basics/first', 'LearningResource'],
    ['/toolbox/calls', 'LearningResource'],
    ['/curriculum/teaching', 'LearningResource'],
    ['/curriculum/teaching/first-module', 'LearningResource'],
    ['/curriculum/teaching/first-unit', 'LearningResource'],
    ['/curriculum/teaching/first-unit/plan', 'LearningResource'],
  ])('at %s is of a %s', async (page, type) => {
    const house = await openHouse()
    const data = await dataOf(await read(house, `/en${page}`))
    expect(data).toMatchObject({ '@context': 'https://schema.org', '@type': type })
    expect(data['name']).toMatch(/\S/)
    expect(data['url']).toBe(`https://${house.host}${page === '/' ? '/' : `/en${page}`}`)
    if (type === 'EducationalOrganization') return
    expect(data).toMatchObject({
      license: 'https://creativecommons.org/licenses/by-sa/4.0/',
      isAccessibleForFree: true,
      inLanguage: 'en',
    })
    expect(data['description']).toMatch(/\S/)
  })

  test('of a course says who offers it, how long it takes and that it is free', async () => {
    const house = await openHouse()
    expect(await dataOf(await read(house, '/en/courses/basics'))).toMatchObject({
      name: 'Course basics',
      provider: { '@type': 'EducationalOrganization', name: house.organisation.tenant.name },
      hasCourseInstance: { courseMode: 'online', courseWorkload: 'PT5H' },
      offers: { price: 0, category: 'Free' },
    })
  })

  test('is in the language that the text is in', async () => {
    const house = await openHouse()
    const language = async (path: string) => (await dataOf(await read(house, path)))['inLanguage']
    expect(await language('/it/courses/basics/second')).toBe('it')
    expect(await language('/it/courses/basics/first')).toBe('en')
  })

  test('of the platform is of an organisation', async () => {
    const { host } = new URL(origin)
    expect(await dataOf(await (await ask(host, '/en/')).text())).toMatchObject({ '@type': 'Organization' })
  })

  test('cannot end the script it stands in', async () => {
    const name = '</script><script>alert(1)</script><!-- "\\u003c" \u2028'
    const house = await openHouse([], { name })
    const data = await dataOf(await read(house, '/en/'))
    expect(data['name']).toBe(name)
  })
})

describe('the sitemap', () => {
  const pages = (xml: string) => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => url)

  test('is XML with every page once', async () => {
    const house = await openHouse()
    const answer = await house.get('/sitemap.xml')
    expect(answer.headers.get('content-type')).toBe('application/xml; charset=utf-8')
    const xml = await answer.text()
    expectWellFormed(xml)
    const urls = pages(xml)
    expect(new Set(urls).size).toBe(urls.length)
    expect(urls).toContain(`https://${house.host}/en/curriculum/teaching/first-unit/plan`)
    expect(urls).toContain(`https://${house.host}/it/courses/basics/second`)
  })

  test('names only pages that are there, and each as its own address', async () => {
    const house = await openHouse()
    const urls = pages(await read(house, '/sitemap.xml'))
    expect(urls.length).toBeGreaterThan(30)
    for (const url of urls) {
      const { host, pathname } = new URL(url)
      expect(host).toBe(house.host)
      const answer = await house.get(pathname)
      expect(answer.status, pathname).toBe(200)
      const html = await answer.text()
      expect(await canonical(html), pathname).toBe(url)
      expect(await element(html, 'meta[name="robots"]'), pathname).toBeUndefined()
    }
  })

  test('names no page that is only read in English instead', async () => {
    const house = await openHouse()
    const urls = pages(await read(house, '/sitemap.xml')).map((url) => new URL(url).pathname)
    expect(urls.filter((path) => path.endsWith('/courses/basics/first'))).toEqual([
      '/en/courses/basics/first',
    ])
    expect(urls.filter((path) => path.endsWith('/courses/basics/second'))).toEqual([
      '/en/courses/basics/second',
      '/it/courses/basics/second',
    ])
    expect(urls.filter((path) => path.endsWith('/toolbox/calls'))).toEqual(['/en/toolbox/calls'])
  })

  test('tells the languages of each page as the page itself does', async () => {
    const house = await openHouse()
    const xml = await read(house, '/sitemap.xml')
    const entries = [...xml.matchAll(/<url>.*?<\/url>/g)]
    expect(entries.length).toBeGreaterThan(30)
    for (const [entry] of entries) {
      const [, loc = ''] = /<loc>([^<]+)/.exec(entry) ?? []
      const told = Object.fromEntries(
        [...entry.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(([, language, href]) => [
          language,
          href,
        ]),
      )
      const { 'x-default': _, ...own } = await alternates(await read(house, new URL(loc).pathname))
      expect(told, loc).toEqual(own)
    }
  })

  test('of a catalogue with many works costs three requests at most', async () => {
    const works = []
    for (let at = 0; at < 12; at++) works.push((await publishHere(await tool(`mapped-${at}`))).work)
    const house = await openHouse(works)
    const { result, trips } = await countingTrips(() => house.get('/sitemap.xml'))
    expect(pages(await result.text())).toHaveLength(24 + 12)
    expect(trips.length).toBeLessThanOrEqual(3)
  })

  test('of the platform names its first page in each language', async () => {
    const { host } = new URL(origin)
    const xml = await (await ask(host, '/sitemap.xml')).text()
    expectWellFormed(xml)
    expect(pages(xml)).toEqual(languages.map((language) => `${origin}/${language}/`))
  })
})

/** Every tag is closed by its own, and there is one root. */
function expectWellFormed(xml: string) {
  expect(xml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<urlset /)
  const open: string[] = []
  let roots = 0
  for (const [, closing, name = '', attributes = '', empty] of xml.matchAll(
    /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<&]*")*)(\/?)>/g,
  )) {
    if (closing) expect(open.pop()).toBe(name)
    else if (!empty) {
      if (open.length === 0) roots++
      open.push(name)
    }
    expect(attributes).not.toContain('<')
  }
  expect(open).toEqual([])
  expect(roots).toBe(1)
  const between = xml.replace(/<\?xml[^>]*>/, '').replace(/<\/?[\w:]+(?:\s+[\w:]+="[^"<&]*")*\/?>/g, '')
  expect(between).not.toMatch(/[<&]/)
}

describe('robots', () => {
  test('are told where the sitemap is and which pages are not for them', async () => {
    const house = await openHouse()
    const answer = await house.get('/robots.txt')
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
    const lines = (await answer.text()).trim().split('\n')
    expect(lines[0]).toBe('User-agent: *')
    expect(lines.at(-1)).toBe(`Sitemap: https://${house.host}/sitemap.xml`)
    for (const language of languages)
      for (const page of ['me', 'sign-in', 'sign-up', 'search'])
        expect(lines).toContain(`Disallow: /${language}/${page}`)
    expect(lines).not.toContain('Disallow: /')
  })

  test('may read all of the platform’s own site', async () => {
    const { host } = new URL(origin)
    const text = await (await ask(host, '/robots.txt')).text()
    expect(text).toContain('Allow: /')
    expect(text).toContain(`Sitemap: ${origin}/sitemap.xml`)
  })
})
