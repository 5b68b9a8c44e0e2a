// A partner's two colours become a theme in which every text and control can be read, by day and by night.
import { type Brand, house } from './brand.ts'
import { contrast, fromOklch, type Oklch, parseColour, toOklch } from './colour.ts'
import { ink, type PaperToken, paper, type Scheme, white } from './paper.ts'

export type { Brand }

export type BrandToken =
  | 'accent'
  | 'accent-hover'
  | 'accent-active'
  | 'on-accent'
  | 'accent-soft'
  | 'link'
  | 'link-hover'
  | 'link-visited'
  | 'band'
  | 'on-band'
  | 'second'
  | 'second-soft'
  | 'focus'

type Theme = Record<BrandToken | PaperToken, string>

/** Custom properties only: light for everybody and on paper, dark for those who asked for it. */
export function themeCss(brand: Brand): string {
  const dark = properties(brandColours(brand, 'dark'))
  return [
    `:root{${properties(brandColours(brand, 'light'))}}`,
    `@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}`,
    `@media screen{:root[data-theme=dark]{${dark}}}`,
  ].join('\n')
}

/** 16 hexadecimal digits of the SHA-256 of the theme: a changed theme has a new address. */
export async function themeHash(brand: Brand): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(themeCss(brand)))
  return Array.from(new Uint8Array(digest, 0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Every colour of a page in one scheme: the partner's and the product's own. */
export function theme(brand: Brand, scheme: Scheme): Theme {
  return { ...paper[scheme], ...brandColours(brand, scheme) }
}

/** A mark stands on paper, at night and in a browser's tab alike: its own ground carries it, not the scheme. */
export function markColours(brand: Brand): { ground: string; front: string; second: string } {
  const { colour, text } = nearest(parseColour(brand.primary) ?? house.primary, () => true, 'light')
  return { ground: colour, front: text, second: parseColour(brand.secondary) ?? house.secondary }
}

export interface Pair {
  front: BrandToken | PaperToken
  on: BrandToken | PaperToken
  /** WCAG 2.2: 4.5 for text (1.4.3 AA), 3 for large text, controls and the focus ring (1.4.3, 1.4.11). */
  atLeast: 4.5 | 3
}

const grounds = ['paper', 'raised', 'sunk', 'accent-soft', 'second-soft'] as const
const texts = ['ink', 'ink-soft', 'link', 'link-hover', 'link-visited', 'error'] as const
const graphics = ['control', 'accent', 'accent-hover', 'accent-active', 'second', 'focus'] as const

/** Every combination that the style sheets may use; the theme's tests hold each of them for any two colours. */
export const pairs: readonly Pair[] = [
  ...grounds.flatMap((on) => texts.map((front): Pair => ({ front, on, atLeast: 4.5 }))),
  ...grounds.flatMap((on) => graphics.map((front): Pair => ({ front, on, atLeast: 3 }))),
  ...(['accent', 'accent-hover', 'accent-active'] as const).map(
    (on): Pair => ({ front: 'on-accent', on, atLeast: 4.5 }),
  ),
  { front: 'on-band', on: 'band', atLeast: 4.5 },
  ...(['ok', 'warn', 'error'] as const).flatMap((front): Pair[] => [
    { front, on: `${front}-soft`, atLeast: 4.5 },
    { front: 'ink', on: `${front}-soft`, atLeast: 4.5 },
    { front: 'ink-soft', on: `${front}-soft`, atLeast: 4.5 },
    { front: 'link', on: `${front}-soft`, atLeast: 4.5 },
    { front: 'link-hover', on: `${front}-soft`, atLeast: 4.5 },
    { front: 'link-visited', on: `${front}-soft`, atLeast: 4.5 },
    { front: 'focus', on: `${front}-soft`, atLeast: 3 },
    { front, on: 'paper', atLeast: 4.5 },
    { front, on: 'raised', atLeast: 4.5 },
  ]),
  { front: 'stamp', on: 'paper', atLeast: 4.5 },
  { front: 'stamp', on: 'raised', atLeast: 4.5 },
]

function brandColours(brand: Brand, scheme: Scheme): Record<BrandToken, string> {
  const primary = parseColour(brand.primary) ?? house.primary
  const secondary = parseColour(brand.secondary) ?? house.secondary
  const soft = { 'accent-soft': tint(primary, scheme), 'second-soft': tint(secondary, scheme) }
  const under = [
    ...Object.values(soft),
    ...Object.entries(paper[scheme])
      .filter(isGround)
      .map(([, c]) => c),
  ]
  const clear = (ratio: number) => (colour: string) => under.every((on) => contrast(colour, on) >= ratio)
  const link = toward(scheme, primary, clear(4.5)) ?? paper[scheme].ink
  const band = nearest(primary, () => true, scheme)
  const button = nearest(primary, clear(3), scheme)
  const kept = (colour: string) => clear(3)(colour) && contrast(colour, button.text) >= 4.5
  return {
    accent: button.colour,
    'accent-hover': nudge(button.colour, 0.06, kept),
    'accent-active': nudge(button.colour, 0.11, kept),
    'on-accent': button.text,
    ...soft,
    link,
    'link-hover': nudge(link, 0.09, clear(4.5)),
    'link-visited': toward(scheme, visited(link), clear(4.5)) ?? paper[scheme].ink,
    band: band.colour,
    'on-band': band.text,
    second: toward(scheme, secondary, clear(3)) ?? paper[scheme].ink,
    focus: toward(scheme, primary, clear(3)) ?? paper[scheme].ink,
  }
}

function isGround([name]: [string, string]): boolean {
  return (
    name === 'paper' ||
    name === 'raised' ||
    name === 'sunk' ||
    (name.endsWith('-soft') && name !== 'ink-soft')
  )
}

/** The colour moved away from the page (darker on paper, lighter at night) just as far as `good` asks. */
function toward(scheme: Scheme, colour: string, good: (colour: string) => boolean): string | undefined {
  if (good(colour)) return colour
  const start = toOklch(colour)
  const step = scheme === 'light' ? -0.01 : 0.01
  for (let l = start.l + step; l > -0.01 && l < 1.01; l += step) {
    const moved = fromOklch({ ...start, l })
    if (good(moved)) return moved
  }
  return undefined
}

/** A ground for text: white or ink on it, whichever moves the colour less; white when it hardly matters. */
function nearest(colour: string, good: (colour: string) => boolean, scheme: Scheme) {
  const choices = [white, ink].flatMap((text) => {
    const readable = (moved: string) => good(moved) && contrast(moved, text) >= 4.5
    const found = [toward(scheme, colour, readable), toward(other(scheme), colour, readable)]
    return found.filter((moved) => moved !== undefined).map((moved) => ({ colour: moved, text }))
  })
  const cost = (choice: { colour: string; text: string }) =>
    Math.abs(toOklch(choice.colour).l - toOklch(colour).l) + (choice.text === white ? 0 : 0.08)
  return choices.sort((a, b) => cost(a) - cost(b))[0] ?? { colour: ink, text: white }
}

/** A state of the colour that can be told from it: a little darker, else a little lighter, else the same. */
function nudge(colour: string, by: number, good: (colour: string) => boolean): string {
  const start = toOklch(colour)
  const tried = [-by, by, -by / 2, by / 2].map((shift) => fromOklch({ ...start, l: start.l + shift }))
  return tried.find(good) ?? colour
}

/** Purple, as the web has always had it; plum for a partner whose links are purple already. */
function visited(link: string): string {
  const { l, h } = toOklch(link)
  const purple = Math.abs(h - 310) < 40 ? 355 : 310
  return fromOklch({ l: Math.max(l, 0.42), c: 0.11, h: purple })
}

/** A breath of the colour over the paper; a grey brand borrows the warmth of the paper. */
function tint(colour: string, scheme: Scheme): string {
  const { c, h }: Oklch = toOklch(colour)
  const warm = c < 0.02 ? { c: 0.016, h: 80 } : { c: Math.min(0.032, c * 0.4), h }
  return fromOklch({ ...warm, l: scheme === 'light' ? 0.925 : 0.335 })
}

function other(scheme: Scheme): Scheme {
  return scheme === 'light' ? 'dark' : 'light'
}

function properties(colours: Record<string, string>): string {
  return Object.entries(colours)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';')
}
