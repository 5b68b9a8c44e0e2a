import { expect, test } from 'vitest'
import { tidied } from '../../workers/http/steps/address.ts'

test.each([
  ['/en', '/en/'],
  ['/en/', '/en/'],
  ['/EN/courses', '/en/courses'],
  ['/Da/courses/', '/da/courses'],
  ['/it/courses/first/lesson/', '/it/courses/first/lesson'],
  ['/', '/'],
  ['/xx/courses/', '/xx/courses/'],
  ['//evil.example/', '//evil.example/'],
  ['/en//evil.example/', '/en//evil.example/'],
  ['/theme/abc.css', '/theme/abc.css'],
])('%s leads to %s', (typed, right) => {
  expect(tidied(typed)).toBe(right)
})
