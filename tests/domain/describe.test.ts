import { expect, test } from 'vitest'
import { describe } from '#domain/describe.ts'

test('an error is told with its cause and the places it came from', () => {
  const told = describe(new TypeError('It broke', { cause: new Error('The line is dead') }))
  expect(told).toMatch(/^TypeError: It broke <- The line is dead\n\s+at /)
  expect(told.split('\n').length).toBeLessThanOrEqual(6)
})

test('the values of a failed query are told nowhere: not in the message, its cause or the stack', () => {
  const failed = 'Failed query: insert into "people" values (?, ?)\nparams: ana@example.org,Ana'
  const told = describe(new Error(failed, { cause: new Error(failed) }))
  expect(told).toContain('Failed query: insert into "people" values (?, ?)')
  expect(told).not.toMatch(/ana/i)
  expect(told).not.toContain('params')
})

test('what is no error is told as it is', () => {
  expect(describe('no')).toBe('no')
  expect(describe(undefined)).toBe('undefined')
})
