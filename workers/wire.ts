// Puts the adapters together for one request, one message or one tick of the clock.

import assets from 'virtual:client-assets'
import type { ExecutionContext, Queue, RateLimit, SendEmail } from '@cloudflare/workers-types'
import { type Access, openClient } from '#adapters/databases.ts'
import { enter, type Outside, registryOf } from '#adapters/houses.ts'
import { mailOf } from '#adapters/letters.ts'
import { tenantMigrations } from '#adapters/migrations.ts'
import { openOutbox } from '#adapters/outbox.ts'
import { sessionsOf } from '#adapters/sessions.ts'
import { readSettings, type Settings } from '#adapters/settings.ts'
import { openShelf, shelfMemory } from '#adapters/shelf.ts'
import type { Job } from '#domain/jobs.ts'
import { all, atHost, type Organisation } from '#domain/organisations/index.ts'
import type { Wiring } from '#http/wiring.ts'
import type { Hands } from '#jobs/queue.ts'

/** The bindings of wrangler.toml beside the settings. */
export interface Env extends Partial<Record<keyof Settings, string>> {
  JOBS: Queue<Job>
  MAIL?: SendEmail
  FORMS_LIMIT: RateLimit
  SEARCH_LIMIT: RateLimit
  DEMONSTRATION?: string
  /** Only in development: where mails are written down. */
  OUTBOX_URL?: string
}

const DEVELOPMENT = import.meta.env.MODE === 'development'
const HOSTS_MS = 30_000
const CONTENT_SECONDS = 31_536_000
const PAGES_SECONDS = 300

// Shared by the requests of an isolate. Every key names its owner and version.
const content = shelfMemory(500)
const pages = shelfMemory(200)
const hosts = new Map<string, { until: number; organisation: Organisation | undefined }>()
let open: { until: number; organisations: Organisation[] } | undefined

interface Room {
  waitUntil: ExecutionContext['waitUntil']
}

export function outsideOf(env: Env, room: Room): Outside {
  const settings = readSettings(env)
  const access: Access = { token: settings.DATABASE_TOKEN }
  return {
    origin: settings.PLATFORM_ORIGIN,
    registryUrl: settings.REGISTRY_URL,
    commonsUrl: settings.COMMONS_URL,
    access,
    api: {
      url: settings.TURSO_API_URL,
      organisation: settings.TURSO_ORGANISATION,
      group: settings.TURSO_GROUP,
      token: settings.TURSO_API_TOKEN,
    },
    tenantMigrations,
    shelf: openShelf(content, cacheOf(settings, room, CONTENT_SECONDS)),
    later: async (job) => void (await env.JOBS.send(job)),
  }
}

const cacheOf = (settings: Settings, room: Room, seconds: number) => ({
  cache: (caches as unknown as { default: Cache }).default, // Cloudflare's own addition to CacheStorage
  build: settings.BUILD,
  seconds,
  after: (work: Promise<unknown>) => room.waitUntil(work),
})

export function wire(env: Env, room: Room): Wiring {
  const settings = readSettings(env)
  const outside = outsideOf(env, room)
  const now = Date.now()
  const registry = () => registryOf(outside, 'visitor', now)
  return {
    origin: settings.PLATFORM_ORIGIN,
    build: settings.BUILD,
    contact: settings.MAIL_FROM,
    demonstration: env.DEMONSTRATION === 'yes',
    assets,
    hosts: {
      get: (label) => resolved(label, now, () => atHost(registry(), label)),
      async open() {
        if (!open || open.until < now) {
          const organisations = (await all(registry())).filter((one) => one.launched && !one.suspension)
          open = { until: now + HOSTS_MS, organisations }
        }
        return open.organisations
      },
    },
    ready: () =>
      Promise.all(
        [outside.registryUrl, outside.commonsUrl].map((url) =>
          openClient(url, outside.access).execute('SELECT 1'),
        ),
      ),
    // In development a new build takes the place of the old one under the same name: pages live as long as the isolate.
    pages: openShelf(pages, DEVELOPMENT ? undefined : cacheOf(settings, room, PAGES_SECONDS)),
    enter: (organisation, actor) => enter(outside, organisation, actor, now),
    personOf: (scope, token) => sessionsOf(scope.db).read(token),
    async allowed(limit, key) {
      const { success } = await (limit === 'forms' ? env.FORMS_LIMIT : env.SEARCH_LIMIT).limit({ key })
      return success
    },
    outbox: env.OUTBOX_URL ? openOutbox(openClient(env.OUTBOX_URL, outside.access)).list : undefined,
  }
}

/** An unknown label is remembered as well, so that guessing costs no database; the oldest go when there are many. */
async function resolved(label: string, now: number, find: () => Promise<Organisation | undefined>) {
  const known = hosts.get(label)
  if (known && known.until > now) return known.organisation
  const organisation = await find()
  hosts.delete(label)
  hosts.set(label, { until: now + HOSTS_MS, organisation })
  const [oldest] = hosts.keys()
  if (hosts.size > 2000 && oldest !== undefined) hosts.delete(oldest)
  return organisation
}

export function hands(env: Env, room: Room): Hands {
  const settings = readSettings(env)
  const outside = outsideOf(env, room)
  return {
    registry: registryOf(outside, 'platform', Date.now()),
    async send(letter, tenant) {
      const mail = mailOf(letter, tenant, settings.MAIL_FROM)
      if (env.OUTBOX_URL)
        return openOutbox(openClient(env.OUTBOX_URL, outside.access)).put(tenant.organisation, mail)
      if (!env.MAIL) throw new Error('No mail binding. See "Mail" in docs/operations.md.')
      await env.MAIL.send(mail)
    },
  }
}
