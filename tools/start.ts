// Everything on one machine: builds, starts the database, makes the demonstration when it is new, and serves.
//   npm start            PORT=8787 by default; DATA_DIR=.libsql is where the data is kept
//   npm run dev          the same, and builds again whenever a file changes
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { createDatabase } from '#adapters/platform-api.ts'
import { DEMO_PASSWORD, organisations } from '#content/demo/organisations.ts'
import { buildWhatChanged, copyPictures } from './build.ts'
import { demonstrate } from './demonstrate.ts'
import { listen } from './libsql/serve.ts'
import { localLibsql } from './libsql/server.ts'
import { migrateShared, outsideOf } from './outside.ts'
import { followAll, publishContent } from './publish.ts'
import { sweep } from './sweep.ts'
import { watch } from './watch.ts'

const ROOT = join(import.meta.dirname, '..')
const KEPT = resolve(process.env['DATA_DIR'] ?? join(ROOT, '.libsql'))
const PORT = Number(process.env['PORT'] ?? 8787)

const step = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  const started = performance.now()
  const result = await work()
  console.log(`${what.padEnd(44)} ${((performance.now() - started) / 1000).toFixed(1)} s`)
  return result
}

async function start() {
  await refuseBusyPort(PORT)
  mkdirSync(KEPT, { recursive: true })
  await step('Built the pages and the Worker', buildWhatChanged)
  const databases = await serveDatabases()
  const environment = await environmentFor(databases.url, databases.token)
  const outside = outsideOf(environment)
  await step('Opened the databases', async () => {
    for (const name of ['registry', 'commons', 'outbox']) await createDatabase(outside.api, name)
    await migrateShared(outside)
    await sweep(outside)
  })
  await step('Published the content', async () => {
    const fresh = await publishContent(outside)
    if (fresh.length > 0) await followAll(outside)
  })
  await step('Made what was missing of the demonstration', () => demonstrate(outside))
  const worker = serveWorker(environment)
  process.once('exit', () => worker.kill())
  await step('Started the Worker', () => answers(`http://localhost:${PORT}/healthz`, worker))
  if (process.argv.includes('--watch')) watch(() => refresh(outside))
  welcome()
}

/** Takes changed content into the running product. */
async function refresh(outside: ReturnType<typeof outsideOf>) {
  await copyPictures()
  const fresh = await publishContent(outside)
  if (fresh.length === 0) return
  await followAll(outside)
  console.log(`New editions: ${fresh.join(', ')} (seen within half a minute)`)
}

async function refuseBusyPort(port: number) {
  const free = await new Promise<boolean>((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
  if (free) return
  console.error(
    `Port ${port} is in use. Stop the other program, or choose another port: PORT=${port + 10} npm start`,
  )
  process.exit(1)
}

/** The database server keeps its port from the first start on: the registry names it in every database's address. */
async function serveDatabases() {
  const file = join(KEPT, 'server.json')
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
  const token: string = known?.token ?? randomBytes(24).toString('base64url')
  let url = ''
  const libsql = localLibsql({
    dir: join(KEPT, 'databases'),
    platformToken: token,
    databaseToken: token,
    hostname: (database) => `${url}/dev/${database}/`,
  })
  const listening = await listen((request) => libsql.fetch(request), known?.port ?? 0).catch(() => {
    console.error(`Port ${known?.port} of the local databases is in use. Is the product running already?`)
    process.exit(1)
  })
  url = listening.url
  writeFileSync(file, JSON.stringify({ port: Number(new URL(url).port), token }))
  return { url, token }
}

async function environmentFor(databases: string, token: string): Promise<Record<string, string>> {
  return {
    PLATFORM_ORIGIN: `http://localhost:${PORT}`,
    REGISTRY_URL: `${databases}/dev/registry/`,
    COMMONS_URL: `${databases}/dev/commons/`,
    OUTBOX_URL: `${databases}/dev/outbox/`,
    DATABASE_TOKEN: token,
    TURSO_API_URL: databases,
    TURSO_ORGANISATION: 'local',
    TURSO_GROUP: 'default',
    TURSO_API_TOKEN: token,
    MAIL_FROM: 'learning@social-connections.example',
    DEMONSTRATION: 'yes',
    BUILD: randomBytes(6).toString('hex'),
  }
}

function serveWorker(environment: Record<string, string>): ChildProcess {
  const file = join(KEPT, 'worker.env')
  writeFileSync(
    file,
    Object.entries(environment)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
    { mode: 0o600 },
  )
  const options = ['--port', String(PORT), '--ip', '127.0.0.1', '--env-file', file, '--log-level', 'warn']
  const folders = ['--persist-to', join(KEPT, 'worker'), '--show-interactive-dev-session=false']
  const child = spawn('wrangler', ['dev', ...options, ...folders], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      WRANGLER_SEND_METRICS: 'false',
      CLOUDFLARE_CF_FETCH_ENABLED: 'false',
      WRANGLER_HIDE_BANNER: 'true',
      CI: '1',
    },
  })
  child.once('exit', (code) => process.exit(code ?? 0))
  return child
}

/** Resolves when the address answers 200. */
async function answers(url: string, worker: ChildProcess) {
  const until = Date.now() + 60_000
  while (Date.now() < until && worker.exitCode === null) {
    const status = await fetch(url).then(
      (answer) => answer.status,
      () => 0,
    )
    if (status === 200) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  console.error(`The Worker did not answer at ${url} within a minute.`)
  process.exit(1)
}

function welcome() {
  const lines = organisations.map(
    ({ slug, name, learner }) =>
      `  http://${`${slug}.localhost:${PORT}/`.padEnd(40)} ${name}\n${' '.repeat(10)}${learner.email}`,
  )
  console.log(`
Social Connections is ready:

  http://localhost:${PORT}/   the platform

${lines.join('\n')}

All accounts have the password: ${DEMO_PASSWORD}
Mails are written down at /dev/outbox on each site. Ctrl-C stops everything; npm run reset starts afresh.
`)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0))
await start()
