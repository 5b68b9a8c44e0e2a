import { describe, expect, test } from 'vitest'
import { words } from '#content/words/words.ts'
import { element, elements } from '../support/html.ts'
import { countingTrips, type House, openHouse, publishHere } from '../support/worker.ts'
import { tool } from '../support/works.ts'

async function search(house: House, query: string, language = 'en') {
  const answer = await house.get(`/${language}/search?q=${encodeURIComponent(query)}`)
  const html = await answer.text()
  const links = await elements(html, '.results a')
  return {
    answer,
    html,
    titles: links.map(({ text }) => text),
    hrefs: links.map((link) => link.get('href')),
    status: (await elements(html, '[role="status"]')).map(({ text }) => text).join(' '),
  }
}

test('what is found leads to the page that says it', async () => {
  const house = await openHouse()
  const { hrefs, titles, status } = await search(house, 'telephone')
  expect(hrefs.length).toBeGreaterThan(0)
  expect(status).toContain(String(hrefs.length))
  for (const href of hrefs) {
    const page = await house.get(href ?? '')
    expect(page.status, href).toBe(200)
  }
  expect(titles).toContain('Lesson first')
})

test('a trainer finds plans, and sees that they are plans', async () => {
  const house = await openHouse()
  const { hrefs, html } = await search(house, 'aims')
  expect(hrefs).toEqual(['/en/curriculum/teaching/first-unit/plan'])
  expect((await element(html, '.results li'))?.text).toContain(words.en.curriculum.plan)
})

test('pages are found in the language of the reader, else in English and marked so', async () => {
  const house = await openHouse()
  const { titles, html } = await search(house, 'lezione', 'it')
  expect(titles).toEqual(['Lezione second'])
  expect(await elements(html, '.results [lang]')).toEqual([])
  const english = await search(house, 'lesson third', 'it')
  expect(english.titles).toEqual(['Lesson third'])
  expect((await elements(english.html, '.results [lang="en"]')).length).toBeGreaterThan(0)
})

test('without accents words are found that have them', async () => {
  const { work } = await publishHere(await tool('sure', 'Siguranță și încredere la telefon'))
  const house = await openHouse([work])
  expect((await search(house, 'siguranta incredere')).hrefs).toEqual(['/en/toolbox/sure'])
})

test('what is not found is said in the words that were typed', async () => {
  const house = await openHouse()
  const { titles, status, html } = await search(house, 'gold <b>& silver</b> "x"')
  expect(titles).toEqual([])
  expect(status).toContain('gold <b>& silver</b> "x"')
  expect((await element(html, '#q'))?.get('value')).toBe('gold <b>& silver</b> "x"')
  expect(await elements(html, 'main b')).toEqual([])
})

test('with nothing typed the page explains itself, and asks no database but for the host', async () => {
  const house = await openHouse()
  await house.get('/en/')
  const { result, trips } = await countingTrips(() => house.get('/en/search?q=++'))
  expect(result.status).toBe(200)
  expect(await result.text()).toContain(words.en.search.hint)
  expect(trips).toEqual([])
})

test('a search costs one request when the host is known', async () => {
  const house = await openHouse()
  await house.get('/en/')
  const { trips } = await countingTrips(() => house.get('/en/search?q=telephone'))
  expect(trips).toHaveLength(1)
})

test('what was found for one reader is not kept for others', async () => {
  const house = await openHouse()
  const { answer } = await search(house, 'telephone')
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
})

describe('whatever is typed', () => {
  test.each([
    '"',
    '*',
    'a* OR b',
    'NEAR(x y)',
    'title:telephone',
    '-telephone',
    '(',
    '\0',
    '😀',
    '%',
    "' or 1=1 --",
    'é\u0301',
    '<script>alert(1)</script>',
    'x'.repeat(5000),
    'x '.repeat(3000),
    '\uFFFD',
    '{name}',
    '$&',
  ])('is answered: %j', async (query) => {
    const house = await openHouse()
    const { answer, html } = await search(house, query)
    expect(answer.status).toBe(200)
    expect(await elements(html, 'main script')).toEqual([])
  })

  test.each(['q=%', 'q=%E0%A4%A', 'q', 'q=a&q=b', 'q[]=a', '', 'Q=telephone', 'q=%00%00', 'q=%ED%A0%80'])(
    'in the address is answered: ?%s',
    async (query) => {
      const house = await openHouse()
      expect((await house.get(`/en/search?${query}`)).status).toBe(200)
    },
  )

  test('is shortened to what a person may have meant', async () => {
    const house = await openHouse()
    const { html } = await search(house, `telephone ${'x'.repeat(500)}`)
    expect((await element(html, '#q'))?.get('value')).toHaveLength(200)
  })
})
