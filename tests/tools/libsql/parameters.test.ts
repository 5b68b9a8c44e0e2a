import fc from 'fast-check'
import Engine from 'libsql'
import { describe, expect, test } from 'vitest'
import { statementsIn } from '#tools/libsql/statements.ts'
import { failureOf, openDatabase, sendAll, start } from './support.ts'

const row = async (sql: string, args: (string | number)[] | Record<string, string>) =>
  Array.from((await openDatabase().execute({ sql, args })).rows[0]!)

describe('values by position', () => {
  test.each([
    ['SELECT ?, ?', ['one', 'two'], ['one', 'two']],
    ['SELECT ?2, ?3, ?1', ['one', 'two', 'three'], ['two', 'three', 'one']],
    ['SELECT ?3, ?1', ['one', 'two', 'three'], ['three', 'one']],
    ['SELECT ?2, ?, ?3', ['one', 'two', 'three'], ['two', 'three', 'three']],
    ["SELECT ?, '? ?2 :a', ? -- ? :b", ['one', 'two'], ['one', '? ?2 :a', 'two']],
  ])('%s', async (sql, args, expected) => {
    expect(await row(sql, args)).toEqual(expected)
  })
})

describe.each([':', '@', '$'])('values by name with %s', (sign) => {
  const args = { a: 'one', [`${sign}b`]: 'two' }

  test('are found with the sign and without it', async () => {
    expect(await row(`SELECT ${sign}b, ${sign}a`, args)).toEqual(['two', 'one'])
  })

  test('may be used several times', async () => {
    expect(await row(`SELECT ${sign}b, ${sign}a, ${sign}b || ${sign}a`, args)).toEqual([
      'two',
      'one',
      'twoone',
    ])
  })

  test('also have a number', async () => {
    expect(await row(`SELECT ${sign}b, ${sign}a, ?1`, args)).toEqual(['two', 'one', 'two'])
  })
})

describe('as on Turso, where the engine alone would bind NULL in silence', () => {
  test.each([
    ['a missing value', 'SELECT ?, ?', ['one'], 'value for parameter 2 not found'],
    ['a surplus value', 'SELECT ?', ['one', 'two'], 'too many parameters, expected 1 found 2'],
    ['a missing name', 'SELECT :a, :b', { a: 'one' }, 'value for parameter :b not found'],
    [
      'a name that the statement does not have',
      'SELECT :a',
      { b: 'one' },
      'value for parameter :a not found',
    ],
    ['a position for a name', 'SELECT :a', ['one'], 'value for parameter :a not found'],
  ])('%s is refused', async (_, sql, args, reason) => {
    const failure = await failureOf(row(sql, args as string[]))
    expect(failure.code).toBe('ARGS_INVALID')
    expect(failure.message).toContain(reason)
  })

  test('names and positions together are refused', async () => {
    const text = { type: 'text', value: 'x' }
    const stmt = { sql: 'SELECT ?, :a', args: [text], named_args: [{ name: 'a', value: text }] }
    const { results } = await sendAll(start({ autoCreate: true }), [{ type: 'execute', stmt }])
    expect(results[0]?.error?.code).toBe('ARGS_BOTH_POSITIONAL_AND_NAMED')
  })

  test('only EXPLAIN needs no values', async () => {
    expect((await openDatabase().execute('EXPLAIN QUERY PLAN SELECT ? WHERE :a')).columns).toContain('detail')
  })
})

test('parameters are numbered as the engine numbers them', () => {
  const engine = new Engine(':memory:')
  const numbers = Array.from({ length: 20 }, (_, i) => i + 1)
  const parameter = fc.oneof(
    fc.constant('?'),
    fc.integer({ min: 1, max: 9 }).map((n) => `?${n}`),
    fc.constantFrom(':a', ':b', '@a', '$a', ':ț'),
  )
  fc.assert(
    fc.property(fc.array(parameter, { minLength: 1, maxLength: 8 }), (parameters) => {
      const sql = `SELECT ${parameters.join(', ')}`
      const given = engine.prepare(sql).raw(true).get(numbers) as number[] // each column tells its number
      const named = statementsIn(sql)[0]!.parameters
      expect(named).toHaveLength(Math.max(...given))
      for (const [i, name] of parameters.entries())
        if (/^[:@$]/.test(name)) expect(named[given[i]! - 1]).toBe(name)
    }),
  )
  engine.close()
})
