import fc from 'fast-check'
import { expect, test } from 'vitest'
import { marks } from '#domain/brands/brand.ts'
import { contrast } from '#domain/brands/colour.ts'
import { markSvg } from '#domain/brands/mark.ts'
import { markColours } from '#domain/brands/theme.ts'
import { anyColour } from './colours.ts'

const brand = { primary: '#0b3d91', secondary: '#f2b705' }

test('a mark is the same every time and differs from name to name', () => {
  expect(markSvg(brand, 'Aproximar')).toBe(markSvg(brand, 'Aproximar'))
  for (const mark of marks) {
    expect(markSvg({ ...brand, mark }, 'Aproximar')).not.toBe(markSvg({ ...brand, mark }, 'Fundación INTRAS'))
  }
})

test('letters come from the words that begin with a capital, whatever the accents', () => {
  expect(markSvg(brand, 'Anziani e Non Solo')).toBe(markSvg(brand, 'Anziani Non'))
  expect(markSvg(brand, 'SOSU Østjylland')).toBe(markSvg(brand, 'Sosu Østre'))
  expect(markSvg(brand, 'Școala Țării')).toBe(markSvg(brand, 'Scoala Tarii'))
})

test('a name in letters we cannot draw gets a pattern', () => {
  expect(markSvg(brand, 'Дом')).toContain('rotate(')
  expect(markSvg(brand, '')).toContain('rotate(')
})

test('nothing of the name is written into the picture', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...marks), (name, mark) => {
      const svg = markSvg({ ...brand, mark }, `${name}"><script>`)
      return /^<svg [^<>]+>(<(path|g|circle|\/g)[^<>]*>)+<\/svg>$/.test(svg) && !svg.includes('NaN')
    }),
  )
})

test('what is drawn on a mark can be seen, in any colour', () => {
  fc.assert(
    fc.property(anyColour, anyColour, (primary, secondary) => {
      const { ground, front } = markColours({ primary, secondary })
      return contrast(ground, front) >= 4.5
    }),
  )
})
