// Says what is wrong with the content: node tools/content/check.ts [folder]
import { fileURLToPath } from 'node:url'
import { compileContent, type Result } from './compile.ts'
import { wordsIn } from './text.ts'

const content = fileURLToPath(new URL('../../content', import.meta.url))
const [only = ''] = process.argv
  .slice(2)
  .map((path) => path.replace(/^(\.\/)?content\//, '').replace(/\/$/, ''))
const { works, problems } = await compileContent(content)
const shown = problems.filter(({ file }) => file === only || file.startsWith(only && `${only}/`))
for (const { file, line, message } of shown) console.log(`content/${file}:${line}  ${message}`)
if (shown.length > 0) process.exitCode = 1
else console.log(counts(works))

function counts(works: Result['works']): string {
  // A page that two works share is counted once.
  const parts = new Map(works.flatMap((work) => Object.entries(work.parts)))
  const words = [...parts.values()].reduce((sum, part) => sum + wordsIn(part.blocks), 0)
  return `${works.length} works, ${parts.size} parts, ${words} words`
}
