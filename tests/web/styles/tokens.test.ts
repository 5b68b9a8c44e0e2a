import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { house } from '#domain/brands/brand.ts'
import { contrast, toOklch } from '#domain/brands/colour.ts'
import { paper, type Scheme } from '#domain/brands/paper.ts'
import { theme } from '#domain/brands/theme.ts'
import { asSeenBy, sights } from './sight.ts'

const css = readFileSync(new URL('../../../web/styles/tokens.css', import.meta.url), 'utf8')
const schemes: Scheme[] = ['light', 'dark']
const families = ['a', 'b', 'c', 'd', 'e', 'f', 'g']

/** The custom properties of the rule that begins with `selector`. */
function rule(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`)
  const body = css.slice(start, css.indexOf('}', start))
  return Object.fromEntries(
    [...body.matchAll(/--([a-z-]+): ([^;]+);/g)].map(([, name, value]) => [name, value]),
  )
}

const light = rule(':root')
const night = { ...light, ...rule(':root:not([data-theme="light"])') }
const asked = { ...light, ...rule(':root[data-theme="dark"]') }
const tokens = { light, dark: night }

function token(scheme: Scheme, name: string): string {
  const value = tokens[scheme][name]
  if (!value) throw new Error(`--${name} is missing`)
  return value
}

test('the style sheet has the paper, the ink and the accent of the house', () => {
  for (const scheme of schemes) expect(tokens[scheme]).toMatchObject(theme(house, scheme))
})

test('the night that is asked for is the night that the device asks for', () => {
  expect(asked).toEqual(night)
})

test('the band of every family can be read', () => {
  for (const family of families)
    expect(
      contrast(token('light', `family-${family}`), token('light', `on-family-${family}`)),
    ).toBeGreaterThan(4.5)
})

test('ink in the colour of a family can be read on every ground', () => {
  for (const scheme of schemes)
    for (const family of families) {
      const { paper: page, raised, sunk } = paper[scheme]
      for (const ground of [page, raised, sunk, token(scheme, `family-${family}-soft`)])
        expect(contrast(token(scheme, `family-${family}-ink`), ground)).toBeGreaterThan(4.5)
      for (const text of ['ink', 'link', 'link-hover', 'link-visited'])
        expect(contrast(token(scheme, text), token(scheme, `family-${family}-soft`))).toBeGreaterThan(4.5)
    }
})

test('families are told apart by everybody, colour-blind readers too', () => {
  for (const sight of sights) {
    const seen = families.map((family) => place(asSeenBy(sight, token('light', `family-${family}`))))
    for (const [at, one] of seen.entries())
      for (const other of seen.slice(at + 1)) expect(distance(one, other)).toBeGreaterThan(0.1)
  }
})

type Place = [number, number, number]

/** Where a colour lies in OKLab: 0.02 apart is just noticeable. */
function place(colour: string): Place {
  const { l, c, h } = toOklch(colour)
  return [l, c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)]
}

function distance(one: Place, other: Place): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])
}
