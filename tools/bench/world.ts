// The built Worker in workerd, beside a bare one, on the local libSQL server, with a house of 50 tool cards.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { enter, type Outside } from '#adapters/houses.ts'
import { createDatabase } from '#adapters/platform-api.ts'
import { SESSION_COOKIE } from '#adapters/sessions.ts'
import * as accounts from '#domain/accounts/index.ts'
import type { Job } from '#domain/jobs.ts'
import { bySlug, found, provision } from '#domain/organisations/index.ts'
import { type Compiled, publish } from '#domain/works/index.ts'
import { compileContent } from '../content/compile.ts'
import { listen } from '../libsql/serve.ts'
import { localLibsql } from '../libsql/server.ts'
import { commonsHere, migrateShared, outsideOf, registryHere } from '../outside.ts'

const ROOT = join(import.meta.dirname, '../..')
const TOKEN = 'bench'
const CARDS = 50

export type World = Awaited<ReturnType<typeof openWorld>>

export async function openWorld(folder: string) {
  let databases = ''
  const libsql = localLibsql({
    dir: join(folder, 'databases'),
    platformToken: TOKEN,
    databaseToken: TOKEN,
    hostname: (name) => `${databases}/dev/${name}/`,
  })
  const listening = await listen((request) => libsql.fetch(request), 0)
  databases = listening.url
  const settings = settingsFor(databases)
  const outside = outsideOf(settings)
  for (const name of ['registry', 'commons']) await createDatabase(outside.api, name)
  await migrateShared(outside)
  const works = await publishFifty(outside)
  const provisioning = [
    await provisionOne(outside, 'other-1', works),
    await provisionOne(outside, 'other-2', works),
  ]
  await provisionOne(outside, 'house', works)
  const cookie = await signIn(outside)
  const miniflare = await serve(folder, settings)
  return {
    product: (await miniflare.unsafeGetDirectURL('product')).origin,
    hello: (await miniflare.unsafeGetDirectURL('hello')).origin,
    house: 'house.bench.test',
    course: 'foundations-of-e-social-work',
    lesson: 'life-at-home',
    cookie,
    provisioning,
    settings,
    async close() {
      await miniflare.dispose()
      await listening.close()
      libsql.close()
    },
  }
}

const settingsFor = (databases: string) => ({
  PLATFORM_ORIGIN: 'http://bench.test',
  REGISTRY_URL: `${databases}/dev/registry/`,
  COMMONS_URL: `${databases}/dev/commons/`,
  DATABASE_TOKEN: TOKEN,
  TURSO_API_URL: databases,
  TURSO_ORGANISATION: 'bench',
  TURSO_GROUP: 'default',
  TURSO_API_TOKEN: TOKEN,
  MAIL_FROM: 'bench@bench.test',
  BUILD: 'bench',
})

/** The whole content, and its cards again under other names until there are fifty. */
async function publishFifty(outside: Outside): Promise<string[]> {
  const { works } = await compileContent(join(ROOT, 'content'))
  const commons = commonsHere(outside)
  const cards = works.filter((work) => work.manifest.structure.kind === 'tool')
  const further = Array.from({ length: CARDS - cards.length }, (_, at) =>
    renamed(cards[at % cards.length], at),
  )
  const ids: string[] = []
  for (const work of [...works, ...further]) ids.push((await publish(commons, work)).work)
  return ids
}

function renamed(card: Compiled | undefined, at: number): Compiled {
  if (!card) throw new Error('The content has no tool card')
  return { ...card, manifest: { ...card.manifest, slug: `${card.manifest.slug}-${at}` } }
}

/** Milliseconds from the row in the registry to an open house. */
async function provisionOne(outside: Outside, slug: string, firstWorks: string[]): Promise<number> {
  const registry = registryHere(outside)
  const { tenant } = await found(registry, {
    slug,
    name: `House of the bench ${slug}`,
    kind: 'ngo',
    country: 'IT',
    website: 'https://house.example/',
    defaultLanguage: 'en',
    brand: { primary: '#335577', secondary: '#aa5500' },
    words: {},
    firstWorks,
  })
  const started = performance.now()
  await provision(registry, tenant.organisation)
  return performance.now() - started
}

async function signIn(outside: Outside & { jobs: Job[] }): Promise<string> {
  const organisation = await bySlug(registryHere(outside), 'house')
  if (!organisation) throw new Error('The house of the bench is missing')
  const scope = enter(outside, organisation, { kind: 'visitor' }, Date.now())
  const form = { name: 'Bench', email: 'bench@house.example', password: 'a long enough password' }
  await accounts.signUp(scope, form, 'en', 'bench')
  const mail = outside.jobs.find((job) => job.job === 'mail')
  await accounts.confirm(scope, mail?.letter.key ?? '')
  const { token } = await accounts.signIn(scope, form, 'bench')
  return `${SESSION_COOKIE}=${token}`
}

async function serve(folder: string, settings: Record<string, string>) {
  const worker = join(folder, 'dist/worker')
  const files = (await readdir(worker, { recursive: true })).filter((name) => name.endsWith('.js'))
  // The first module is the one that is started.
  const modules = ['index.js', ...files.filter((name) => name !== 'index.js')]
  const limit = { namespace_id: '1', simple: { limit: 1_000_000, period: 60 as const } }
  const common = { compatibilityDate: '2026-11-01', unsafeDirectSockets: [{ host: '127.0.0.1' }] }
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      cf: false,
      workers: [
        {
          ...common,
          name: 'product',
          compatibilityFlags: ['nodejs_compat'],
          modulesRoot: worker,
          modules: modules.map((path) => ({ type: 'ESModule' as const, path: join(worker, path) })),
          bindings: settings,
          queueProducers: { JOBS: 'jobs' },
          ratelimits: { FORMS_LIMIT: limit, SEARCH_LIMIT: limit },
        },
        {
          ...common,
          name: 'hello',
          modules: true,
          script: `export default { fetch: () => new Response('hello') }`,
        },
      ],
    }),
  )
  await miniflare.ready
  return miniflare
}
