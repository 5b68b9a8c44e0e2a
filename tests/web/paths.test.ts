import { expect, test } from 'vitest'
import { inLanguage, isLanguage, kindPath, languages, pathsIn, workPath } from '#web/paths.ts'

const paths = pathsIn('it')

test('every address begins with its language', () => {
  for (const path of Object.values(paths)) {
    const address = typeof path === 'string' ? path : path('one', 'two')
    expect(address).toMatch(/^\/it\//)
  }
})

test('no two pages have the same address', () => {
  const all = Object.values(paths).map((path) => (typeof path === 'string' ? path : path('one', 'two')))
  expect(new Set(all).size).toBe(all.length)
})

test.each(['a/b', '../me', '?x=1', '#top', 'é', ' ', '%2e', '\\', '"><script>'])(
  'a name in an address stays one name: %j',
  (slug) => {
    for (const address of [paths.tool(slug), paths.lesson('course', slug), paths.confirmation(slug)]) {
      const url = new URL(address, 'https://intras.connections.test')
      expect(url.pathname).toBe(address)
      expect(decodeURIComponent(address.split('/').at(-1) ?? '')).toBe(slug)
    }
  },
)

test.each([
  ['course/basics', undefined, '/it/courses/basics'],
  ['course/basics', 'about', '/it/courses/basics'],
  ['course/basics', 'first', '/it/courses/basics/first'],
  ['tool/calls', undefined, '/it/toolbox/calls'],
  ['tool/calls', 'card', '/it/toolbox/calls'],
  ['curriculum/teaching', 'about', '/it/curriculum/teaching'],
  ['curriculum/teaching', 'first-unit', '/it/curriculum/teaching/first-unit'],
  ['curriculum/teaching', 'first-unit/plan', '/it/curriculum/teaching/first-unit/plan'],
])('%s at %s stands at %s', (work, path, address) => {
  expect(workPath(paths, work, path)).toBe(address)
})

test('each kind of work has its place', () => {
  expect(Object.keys(kindPath).sort()).toEqual(['course', 'curriculum', 'tool'])
})

test.each([
  ['/it/courses/basics', '/da/courses/basics'],
  ['/it/', '/da/'],
  ['/it', '/da'],
  ['/it/it/it', '/da/it/it'],
  ['/italy/x', '/italy/x'],
  ['/', '/'],
])('%s in Danish is %s', (path, danish) => {
  expect(inLanguage('da', path)).toBe(danish)
})

test('there are six languages, English first', () => {
  expect(languages).toEqual(['en', 'es', 'it', 'da', 'pt', 'ro'])
  for (const text of ['', 'EN', 'fr', 'en-GB', 'constructor', '__proto__'])
    expect(isLanguage(text)).toBe(false)
})
