import fc from 'fast-check'
import { expect, test } from 'vitest'
import { house } from '#domain/brands/brand.ts'
import { contrast, toOklch } from '#domain/brands/colour.ts'
import { pairs, theme, themeCss, themeHash } from '#domain/brands/theme.ts'
import { anyColour, hardColours } from './colours.ts'

function unreadable(primary: string, secondary: string): string[] {
  return (['light', 'dark'] as const).flatMap((scheme) => {
    const colours = theme({ primary, secondary }, scheme)
    return pairs
      .filter((pair) => contrast(colours[pair.front], colours[pair.on]) < pair.atLeast)
      .map((pair) => `${scheme}: ${pair.front} on ${pair.on}`)
  })
}

test('whatever two colours a partner chooses, every text and control can be read by day and by night', () => {
  fc.assert(
    fc.property(anyColour, anyColour, (primary, secondary) => {
      expect(unreadable(primary, secondary)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('the hardest colours are readable too, alone and together', () => {
  for (const primary of hardColours)
    for (const secondary of hardColours) expect(unreadable(primary, secondary)).toEqual([])
})

test('a colour that can be read stays exactly what the partner chose', () => {
  const colours = theme({ primary: '#0b3d91', secondary: '#2f5d62' }, 'light')
  expect(colours).toMatchObject({ accent: '#0b3d91', link: '#0b3d91', band: '#0b3d91', second: '#2f5d62' })
})

test('a colour that cannot be read keeps its hue', () => {
  for (const primary of ['#ff6600', '#00a19a', '#ff00aa', '#0b3d91', '#e7ff00']) {
    for (const scheme of ['light', 'dark'] as const) {
      const { accent, link } = theme({ primary, secondary: '#000000' }, scheme)
      expect(Math.abs(toOklch(accent).h - toOklch(primary).h)).toBeLessThan(6)
      expect(Math.abs(toOklch(link).h - toOklch(primary).h)).toBeLessThan(6)
    }
  }
})

test('a theme is custom properties and nothing else', () => {
  fc.assert(
    fc.property(fc.string(), anyColour, (typed, colour) => {
      const css = themeCss({ primary: typed, secondary: colour })
      const rules = css
        .replaceAll(/--[a-z-]+:#[0-9a-f]{6}/g, 'x')
        .replaceAll(/x(;x)*/g, 'x')
        .split('\n')
      expect(rules).toEqual([
        ':root{x}',
        '@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){x}}',
        '@media screen{:root[data-theme=dark]{x}}',
      ])
    }),
  )
})

test('what is no colour gives way to the colours of the house', () => {
  const broken = themeCss({ primary: 'red;}body{display:none', secondary: 'url(//x)' })
  expect(broken).toBe(themeCss(house))
})

test('a theme has a short name that changes with its colours', async () => {
  const name = await themeHash(house)
  expect(name).toMatch(/^[0-9a-f]{16}$/)
  expect(await themeHash(house)).toBe(name)
  expect(await themeHash({ ...house, primary: '#8a3b25' })).not.toBe(name)
})
