// Brings a commit into service. Needs the settings of docs/operations.md in its environment.
//   npm run deploy                 checks, builds, migrates, sends the Worker, publishes the content
//   npm run deploy -- --first      the same, and makes the shared databases
//   npm run deploy -- --dry-run    everything that needs no account, with example settings
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compileContent } from './content/compile.ts'
import { inspect, kilobytes, makeProduct } from './deploy/product.ts'
import { rollOut } from './deploy/roll-out.ts'
import { EXAMPLE, type Settings, settingsFrom } from './deploy/settings.ts'
import { Stop } from './deploy/stop.ts'
import { deployArguments, equip, wrangler } from './deploy/wrangler.ts'
import { refusalIn } from './operator/refusal-in.ts'
import { outsideOf } from './outside.ts'

const ROOT = join(import.meta.dirname, '..')
const CONTENT = join(ROOT, 'content')
const HEALTH_MS = 60_000
const SILENT =
  '\nA database did not answer, see above. Check DATABASE_TOKEN, or try again: nothing is lost by it.'
/** Problems of the content that are listed. */
const SHOWN = 20

async function rehearse() {
  const settings = settingsFrom(EXAMPLE)
  await inFolder(async (folder) => {
    await produce(folder, settings)
    await step('Worker as Cloudflare would take it', async () => {
      const words = [...deployArguments(settings, head()), '--dry-run', '--outdir', 'taken']
      wrangler(folder, words, { quiet: true })
    })
  })
  console.log('\nThe rehearsal went well. No account was used and nothing was changed.')
}

async function deploy(first: boolean) {
  const settings = settingsFrom(process.env)
  refuseUncommitted()
  const build = head()
  await step('Checks and tests', async () => run('npm', ['test'], 'The checks failed, see above.'))
  await inFolder(async (folder) => {
    await produce(folder, settings)
    await rollOut({
      outside: outsideOf(settings),
      content: CONTENT,
      first,
      send: () => wrangler(folder, deployArguments(settings, build)),
      health: () => healthOf(`${settings.PLATFORM_ORIGIN}/healthz`),
      step,
      say: (line) => console.log(line),
      progress,
    })
  })
  console.log(`
Commit ${build} is in service at ${settings.PLATFORM_ORIGIN}/

To go back to the Worker before this one: npx wrangler rollback --env production
The databases stay as they are: migrations only add, so the earlier Worker runs on them. See docs/operations.md.`)
}

async function produce(folder: string, settings: Settings) {
  await step('Content', refuseProblems)
  await step('Build for production', async () => makeProduct(folder))
  const size = inspect(folder)
  console.log(`  the Worker has ${kilobytes(size)} compressed`)
  equip(folder, settings)
}

/** A problem in the content would otherwise be met when the new Worker is out already. */
async function refuseProblems() {
  const { problems } = await compileContent(CONTENT)
  if (problems.length === 0) return
  const lines = problems
    .slice(0, SHOWN)
    .map(({ file, line, message }) => `  content/${file}:${line}  ${message}`)
  const more =
    problems.length > SHOWN ? `\n  and ${problems.length - SHOWN} more: node tools/content/check.ts` : ''
  throw new Stop(`The content has problems:\n${lines.join('\n')}${more}`)
}

function refuseUncommitted() {
  const { stdout, status } = spawnSync('git', ['status', '--porcelain'], { cwd: ROOT, encoding: 'utf8' })
  if (status !== 0) throw new Stop('This is not a git repository: a deployment is always of a commit.')
  if (stdout)
    throw new Stop(
      `There are changes that are not committed:\n\n${stdout}\nA deployment is always of a commit.`,
    )
}

/** The commit, by its short name; it is the build that pages are cached under. */
function head() {
  const { stdout, status } = spawnSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  return status === 0 ? stdout.trim() : 'unknown'
}

function run(command: string, words: string[], trouble: string) {
  const { status } = spawnSync(command, words, {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Stop(trouble)
}

async function inFolder(work: (folder: string) => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), 'social-connections-'))
  try {
    await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now()
  console.log(`${what} …`)
  const result = await work()
  console.log(`  done in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  return result
}

/** On a terminal a bar; in a log one line at the end. */
function progress(done: number, all: number) {
  const bar = '#'.repeat(Math.round((30 * done) / all)).padEnd(30, '.')
  if (process.stdout.isTTY) process.stdout.write(`\r  [${bar}] ${done}/${all}${done === all ? '\n' : ''}`)
  else if (done === all) console.log(`  ${done}/${all}`)
}

/** The last status within a minute, or 200 as soon as it comes. */
async function healthOf(url: string): Promise<number> {
  const until = Date.now() + HEALTH_MS
  for (;;) {
    const status = await fetch(url, { signal: AbortSignal.timeout(10_000) }).then(
      (answer) => answer.status,
      () => 0,
    )
    if (status === 200 || Date.now() > until) return status
    await new Promise((resolve) => setTimeout(resolve, 2000))
  }
}

try {
  const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean' }, first: { type: 'boolean' } } })
  await (values['dry-run'] ? rehearse() : deploy(values.first ?? false))
} catch (error) {
  console.error(error instanceof Stop ? `\n${error.message}` : refusalIn(error) ? SILENT : error)
  process.exitCode = 1
}
