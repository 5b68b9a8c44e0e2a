// Builds what is served: the browser's files, the Worker, and the pictures of the content.
//   node tools/build.ts [--development] [--into folder]
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { build as vite } from 'vite'
import { compileContent } from './content/compile.ts'

const ROOT = join(import.meta.dirname, '..')

const DIST = join(ROOT, 'dist')

/**
 * A build for development has the outbox page; a production build does not. For another folder than dist it must run
 * in the folder above it: there vite.config.ts looks for the list of the client's files.
 */
export async function build(mode: 'development' | 'production', into = DIST) {
  await rm(join(into, 'made-from'), { force: true })
  const outDir = (name: string) => ({ outDir: join(into, name), emptyOutDir: true })
  await vite({ root: ROOT, mode, logLevel: 'warn', build: outDir('client') })
  await vite({
    root: ROOT,
    mode,
    logLevel: 'warn',
    build: { ...outDir('worker'), ssr: 'workers/index.ts', minify: mode === 'production' },
  })
  await copyPictures(into)
}

/** A build for development, unless the one in dist was made from these same files. */
export async function buildWhatChanged() {
  const sources = fingerprint()
  const mark = join(DIST, 'made-from')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === sources) return
  await build('development')
  await writeFile(mark, sources)
}

/** Names, sizes and times of everything that a build reads. */
function fingerprint(): string {
  const files = globSync('{content,schema,web,workers}/**/*.*', { cwd: ROOT }).concat(
    'vite.config.ts',
    'package-lock.json',
  )
  const facts = files.sort().map((file) => {
    const { size, mtimeMs } = statSync(join(ROOT, file))
    return `${file} ${size} ${mtimeMs}`
  })
  return createHash('sha256').update(facts.join('\n')).digest('hex')
}

/** Pictures, clips and downloads of the content, at the addresses by which its pages name them. */
export async function copyPictures(into = DIST) {
  const { files } = await compileContent(join(ROOT, 'content'))
  for (const { href, path } of files) {
    const target = join(into, 'client', href)
    await mkdir(dirname(target), { recursive: true })
    if (path.endsWith('.svg')) await writeFile(target, named(await readFile(path, 'utf8')))
    else await cp(path, target)
  }
}

/** A drawing is shown by reference to its root, so that it takes the colours of the page: the root needs a name. */
const named = (svg: string) => svg.replace(/<svg\b(?![^>]*\sid=)/, '<svg id="picture"')

if (import.meta.main) {
  const { values } = parseArgs({ options: { development: { type: 'boolean' }, into: { type: 'string' } } })
  await build(values.development ? 'development' : 'production', values.into)
}
