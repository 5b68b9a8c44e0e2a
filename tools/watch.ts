// Development: what changes on the disk is built or published again while the product runs.
import { spawn } from 'node:child_process'
import { watch as watchFolder } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const PAUSE_MS = 200

/** Sources are built by Vite, and wrangler takes the new Worker by itself; changed content is given to `publish`. */
export function watch(publish: () => Promise<void>) {
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js')
  const common = ['build', '--watch', '--mode', 'development', '--logLevel', 'warn', '--emptyOutDir', 'false']
  for (const more of [[], ['--ssr', 'workers/index.ts']]) {
    const child = spawn(process.execPath, [vite, ...common, ...more], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    process.once('exit', () => child.kill())
  }
  watchContent(publish)
}

function watchContent(publish: () => Promise<void>) {
  let waiting: NodeJS.Timeout | undefined
  watchFolder(join(ROOT, 'content'), { recursive: true }, (_, file) => {
    if (!file || file.endsWith('.ts')) return
    clearTimeout(waiting)
    const take = () => void publish().catch((error: Error) => console.error(error.message))
    waiting = setTimeout(take, PAUSE_MS)
  })
}
