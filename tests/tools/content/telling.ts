// What is told about a learner's text.
import { CARD, cardBody, cardWords, compileWith, type Files, told, UNIT, unitText } from './content.ts'

export const FILE = `${UNIT}/en/text.md`

/** Without the one source and its citation, so that nothing is told about them. */
export const quiet: Files = {
  'sources/evidence.yaml': undefined,
  [`${CARD}/en.md`]: cardWords(cardBody.replace('[^kahlon2021]', '')),
}

/** What is told about a learner's text whose body begins in line 7, without the name of the file. */
export async function toldAbout(body: string, beside: Record<string, string | Uint8Array> = {}) {
  const more = Object.fromEntries(
    Object.entries(beside).map(([name, content]) => [`${UNIT}/${name}`, content]),
  )
  const result = await compileWith({ ...quiet, ...more, [FILE]: unitText(body) })
  return told(result).map((line) => line.replace(`${FILE}:`, ''))
}
