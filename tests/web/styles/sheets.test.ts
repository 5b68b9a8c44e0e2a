import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

const folder = new URL('../../../web/styles/', import.meta.url)
const sheets = readdirSync(folder).map((name) => ({
  name,
  css: readFileSync(new URL(name, folder), 'utf8').replaceAll(/\/\*.*?\*\//gs, ''),
}))
const all = sheets.map((sheet) => sheet.css).join('')

test('every custom property that is used has been given a value', () => {
  const given = new Set([...all.matchAll(/(--[a-z0-9-]+):/g)].map(([, name]) => name))
  const used = [...all.matchAll(/var\((--[a-z0-9-]+)\)/g)].map(([, name]) => name)
  expect(used.filter((name) => !given.has(name))).toEqual([])
})

test('colours are named in one sheet only, so that a theme reaches all of them', () => {
  const own = sheets
    .filter((sheet) => sheet.name !== 'tokens.css')
    .flatMap(({ name, css }) =>
      [...css.matchAll(/#[0-9a-f]{3,8}\b|rgb\(|hsl\(/g)].map(([colour]) => [name, colour]),
    )
  expect(own).toEqual([
    ['blocks.css', '#fffdf9'],
    ['masthead.css', '#1a161280'],
  ])
})

test('nothing is fetched from elsewhere but the letters', () => {
  for (const { name, css } of sheets)
    for (const [, address] of css.matchAll(/url\(["']?([^"')]+)/g))
      expect([name, address]).toEqual(['fonts.css', expect.stringMatching(/^@fontsource-variable\//)])
})

test('the look of the whole product is less than twelve kilobytes', () => {
  expect(gzipSync(all).length).toBeLessThan(12 * 1024)
})
