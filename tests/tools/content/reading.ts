// The blocks of a learner's text.

import { expect } from 'vitest'
import type { Block } from '#domain/works/block.ts'
import { compileWith, told, UNIT, unitText } from './content.ts'
import { quiet } from './telling.ts'

/** The blocks of a learner's text without problems. */
export async function blocksOf(body: string, beside: Record<string, string> = {}): Promise<Block[]> {
  const more = Object.fromEntries(
    Object.entries(beside).map(([name, content]) => [`${UNIT}/${name}`, content]),
  )
  const result = await compileWith({ ...quiet, ...more, [`${UNIT}/en/text.md`]: unitText(body) })
  expect(told(result)).toEqual([])
  const programme = result.works.find(({ manifest }) => manifest.slug === 'e-social-work')
  return programme?.parts[programme.manifest.parts['1-1-from']?.en ?? '']?.blocks ?? []
}

/** A paragraph. */
export const text = (words: string) => ({ type: 'text', text: [{ type: 'text', text: words }] })
