// Every page of a house, as a visitor meets it: the ones there are, the ones there are not, and whatever is typed.

import { describe, expect, test, vi } from 'vitest'
import { words as sentences } from '#content/words/words.ts'
import { type Compiled, hashOf, type Part } from '#domain/works/index.ts'
import { languages } from '#web/paths.ts'
import { blocksSaying } from '../support/blocks.ts'
import { element, elements, words } from '../support/html.ts'
import { ask, openHouse, publishHere } from '../support/worker.ts'
import { course, tool } from '../support/works.ts'

// These read many pages.
vi.setConfig({ testTimeout: 30_000 })

const PAGES = [
  '/',
  '/courses',
  '/courses/basics',
  '/courses/basics/first',
  '/courses/basics/second',
  '/toolbox',
  '/toolbox?phone=1&need=contact',
  '/toolbox/calls',
  '/curriculum',
  '/curriculum/teaching',
  '/curriculum/teaching/first-module',
  '/curriculum/teaching/first-unit',
  '/curriculum/teaching/first-unit/plan',
  '/search',
  '/search?q=telephone',
  '/search?q=nothing-of-the-kind',
  '/sign-in',
  '/sign-up',
  '/password-reset',
]

describe.each(languages)('in %s', (language) => {
  test('every page is whole', async () => {
    const house = await openHouse()
    for (const page of PAGES) {
      const answer = await house.get(`/${language}${page}`)
      expect(answer.status, page).toBe(200)
      expect(answer.headers.get('content-type')).toBe('text/html; charset=UTF-8')
      expect(answer.headers.get('content-language')).toBe(language)
      await expectWhole(await answer.text(), language, page)
    }
  })

  test('a page that does not exist says so, and leads on', async () => {
    const house = await openHouse()
    const answer = await house.get(`/${language}/nowhere`)
    expect(answer.status).toBe(404)
    const html = await answer.text()
    await expectWhole(html, language, '/nowhere')
    expect(html).toContain(sentences[language].errors.missingTitle)
    expect(await element(html, `main a[href="/${language}/"]`)).toBeDefined()
    expect(await element(html, 'meta[name="robots"][content="noindex"]')).toBeDefined()
  })
})

async function expectWhole(html: string, language: string, page: string) {
  expect(html, page).toMatch(/^<!doctype html><html lang="/)
  expect((await element(html, 'html'))?.get('lang'), page).toBe(language)
  expect(await elements(html, 'h1'), page).toHaveLength(1)
  expect((await element(html, 'h1'))?.text, page).toMatch(/\S/)
  expect(
    (await elements(html, 'main')).map((main) => main.get('id')),
    page,
  ).toEqual(['main'])
  expect((await element(html, 'body a'))?.get('href'), page).toBe('#main')
  expect((await element(html, 'title'))?.text, page).toMatch(/\S/)
  expect(await words(html), page).not.toMatch(/undefined|\bnull\b|\[object|NaN|\{\w+\}/)
  const ids = (await elements(html, '[id]')).map((one) => one.get('id'))
  expect(new Set(ids).size, page).toBe(ids.length)
  expect(await elements(html, '[style], [onclick]'), page).toEqual([])
}

/** The scripts of the product and no other, each with the nonce of the answer or with data only. */
async function expectOwnScripts(html: string) {
  const own = ['module', 'speculationrules', 'application/ld+json', 'application/json']
  for (const script of await elements(html, 'script')) expect(own).toContain(script.get('type'))
}

describe('a house with nothing in it', () => {
  test.each([
    ['/en/courses', sentences.en.courses.empty],
    ['/en/toolbox', sentences.en.toolbox.empty],
    ['/en/curriculum', sentences.en.curriculum.empty],
  ])('says so at %s, with a way on', async (path, text) => {
    const house = await openHouse([])
    const html = await (await house.get(path)).text()
    expect((await element(html, 'main .empty'))?.text).toContain(text)
    const way = await element(html, 'main .empty a')
    expect((await house.get(way?.get('href') ?? '')).status).toBe(200)
  })

  test('has a first page all the same', async () => {
    const house = await openHouse([])
    const html = await (await house.get('/en/')).text()
    expect((await element(html, 'h1'))?.text).toContain('Welcome to')
    for (const link of await elements(html, 'main a'))
      expect((await house.get(link.get('href') ?? '')).status, link.get('href')).toBe(200)
  })
})

test('every link of every page leads to a page', async () => {
  const house = await openHouse()
  const seen = new Set<string>()
  const waiting = ['/en/', '/it/']
  while (waiting.length > 0) {
    const path = waiting.pop() ?? ''
    if (seen.has(path)) continue
    seen.add(path)
    const answer = await house.get(path)
    expect(answer.status, path).toBe(200)
    for (const link of await elements(await answer.text(), 'a')) {
      const href = (link.get('href') ?? '').split('#')[0] ?? ''
      if (/^\/(en|it)\//.test(href)) waiting.push(href)
    }
  }
  expect(seen.size).toBeGreaterThan(30)
})

describe('what does not exist', () => {
  test.each([
    '/en/courses/never-made',
    '/en/courses/basics/never-made',
    '/en/courses/basics/about',
    '/en/courses/basics/first/more',
    '/en/courses/calls',
    '/en/toolbox/never-made',
    '/en/toolbox/basics',
    '/en/toolbox/calls/card',
    '/en/curriculum/never-made',
    '/en/curriculum/teaching/never-made',
    '/en/curriculum/teaching/about',
    '/en/curriculum/teaching/first-module/plan',
    '/en/curriculum/teaching/first-unit/plan/more',
    '/en/curriculum/teaching/first-unit/other',
    '/en/nowhere',
    '/en/index.html',
    '/fr/',
    '/en-GB/',
    '/english/courses',
    '/courses',
    '/wp-login.php',
    '/.env',
    '/.git/config',
    '/dev/none',
  ])('%s is answered with 404', async (path) => {
    const house = await openHouse()
    const answer = await house.get(path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('<main')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
  })

  test.each([
    '/en/courses/%2e%2e%2fbasics',
    '/en/courses/..%2fbasics',
    '/en/courses/basics%00',
    '/en/courses/%00',
    '/en/courses/%ff%fe',
    '/en/courses/%E0%A4%A',
    '/en/courses/%',
    '/en/courses/basics%20',
    '/en/courses/basics/%2Ffirst',
    '/en/courses/BASICS',
    '/en/courses/__proto__',
    '/en/courses/basics/constructor',
    "/en/courses/basics'--",
    '/en/courses/<script>alert(1)</script>',
    '/en/toolbox/calls%3Fx=1',
    '/en//courses',
    '//evil.example/',
    '/en/courses/🙂',
    `/en/courses/${'a'.repeat(8000)}`,
    `/en${'/a'.repeat(2000)}`,
  ])('%j is answered with 404 and gives nothing away', async (path) => {
    const house = await openHouse()
    const answer = await house.get(path)
    expect(answer.status).toBe(404)
    const html = await answer.text()
    expect(html).not.toMatch(/SQLITE|Error:|at \w+ \(/)
    await expectOwnScripts(html)
  })

  test('a path with dots in it is the path that it leads to', async () => {
    const house = await openHouse()
    expect((await house.get('/en/courses/%2e%2e/toolbox')).status).toBe(200)
    expect((await house.get('/en/../../../../en/toolbox')).status).toBe(200)
  })

  test('what another house has and this one has not', async () => {
    const { work } = await publishHere(await course('theirs-alone'))
    const [theirs, ours] = [await openHouse([work]), await openHouse()]
    expect((await theirs.get('/en/courses/theirs-alone/first')).status).toBe(200)
    for (const path of ['/en/courses/theirs-alone', '/en/courses/theirs-alone/first'])
      expect((await ours.get(path)).status).toBe(404)
    expect(await (await ours.get('/en/courses')).text()).not.toContain('theirs-alone')
    expect(await (await ours.get('/sitemap.xml')).text()).not.toContain('theirs-alone')
  })
})

test.each([
  ['/it', '/it/'],
  ['/IT/', '/it/'],
  ['/en/courses/', '/en/courses'],
  ['/EN/courses/basics/?what=1', '/en/courses/basics?what=1'],
])('%s, which is nearly right, leads to %s', async (path, right) => {
  const house = await openHouse()
  const answer = await house.get(path)
  expect(answer.status).toBe(301)
  expect(answer.headers.get('location')).toBe(right)
  expect((await house.get(right)).status).toBe(200)
})

test.each(['/en/', '/en/courses/basics/first', '/en/nowhere', '/sitemap.xml', '/robots.txt', '/'])(
  'HEAD of %s is GET without the body',
  async (path) => {
    const house = await openHouse()
    const head = await ask(house.host, path, { method: 'HEAD' })
    const get = await house.get(path)
    expect(head.status).toBe(get.status)
    expect(await head.text()).toBe('')
    for (const name of ['content-type', 'cache-control', 'location', 'etag', 'vary'])
      expect(head.headers.get(name), name).toBe(get.headers.get(name))
  },
)

describe('a self-check without scripts', () => {
  const LESSON = '/en/courses/basics/first'

  test('answers in the page', async () => {
    const house = await openHouse()
    const before = await (await house.get(LESSON)).text()
    expect(await elements(before, '.feedback')).toEqual([])
    const form = await element(before, 'form.question-form')
    expect(form?.get('method')).toBe('get')
    const right = await (await house.get(`${LESSON}?what-travels=voice`)).text()
    const feedback = async (html: string) => (await elements(html, '.feedback')).map(({ text }) => text)
    expect(await feedback(right)).toEqual([expect.stringMatching(/^Right\..?It does\.$/)])
    const wrong = await (await house.get(`${LESSON}?what-travels=smell`)).text()
    expect(await feedback(wrong)).toEqual([expect.stringMatching(/^Not quite\..?It does not\.$/)])
  })

  test('is for this reader alone: its page is not kept', async () => {
    const house = await openHouse()
    const answer = await house.get(`${LESSON}?what-travels=voice`)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(await elements(await (await house.get(LESSON)).text(), '.feedback')).toEqual([])
  })

  test.each([
    'what-travels=gold',
    'what-travels=',
    'what-travels',
    'other=voice',
    'what-travels=%3Cscript%3Ealert(1)%3C/script%3E',
    'what-travels[]=voice',
    'what-travels=voice%00',
    '__proto__=voice',
    'what-travels=%E0%A4%A',
    `what-travels=${'x'.repeat(5000)}`,
    Array.from({ length: 500 }, (_, at) => `q${at}=1`).join('&'),
  ])('takes no notice of what is no answer: ?%s', async (query) => {
    const house = await openHouse()
    const answer = await house.get(`${LESSON}?${query}`)
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expect(await elements(html, '.feedback')).toEqual([])
    await expectOwnScripts(html)
  })
})

describe('a lesson with every kind of block', () => {
  async function lessonOf(slug: string, say: (type: string) => string): Promise<Compiled> {
    const work = await course(slug, ['all'])
    const old = work.manifest.parts['all']?.en ?? ''
    const blocks = Object.values(blocksSaying(say))
    const part: Part = { ...(work.parts[old] as Part), title: say('title'), summary: say('summary'), blocks } // it has one
    const hash = await hashOf(part)
    const parts = { ...work.manifest.parts, all: { en: hash } }
    return { manifest: { ...work.manifest, parts }, parts: { ...work.parts, [hash]: part } }
  }

  test('shows all of them', async () => {
    const { work } = await publishHere(await lessonOf('everything', (type) => `says-${type}`))
    const house = await openHouse([work, 'tool/calls'])
    const answer = await house.get('/en/courses/everything/all')
    expect(answer.status).toBe(200)
    const html = await answer.text()
    await expectWhole(html, 'en', 'everything')
    for (const type of Object.keys(blocksSaying(() => ''))) expect(html, type).toContain(`says-${type}`)
    expect((await element(html, 'a.card-ref'))?.get('href')).toBe('/en/toolbox/calls')
  })

  test('takes no notice of an answer that is none, also where several are right', async () => {
    const { work } = await publishHere(await lessonOf('several-right', (type) => `says-${type}`))
    const house = await openHouse([work])
    const feedback = async (query: string) =>
      elements(await (await house.get(`/en/courses/several-right/all?${query}`)).text(), '.feedback')
    expect(await feedback('question=a')).toHaveLength(2)
    expect(await feedback('question=gold')).toEqual([])
    expect(await feedback('question=gold&question=a&question=c')).toHaveLength(3)
  })

  test('shows a card that this house has not in words', async () => {
    const { work } = await publishHere(await lessonOf('without-card', (type) => `says-${type}`))
    const house = await openHouse([work])
    const html = await (await house.get('/en/courses/without-card/all')).text()
    expect(await elements(html, 'a.card-ref')).toEqual([])
    expect((await element(html, '.card-ref'))?.text).toBe(sentences.en.content.toolCardAbsent)
  })

  test('lets no text become markup, wherever it stands', async () => {
    const wild = `"><script>alert(1)</script><img src=x onerror=alert(2)>' & \u2028</title></script>`
    const { work } = await publishHere(await lessonOf('wild', () => wild))
    const house = await openHouse([work, 'tool/calls'], { name: `Wild ${wild}` })
    for (const path of [
      '/en/',
      '/en/courses/wild',
      '/en/courses/wild/all',
      '/en/search?q=alert',
      '/en/nowhere',
    ]) {
      const html = await (await house.get(path)).text()
      await expectOwnScripts(html)
      expect(await elements(html, '[onerror], img[src="x"]'), path).toEqual([])
      expect((await elements(html, 'title')).length, path).toBeGreaterThan(0)
      expect(await words(html), path).not.toContain('&lt;')
    }
  })
})

describe('the tool-box', () => {
  async function card(slug: string, phoneOnly: boolean, needs: string[]): Promise<string> {
    const work = await tool(slug)
    const structure = { ...work.manifest.structure, phoneOnly, needs } as Compiled['manifest']['structure'] // of a tool
    return (await publishHere({ ...work, manifest: { ...work.manifest, structure } })).work
  }

  test.each([
    ['', ['by-phone', 'by-screen', 'for-mood']],
    ['?phone=1', ['by-phone', 'for-mood']],
    ['?need=mood', ['for-mood']],
    ['?phone=1&need=movement', []],
    ['?need=', ['by-phone', 'by-screen', 'for-mood']],
    ['?need=gold', ['by-phone', 'by-screen', 'for-mood']],
    ['?need=constructor', ['by-phone', 'by-screen', 'for-mood']],
    ['?phone=yes', ['by-phone', 'by-screen', 'for-mood']],
    ['?need=mood&need=contact', ['for-mood']],
  ])('shows what fits %j', async (query, expected) => {
    const works = [
      await card('by-phone', true, ['contact']),
      await card('by-screen', false, ['contact', 'movement']),
      await card('for-mood', true, ['mood']),
    ]
    const house = await openHouse(works)
    const html = await (await house.get(`/en/toolbox${query}`)).text()
    const shown = (await elements(html, '.tool-title a')).map((link) => link.get('href')?.split('/').at(-1))
    expect(shown).toEqual(expected)
    if (expected.length === 0) expect(html).toContain(sentences.en.toolbox.nothing)
    expect((await elements(html, '#need option[selected]')).length).toBeLessThanOrEqual(1)
  })
})
