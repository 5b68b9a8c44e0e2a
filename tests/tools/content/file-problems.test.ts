import { expect, test } from 'vitest'
import { compileWith, page, svg, told, UNIT, unitText } from './content.ts'
import { FILE, quiet, toldAbout } from './telling.ts'

test('a picture without words for those who cannot see it', async () => {
  expect(await toldAbout('![](map.svg)', { 'map.svg': svg })).toEqual([
    '7  This picture has no words for those who cannot see it: write ![what it shows](…).',
  ])
})

test.each([
  ['script', '<script>a</script>', 'A drawing must not hold a script: delete it.'],
  ['an event', '<path onclick="a"/>', 'A drawing must not react to events (on…=): delete the attribute.'],
  [
    'foreignObject',
    '<foreignObject/>',
    'A drawing must not hold foreignObject: draw it with SVG shapes and text.',
  ],
  [
    'an address',
    '<image href="https://x.eu/a.png"/>',
    'A drawing may only refer to itself (href="#…"): put the thing into the file.',
  ],
  [
    'an old address',
    '<use xlink:href="a.svg#b"/>',
    'A drawing may only refer to itself (href="#…"): put the thing into the file.',
  ],
  [
    'a style',
    '<path style="fill: url(https://x.eu/a)"/>',
    'A drawing may only refer to itself (url(#…)): put the thing into the file.',
  ],
  ['an import', '<style>@import "a.css";</style>', 'A drawing must not import styles: delete the line.'],
  [
    'an entity',
    '<!DOCTYPE svg [<!ENTITY a "b">]>',
    'A drawing must not have a DOCTYPE or entities: delete the line.',
  ],
  [
    'an animated link',
    '<set attributeName="href" to="a"/>',
    'A drawing must not animate links or events: delete it.',
  ],
])('a drawing with %s', async (_name, inside, message) => {
  const drawing = svg.replace('<path', `\n\n${inside}\n<path`)
  expect(await toldAbout('![A](map.svg)', { 'map.svg': drawing })).toEqual([`${UNIT}/map.svg:3  ${message}`])
})

test('a drawing may refer to itself', async () => {
  const drawing = svg.replace('<path', `<a href="#b"/><use xlink:href='#c'/><path style="fill:url( '#d')"`)
  expect(await toldAbout('![A](map.svg)', { 'map.svg': drawing })).toEqual([])
})

test('an empty or wrong file for a picture', async () => {
  expect(await toldAbout('![A](map.svg)', { 'map.svg': '' })).toEqual([
    '7  The file map.svg cannot be used: see the problem with the file itself.',
    `${UNIT}/map.svg:1  This file is empty: put the real one here.`,
  ])
  expect(await toldAbout('![A](map.svg)', { 'map.svg': 'words' })).toEqual([
    `${UNIT}/map.svg:1  This is not an SVG drawing: it has no <svg> element.`,
  ])
})

test('files that cannot be read as text', async () => {
  const bytes = new TextEncoder().encode(unitText('A\n\nB'))
  const broken = new Uint8Array([...bytes, 0x41, 0xff, 0x0a])
  const about = async (content: string | Uint8Array) =>
    told(await compileWith({ ...quiet, [FILE]: content })).filter((line) => line.startsWith(FILE))
  expect(await about(broken)).toEqual([
    `${FILE}:10  A character here is not valid UTF-8: save the file as UTF-8.`,
  ])
  expect(await about(' \n')).toEqual([`${FILE}:1  This file is empty: write it or delete it.`])
  expect(await about(unitText('A\n\nB\u0007'))).toEqual([
    `${FILE}:9  An invisible or broken character stands here: delete it.`,
  ])
  expect(await about(unitText('A '.repeat(500_001)))).toEqual([
    `${FILE}:1  This file is larger than 1 MB: make it smaller or split it.`,
  ])
})

test('a text without words above it, or without words below them', async () => {
  const about = async (content: string) =>
    told(await compileWith({ ...quiet, [FILE]: content })).filter((line) => line.startsWith(FILE))
  const none = `${FILE}:1  The file must begin with \`title\` and \`summary\` between two lines of ---.`
  expect(await about('Words.')).toEqual([none])
  expect(await about('---\ntitle: A\n')).toEqual([none])
  expect(await about('---\n---\n\nWords.')).toEqual([
    `${FILE}:2  Facts are missing here: write lines of the form \`key: value\`.`,
  ])
  expect(await about(unitText(''))).toEqual([`${FILE}:6  There is no text below the title: write it.`])
})

test('words above a text that are wrong', async () => {
  const about = async (content: string) =>
    told(await compileWith({ ...quiet, [FILE]: content })).filter((line) => line.startsWith(FILE))
  expect(await about(page('A.', 'outcomes: Words\nsumary: B\n'))).toEqual([
    `${FILE}:4  \`outcomes\` must be a list (- …).`,
    `${FILE}:5  \`sumary\` is not known here: delete it or look at FORMAT.md for its name.`,
  ])
  expect(await about(page('A.'))).toEqual([`${FILE}:2  \`outcomes\` is missing: add it.`])
  expect(await about(page('A.', 'outcomes: [2]\ntitle: B\n'))).toEqual([
    `${FILE}:5  This key stands twice in the same list of facts: keep one.`,
  ])
  expect(await about(page('A.', 'outcomes: [2]\n'))).toEqual([
    `${FILE}:4  \`outcomes\` must be text: write it in quotes, '2'.`,
  ])
  expect(await about(page('A.', 'outcomes:\n  - One: two: three\n'))).toEqual([
    `${FILE}:5  A colon inside a text confuses YAML: put the whole text in quotes, '…'.`,
  ])
  expect(await about(page('A.', "outcomes: ['']\n"))).toEqual([`${FILE}:4  \`outcomes\` must not be empty.`])
})
