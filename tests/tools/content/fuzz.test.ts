import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { CARD, COURSE, compileWith, type Files, sound, UNIT, unitText } from './content.ts'

/** Whatever was written, there is an answer, and every problem points to a line of a file that is there. */
async function answers(changes: Files) {
  const { problems, works } = await compileWith(changes)
  for (const { file, line, message } of problems) {
    expect(file).not.toMatch(/^\/|\\/)
    expect(Number.isInteger(line) && line >= 1).toBe(true)
    expect(message).toMatch(/\.$/)
  }
  for (const work of works) {
    for (const part of Object.values(work.parts)) {
      const ids = idsIn(part.blocks)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.every(Boolean)).toBe(true)
    }
  }
}

function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === 'id' ? [String(inner)] : idsIn(inner)))
}

// Hundreds of compilations in a test.
vi.setConfig({ testTimeout: 60_000 })

const FILES = Object.keys(sound)
const few = { numRuns: 40 }

const markdown = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '#',
        '##',
        '### ',
        '{#a minutes=2}',
        '\n',
        '\n\n',
        '    ',
        '- ',
        '- [x] ',
        '1. ',
        '> ',
        '> — ',
        '|',
        '|---|',
        '\n|a|b|\n|-|-|\n',
      ),
      fc.constantFrom(
        ':::',
        '::::',
        '::',
        ':::question{#q}\n',
        ':::task[a]{#t minutes=5}\n',
        ':::callout[b]{kind=tip}\n',
        '::card{slug=x}',
        ':::video{src=a title=b captions=c seconds=d}\n',
      ),
      fc.constantFrom(
        '[^a]',
        '[^',
        '](',
        '![a](b.svg "c [^d]")',
        '[a](work:tool/b)',
        '**',
        '_',
        '`',
        '<b>',
        '<!--',
        '\\',
        '&amp;',
        '---\n',
        '```\n',
        '[a]: b\n',
      ),
      fc.string({ maxLength: 8 }),
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''))

test('any Markdown in a text', async () => {
  await fc.assert(
    fc.asyncProperty(markdown, (body) => answers({ [`${UNIT}/en/text.md`]: unitText(body) })),
    { numRuns: 50 },
  )
})

test('any Markdown in a card', async () => {
  const front = String(sound[`${CARD}/en.md`]).split('## Before')[0]
  await fc.assert(
    fc.asyncProperty(markdown, (body) => answers({ [`${CARD}/en.md`]: front + body })),
    few,
  )
})

test('any bytes in any file', async () => {
  const bytes = fc.uint8Array({ maxLength: 200 })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...FILES), bytes, (file, content) => answers({ [file]: content })),
    few,
  )
})

test('any file cut off, doubled or changed in one place', async () => {
  const edit = fc.tuple(
    fc.constantFrom(...FILES),
    fc.nat(),
    fc.nat(40),
    fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom('\n', ':', '- ', '  ', '"', '{', '[', '&a ', '*a', '!!x ', '? '),
    ),
  )
  await fc.assert(
    fc.asyncProperty(edit, ([file, at, length, instead]) => {
      const text = String(sound[file])
      const from = at % text.length
      return answers({ [file]: text.slice(0, from) + instead + text.slice(from + length) })
    }),
    { numRuns: 50 },
  )
})

test('any file missing', async () => {
  for (const file of FILES) await answers({ [file]: undefined })
})

test('any facts', async () => {
  const facts = fc.json({ maxDepth: 4 })
  const file = fc.constantFrom(...FILES.filter((path) => path.endsWith('.yaml')))
  await fc.assert(
    fc.asyncProperty(file, facts, (path, content) => answers({ [path]: content })),
    few,
  )
})

test('nesting without end', async () => {
  await answers({ [`${UNIT}/en/text.md`]: unitText(`${'>'.repeat(5000)} a`) })
  await answers({ [`${UNIT}/en/text.md`]: unitText(`${'['.repeat(5000)}a`) })
  await answers({ [`${UNIT}/en/text.md`]: unitText('*a '.repeat(3000)) })
  await answers({ [`${COURSE}/course.yaml`]: '['.repeat(20_000) })
  await answers({ [`${COURSE}/course.yaml`]: '- '.repeat(20_000) })
})
