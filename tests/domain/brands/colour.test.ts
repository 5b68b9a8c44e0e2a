import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrast, fromOklch, parseColour, toOklch } from '#domain/brands/colour.ts'
import { anyColour } from './colours.ts'

test('a colour is read in the ways people write it', () => {
  expect(parseColour('#0B3D91')).toBe('#0b3d91')
  expect(parseColour(' 0b3d91 ')).toBe('#0b3d91')
  expect(parseColour('#FA0')).toBe('#ffaa00')
})

test('what is no colour is refused', () => {
  const others = [
    '',
    'red',
    '#12345',
    '#1234567',
    'url(x)',
    '#fff;}body{display:none}',
    '#fff\n#000',
    'rgb(0,0,0)',
  ]
  for (const other of others) expect(parseColour(other)).toBeUndefined()
})

test('whatever is typed, only a hash and six digits come out', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'#09afAF;} ') })), (typed) => {
      const read = parseColour(typed)
      return read === undefined || /^#[0-9a-f]{6}$/.test(read)
    }),
  )
})

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#ffffff', '#ffffff')).toBe(1)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(contrast('#ffffff', '#777777')).toBe(contrast('#777777', '#ffffff'))
})

test('a colour that goes to OKLCH and back is the same colour', () => {
  fc.assert(fc.property(anyColour, (colour) => contrast(fromOklch(toOklch(colour)), colour) < 1.01))
  expect(fromOklch(toOklch('#0b3d91'))).toBe('#0b3d91')
  expect(toOklch('#ff0000').l).toBeCloseTo(0.628, 3)
})
