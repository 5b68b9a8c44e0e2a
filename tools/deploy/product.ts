// What goes out: a production build in a folder of its own, so that nothing that is being served is disturbed.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Stop } from './stop.ts'

const ROOT = join(import.meta.dirname, '../..')
/** Cold starts grow with it. In bytes, compressed. */
const WORKER_BUDGET = 1024 * 1024
/** Words of the page that shows mails: in production it would hand out the keys in them. */
const OUTBOX = [/\/outbox\b/i, /mails that would have been sent/i]

/** Builds into `folder/dist` and puts the Worker's configuration beside it. */
export function makeProduct(folder: string) {
  const dist = join(folder, 'dist')
  // A process of its own, in that folder: the Worker's build looks for the client's list of files from where it runs.
  const built = spawnSync(process.execPath, [join(ROOT, 'tools/build.ts'), '--into', dist], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (built.status !== 0) throw new Stop('The build failed, see above. Nothing has been changed.')
  cpSync(join(ROOT, 'wrangler.toml'), join(folder, 'wrangler.toml'))
}

/** Refuses a product that must not go out. Answers the Worker's size in bytes, compressed. */
export function inspect(folder: string, budget = WORKER_BUDGET): number {
  const worker = textOf(join(folder, 'dist/worker'))
  if (OUTBOX.some((words) => words.test(worker))) {
    throw new Stop('The build contains the outbox page of development. Nothing has been changed.')
  }
  const client = join(folder, 'dist/client')
  const named = new Set(worker.match(/\/assets\/[\w-]+\.(?:css|js|woff2)/g))
  const missing = [...named].filter((path) => !existsSync(join(client, path)))
  if (!/\/assets\/[\w-]+\.css/.test(worker)) missing.push('a style sheet')
  if (missing.length > 0) {
    throw new Stop(
      `The Worker names files that were not built: ${missing.join(', ')}. Nothing has been changed.`,
    )
  }
  const size = gzipSync(worker).length
  if (size > budget) {
    throw new Stop(
      `The Worker has ${kilobytes(size)} compressed; the budget is ${kilobytes(budget)}. Nothing has been changed.`,
    )
  }
  return size
}

const textOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')

export const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} KB`
