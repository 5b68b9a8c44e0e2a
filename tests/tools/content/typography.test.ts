import { expect, test } from 'vitest'
import { typeset, typesetSaid } from '#tools/content/typography.ts'

const words = (typed: string) => typeset({ text: typed }, 'en').text

test.each([
  [`the person's own words`, 'the person’s own words'],
  [
    `"We manage," says the woman. "God give you health."`,
    '“We manage,” says the woman. “God give you health.”',
  ],
  [`She said: "No." Then "yes".`, 'She said: “No.” Then “yes”.'],
  [`hours' training and the '90s`, 'hours’ training and the ’90s'],
  [`a 'quiet' voice`, 'a ‘quiet’ voice'],
])('%s is set as in a book', (typed, set) => {
  expect(words(typed)).toBe(set)
})

test('names and addresses stay as they are', () => {
  const link = {
    type: 'link',
    href: `work:tool/o'neill`,
    id: `it's`,
    children: [{ type: 'text', text: `it's` }],
  }
  expect(typeset(link, 'en')).toEqual({ ...link, children: [{ type: 'text', text: 'it’s' }] })
})

test('other languages are left to their authors', () => {
  expect(typeset({ text: `l'ora "giusta"` }, 'it').text).toBe(`l'ora "giusta"`)
  const said = { slug: `a'b`, said: { en: { title: `It's` }, it: { title: `L'ora` } } }
  expect(typesetSaid(said)).toEqual({ slug: `a'b`, said: { en: { title: 'It’s' }, it: { title: `L'ora` } } })
})
