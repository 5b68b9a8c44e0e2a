// Builds what is served: the browser's files, the Worker, and the pictures of the content.
//   node tools/build.ts [--development] [--into folder]
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
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
