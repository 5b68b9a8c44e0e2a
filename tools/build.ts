// Builds what is served: the browser's files, the Worker, and the pictures of the content.
//   node tools/build.ts [--development]
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build as vite } from 'vite'
import { compileContent } from './content/compile.ts'

const ROOT = join(import.meta.dirname, '..')

/** A build for development has the outbox page; a production build does not. */
export async function build(mode: 'development' | 'production') {
  await vite({ root: ROOT, mode, logLevel: 'warn' })
  await vite({
    root: ROOT,
    mode,
    logLevel: 'warn',
    build: { ssr: 'workers/index.ts', minify: mode === 'production' },
  })
  await copyPictures()
}

/** Pictures, clips and downloads of the content, at the addresses by which its pages name them. */
export async function copyPictures() {
  const { files } = await compileContent(join(ROOT, 'content'))
  for (const { href, path } of files) {
    const target = join(ROOT, 'dist/client', href)
    await mkdir(dirname(target), { recursive: true })
    if (path.endsWith('.svg')) await writeFile(target, named(await readFile(path, 'utf8')))
    else await cp(path, target)
  }
}

/** A drawing is shown by reference to its root, so that it takes the colours of the page: the root needs a name. */
const named = (svg: string) => svg.replace(/<svg\b(?![^>]*\sid=)/, '<svg id="picture"')

if (import.meta.main) await build(process.argv.includes('--development') ? 'development' : 'production')
