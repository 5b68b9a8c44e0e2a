// A sign for an organisation that has none: an arched window with a sill, in its colours, filled from its name.
import type { Brand } from './brand.ts'
import { letters } from './letters.gen.ts'
import { markColours } from './theme.ts'

const arch = 'M4 33V16a16 16 0 0 1 32 0v17z'
const sill = 'M1.5 35.5h37v3a1 1 0 0 1-1 1h-35a1 1 0 0 1-1-1z'

/** A square SVG for the header and, as a file, for the browser's tab; nothing of the name itself is written in it. */
export function markSvg(brand: Brand, name: string): string {
  const { ground, front, second } = markColours(brand)
  const seed = hash(name)
  const initials = initialsOf(name)
  const kind = brand.mark ?? 'letters'
  const inside = {
    letters: () => (initials.length > 0 ? lettering(initials, front) : quilt(seed, front)),
    window: () => panes(seed, front),
    quilt: () => quilt(seed, front),
    circle: () => circle(seed, front),
  }[kind]()
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" aria-hidden="true" focusable="false" class="mark">' +
    `<path d="${arch}" fill="${ground}" stroke="${front}" stroke-opacity=".25" stroke-width=".8"/>${inside}<path d="${sill}" fill="${second}"/></svg>`
  )
}

/** One or two capitals: words that are written with a capital first, small words ("for", "de") only in need. */
function initialsOf(name: string): string[] {
  const plain = name.replace(/[łŁ]/g, 'L').normalize('NFD').replace(/\p{M}/gu, '')
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  const capital = words.filter((word) => /^[\p{Lu}\p{N}]/u.test(word))
  const firsts = (capital.length > 0 ? capital : words)
    .slice(0, 2)
    .map((word) => (word[0] ?? '').toUpperCase())
  return firsts.every((first) => first in letters) ? firsts : []
}

function lettering(initials: string[], front: string): string {
  const outlines = initials.map((initial) => letters[initial] ?? ([0, ''] as const))
  const gap = 7
  const width = outlines.reduce((sum, [own]) => sum + own, gap * (outlines.length - 1))
  const scale = Math.min(outlines.length > 1 ? 0.205 : 0.265, 25 / width)
  let x = 20 - (width * scale) / 2
  const y = 20.2 + 34 * scale
  const drawn = outlines.map(([own, path]) => {
    const place = `translate(${round(x)} ${round(y)})scale(${round(scale)})`
    x += (own + gap) * scale
    return `<path d="${path}" transform="${place}"/>`
  })
  return `<g fill="${front}">${drawn.join('')}</g>`
}

/** A window at night: which of the six panes are lit depends on the name, never all and never none. */
function panes(seed: number, front: string): string {
  const lit = (seed % 62) + 1
  const pane = (index: number) => {
    const [column, row] = [index % 2, Math.floor(index / 2)]
    const x = column === 0 ? 7.5 : 21
    const shape =
      row === 0
        ? `M${x} 13.5h11.5${column === 0 ? 'v-9.2a11.6 11.6 0 0 0-11.5 9.2z' : 'a11.6 11.6 0 0 0-11.5-9.2v9.2z'}`
        : `M${x} ${row === 1 ? 15.5 : 24.5}h11.5v${row === 1 ? 7 : 6}h-11.5z`
    return `<path d="${shape}" opacity="${(lit >> index) & 1 ? 1 : 0.28}"/>`
  }
  return `<g fill="${front}">${[0, 1, 2, 3, 4, 5].map(pane).join('')}</g>`
}

/** Four quarters of circles, each turned as the name says: 256 patterns. */
function quilt(seed: number, front: string): string {
  const quarter = (index: number) => {
    const [x, y] = [index % 2 === 0 ? 15 : 25, index < 2 ? 14.5 : 24.5]
    const turn = ((seed >> (index * 2)) & 3) * 90
    return `<path d="M-4.5-4.5h9a9 9 0 0 1-9 9z" transform="translate(${x} ${y})rotate(${turn})"/>`
  }
  return `<g fill="${front}">${[0, 1, 2, 3].map(quarter).join('')}</g>`
}

/** People around a table: five to nine of them; who is speaking depends on the name. */
function circle(seed: number, front: string): string {
  const people = 5 + (seed % 5)
  const person = (index: number) => {
    const angle = (2 * Math.PI * index) / people - Math.PI / 2
    const [x, y] = [20 + 9 * Math.cos(angle), 19 + 9 * Math.sin(angle)]
    return `<circle cx="${round(x)}" cy="${round(y)}" r="${(seed >>> (index + 4)) & 1 ? 3.3 : 2.1}"/>`
  }
  return `<g fill="${front}">${Array.from({ length: people }, (_, index) => person(index)).join('')}</g>`
}

/** FNV-1a, 32 bits: the same name always gives the same picture. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const unit of new TextEncoder().encode(text)) value = Math.imul(value ^ unit, 0x01000193) >>> 0
  return value
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
