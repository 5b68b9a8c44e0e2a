import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { unstable_readConfig } from 'wrangler'
import { createDatabase } from '#adapters/platform-api.ts'
import * as catalogue from '#domain/catalogue/index.ts'
import * as organisations from '#domain/organisations/index.ts'
import { inspect } from '#tools/deploy/product.ts'
import { type Hands, rollOut } from '#tools/deploy/roll-out.ts'
import { SETTINGS as ALL, EXAMPLE, SECRETS, settingsFrom, VARIABLES } from '#tools/deploy/settings.ts'
import { nameAt } from '#tools/deploy/shared.ts'
import { Stop } from '#tools/deploy/stop.ts'
import { configure, deployArguments } from '#tools/deploy/wrangler.ts'
import { registryHere, settle } from '#tools/outside.ts'
import { emptyAccount, type Platform, smallContent, temporary } from './platform.ts'

const CARD = 'toolbox/empathic-call-series'
const CALLS = 'tool/empathic-call-series'

/** What stopped it, in words for an operator. */
async function stop(promise: Promise<unknown> | (() => unknown)): Promise<string> {
  const settled = await (typeof promise === 'function' ? (async () => promise())() : promise).then(
    () => undefined,
    (error: unknown) => error,
  )
  if (settled instanceof Stop) return settled.message
  throw settled instanceof Error ? settled : new Error('It was not stopped')
}

describe('the settings', () => {
  test('are taken from the environment, with the usual ones where nothing is given', () => {
    const { TURSO_API_URL: _, ...given } = EXAMPLE
    expect(settingsFrom({ ...given, HOME: '/root' })).toEqual(EXAMPLE)
  })

  test('that are missing are all named at once', async () => {
    const words = await stop(() => settingsFrom({ PLATFORM_ORIGIN: ' ' }))
    for (const [name, setting] of Object.entries(ALL)) {
      if ('usual' in setting) expect(words).not.toContain(name)
      else expect(words).toMatch(new RegExp(`${name} +is missing`))
    }
    expect(words).toContain('docs/operations.md')
  })

  test.each([
    ['PLATFORM_ORIGIN', 'http://connections.test'],
    ['PLATFORM_ORIGIN', 'https://connections.test/'],
    ['PLATFORM_ORIGIN', 'connections.test'],
    ['REGISTRY_URL', 'http://127.0.0.1:8080/dev/registry/'],
    ['COMMONS_URL', 'commons.turso.io'],
    ['TURSO_API_URL', 'turso'],
    ['MAIL_FROM', 'learning'],
  ])('are refused when they cannot be meant: %s=%s', async (name, value) => {
    const words = await stop(() => settingsFrom({ ...EXAMPLE, [name]: value }))
    expect(words).toContain(name)
    expect(words).not.toContain(value)
  })

  test('never name one database twice', async () => {
    const twice = { ...EXAMPLE, COMMONS_URL: EXAMPLE.REGISTRY_URL }
    expect(await stop(() => settingsFrom(twice))).toContain('another database')
  })

  test('stand in the table of the operations manual, with what is secret', () => {
    const manual = readFileSync('docs/operations.md', 'utf8')
    for (const [name, setting] of Object.entries(ALL)) {
      expect(manual).toMatch(
        new RegExp(`^\\| \`${name}\` +\\| ${'secret' in setting ? 'yes' : 'no'} +\\|`, 'm'),
      )
    }
  })
})

interface Configuration {
  queues: { producers?: { binding: string }[]; consumers?: { dead_letter_queue?: string }[] }
  ratelimits: { name: string; simple: object }[]
  assets?: object | undefined
  send_email: { name: string }[]
  r2_buckets: { binding: string }[]
  triggers: { crons?: string[] | undefined }
  observability?: { enabled?: boolean }
  workers_dev?: boolean | undefined
  vars: object
  secrets?: { required?: string[] }
}

describe('the configuration of the Worker', () => {
  const development = read()
  const production = read('production')

  /** As wrangler reads it; its own types need a package that is not installed. */
  function read(env?: string): Configuration {
    return unstable_readConfig({ config: 'wrangler.toml', ...(env && { env }) })
  }

  const bindings = ({ queues, ratelimits, assets }: Configuration) => ({
    queues: queues.producers?.map(({ binding }) => binding),
    limits: ratelimits.map(({ name, simple }) => ({ name, simple })),
    assets,
  })

  test('has in production every binding of development', () => {
    expect(bindings(production)).toEqual(bindings(development))
  })

  test('has in production what only production needs', () => {
    expect(production.send_email.map(({ name }) => name)).toEqual(['MAIL'])
    expect(production.r2_buckets).toMatchObject([{ binding: 'MEDIA', jurisdiction: 'eu' }])
    expect(production.triggers.crons).toHaveLength(1)
    expect(production.queues.consumers?.[0]?.dead_letter_queue).toBe('social-connections-jobs-dead')
    expect(production.observability?.enabled).toBe(true)
    expect(production.workers_dev).toBe(false)
  })

  test('declares every setting of the Worker, and no value of a secret', () => {
    expect(Object.keys(production.vars).toSorted()).toEqual([...VARIABLES, 'BUILD'].toSorted())
    expect(production.secrets?.required).toEqual(SECRETS)
    expect(SECRETS).toEqual(
      Object.keys(ALL)
        .filter((name) => VARIABLES_AND_SECRETS.has(name) && isSecret(name))
        .toSorted(),
    )
  })

  const VARIABLES_AND_SECRETS = new Set<string>([...VARIABLES, ...SECRETS])
  const isSecret = (name: string) => 'secret' in ALL[name as keyof typeof ALL]

  test('gets the domain of the platform, in every place', () => {
    const toml = readFileSync('wrangler.toml', 'utf8')
    const written = configure(toml, 'https://verbunden.test')
    expect(written).not.toContain('social-connections.example')
    expect(written).toContain('{ pattern = "verbunden.test/*", zone_name = "verbunden.test" }')
    expect(written).toContain('{ pattern = "*.verbunden.test/*", zone_name = "verbunden.test" }')
  })

  test('is refused when its routes were written by hand for another domain', async () => {
    const toml = configure(readFileSync('wrangler.toml', 'utf8'), 'https://verbunden.test')
    expect(configure(toml, 'https://verbunden.test')).toBe(toml)
    expect(await stop(() => configure(toml, 'https://connections.test'))).toContain('connections.test/*')
  })

  test('is completed with variables on the command line; secrets only by their file', () => {
    const secret = {
      ...EXAMPLE,
      DATABASE_TOKEN: 'sesame',
      TURSO_API_TOKEN: 'sesame',
      CLOUDFLARE_API_TOKEN: 'sesame',
    }
    const words = deployArguments(secret, 'abc1234')
    expect(words).toEqual(
      expect.arrayContaining(['BUILD:abc1234', `PLATFORM_ORIGIN:${EXAMPLE.PLATFORM_ORIGIN}`]),
    )
    expect(words.join(' ')).not.toContain('sesame')
  })
})

describe('a build', () => {
  const SOUND = {
    'worker/index.js': 'const assets = { style: "/assets/hydrate-a1.css", script: "/assets/hydrate-b2.js" }',
    'client/assets/hydrate-a1.css': 'body {}',
    'client/assets/hydrate-b2.js': '1',
  }

  function built(files: Record<string, string>) {
    const folder = temporary()
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, 'dist', path)), { recursive: true })
      writeFileSync(join(folder, 'dist', path), text)
    }
    return folder
  }

  test('may go out when it is whole and small', () => {
    expect(inspect(built(SOUND))).toBeLessThan(200)
  })

  test.each(['/dev/outbox', '"/outbox"', 'Mails that would have been sent, the newest first'])(
    'may not go out with the outbox of development: %s',
    async (words) => {
      const folder = built({ ...SOUND, 'worker/assets/chunk.js': `const a = \`${words}\`` })
      expect(await stop(() => inspect(folder))).toContain('outbox')
    },
  )

  test('may not go out when the Worker names files that are not there', async () => {
    const { 'client/assets/hydrate-b2.js': _, ...half } = SOUND
    expect(await stop(() => inspect(built(half)))).toContain('/assets/hydrate-b2.js')
    const blind = { ...SOUND, 'worker/index.js': 'const assets = { style: "", script: "" }' }
    expect(await stop(() => inspect(built(blind)))).toContain('a style sheet')
  })

  test('may not go out when the Worker is over its budget', async () => {
    expect(await stop(() => inspect(built(SOUND), 10))).toMatch(/budget/)
  })
})

test.each([
  ['https://sc-registry-acme.turso.io/', 'sc-registry'],
  ['https://sc-registry-acme.aws-eu-west-1.turso.io', 'sc-registry'],
  ['libsql://sc-registry-acme.turso.io', 'sc-registry'],
  ['http://127.0.0.1:9002/dev/registry/', 'registry'],
  ['https://sc-registry-other.turso.io/', undefined],
])('the database at %s is %s', (url, name) => {
  expect(nameAt(url, 'acme')).toBe(name)
})

describe('a deployment', () => {
  const casa = {
    slug: 'casa-aberta',
    name: 'Casa Aberta',
    kind: 'ngo',
    country: 'PT',
    website: 'https://casa-aberta.example/',
    defaultLanguage: 'pt',
    brand: { primary: '#1f6f54', secondary: '#e3b505' },
    words: {},
    firstWorks: [CALLS],
  } as const

  interface Told {
    steps: string[]
    lines: string[]
    sent: number
  }

  /** Rolls out as `npm run deploy` does; what goes to Cloudflare is only counted. */
  async function roll({ outside }: Platform, changes: Partial<Hands> = {}) {
    const told: Told = { steps: [], lines: [], sent: 0 }
    const hands: Hands = {
      outside,
      content: smallContent(),
      first: false,
      send: () => void told.sent++,
      health: async () => 200,
      step: (what, work) => {
        told.steps.push(what)
        return work()
      },
      say: (line) => told.lines.push(line.trim()),
      progress: () => {},
      ...changes,
    }
    const stopped = await rollOut(hands).then(
      () => undefined,
      (error: unknown) => error,
    )
    if (stopped !== undefined && !(stopped instanceof Stop)) throw stopped
    return { ...told, stopped: stopped?.message }
  }

  async function open({ outside }: Platform, slug: string = casa.slug) {
    const registry = registryHere(outside)
    const { tenant } = await organisations.found(registry, { ...casa, slug, firstWorks: [CALLS] })
    await organisations.provision(registry, tenant.organisation)
    await settle(outside)
    return tenant.organisation
  }

  /** A platform in service with two organisations that are behind, the first founded first. */
  async function behind() {
    const platform = emptyAccount()
    await roll(platform, { first: true })
    const ids = [await open(platform, 'aurora'), await open(platform, 'casa-aberta')] as const
    await platform.query('sc-registry', 'UPDATE databases SET schema_version = 0')
    return { platform, ids }
  }

  const versions = async (platform: Platform) =>
    (await platform.query('sc-registry', 'SELECT schema_version FROM databases ORDER BY name')).map((row) =>
      Number(row['schema_version']),
    )

  test('on an empty account makes the shared databases only when told that it is the first', async () => {
    const platform = emptyAccount()
    const refused = await roll(platform)
    expect(refused).toMatchObject({ sent: 0 })
    expect(refused.stopped).toContain('--first')
    const first = await roll(platform, { first: true })
    expect(first).toMatchObject({ sent: 1, stopped: undefined })
    expect(first.lines).toEqual(
      expect.arrayContaining(['made the database sc-registry', `new edition of ${CALLS}`]),
    )
  })

  test('can be repeated and then changes nothing', async () => {
    const platform = emptyAccount()
    await roll(platform, { first: true })
    expect(await roll(platform, { first: true })).toMatchObject({ sent: 1, lines: [], stopped: undefined })
  })

  test('sends the Worker after the migrations and before the content', async () => {
    const { platform } = await behind()
    const newest = registryHere(platform.outside).houses.newestVersion
    let [migrated, published]: [number[], number] = [[], 0]
    const content = smallContent({ [`${CARD}/en.md`]: edited() })
    await roll(platform, {
      content,
      send: async () => {
        migrated = await versions(platform)
        published = (await platform.query('sc-commons', 'SELECT 1 FROM editions')).length
      },
    })
    expect(migrated).toEqual([newest, newest])
    expect(published).toBe(3)
    expect(await platform.query('sc-commons', 'SELECT 1 FROM editions')).toHaveLength(4)
  })

  /** The tool card with another word in it. */
  function edited() {
    const folder = smallContent()
    return readFileSync(join(folder, CARD, 'en.md'), 'utf8').replace('Say hello.', 'Say good morning.')
  }

  test('brings new editions to every organisation that follows', async () => {
    const platform = emptyAccount()
    await roll(platform, { first: true })
    const id = await open(platform)
    const registry = registryHere(platform.outside)
    const before = await organisations.existing(registry, id)
    await roll(platform, { content: smallContent({ [`${CARD}/en.md`]: edited() }) })
    const after = await organisations.existing(registry, id)
    expect(after.tenant.catalogueVersion).toBeGreaterThan(before.tenant.catalogueVersion)
    const latest = await platform.query(
      'sc-commons',
      `SELECT id FROM editions WHERE work = '${CALLS}' AND number = 2`,
    )
    const [adopted] = await catalogue.list(organisations.houseOf(registry, after))
    expect(adopted?.edition).toBe(latest[0]?.['id'])
  })

  test('does not send the Worker while an open organisation could not be migrated', async () => {
    const { platform } = await behind()
    platform.down.add('sc-casa-aberta')
    const stopped = await roll(platform)
    expect(stopped).toMatchObject({ sent: 0 })
    expect(stopped.stopped).toContain('casa-aberta')
    expect(stopped.stopped).not.toContain('aurora')
    platform.down.clear()
    expect(await roll(platform)).toMatchObject({ sent: 1, stopped: undefined })
  })

  test('is not held up by a suspended organisation', async () => {
    const { platform, ids } = await behind()
    await organisations.suspend(registryHere(platform.outside), ids[1], 'We are moving.')
    platform.down.add('sc-casa-aberta')
    const { sent, lines, stopped } = await roll(platform)
    expect({ sent, stopped }).toEqual({ sent: 1, stopped: undefined })
    expect(lines).toContain('passed by 1 that are not open to visitors')
  })

  test('migrates an organisation that was founded while the Worker went out', async () => {
    const { platform } = await behind()
    const newest = registryHere(platform.outside).houses.newestVersion
    await roll(platform, {
      send: async () => {
        await platform.query(
          'sc-registry',
          `UPDATE databases SET schema_version = 0 WHERE name = 'sc-aurora'`,
        )
      },
    })
    expect(await versions(platform)).toEqual([newest, newest])
  })

  test('leaves the old Worker in service when the new one cannot be sent, and publishes nothing', async () => {
    const platform = emptyAccount()
    await roll(platform, { first: true })
    const content = smallContent({ [`${CARD}/en.md`]: edited() })
    const failing = () => {
      throw new Stop('Wrangler could not send the Worker.')
    }
    expect((await roll(platform, { content, send: failing })).stopped).toContain('Wrangler')
    expect(await platform.query('sc-commons', 'SELECT 1 FROM editions')).toHaveLength(3)
    expect((await roll(platform, { content })).lines).toEqual([`new edition of ${CALLS}`])
  })

  test('tells how to go back when the new Worker does not answer', async () => {
    const platform = emptyAccount()
    for (const [status, word] of [
      [503, '503'],
      [0, 'nothing'],
    ] as const) {
      const { stopped } = await roll(platform, { first: true, health: async () => status })
      expect(stopped).toContain(word)
      expect(stopped).toContain('wrangler rollback --env production')
    }
  })

  test('takes no other database for the registry than the one that is meant', async () => {
    const platform = emptyAccount()
    await createDatabase(platform.outside.api, 'sc-registry')
    const elsewhere = { ...platform.outside, registryUrl: 'https://sc-registry-acme.another.test/' }
    const moved = await roll({ ...platform, outside: elsewhere }, { first: true })
    expect(moved.stopped).toContain('Set REGISTRY_URL=https://sc-registry-acme.turso.io/')
    const foreign = { ...platform.outside, registryUrl: 'https://registry-of-others.turso.io/' }
    expect((await roll({ ...platform, outside: foreign }, { first: true })).stopped).toContain(
      'REGISTRY_URL is not',
    )
  })

  test('says plainly when Turso refuses or does not answer', async () => {
    const platform = emptyAccount()
    const { outside } = platform
    const wrong = { ...outside, api: { ...outside.api, token: 'wrong' } }
    expect((await roll({ ...platform, outside: wrong })).stopped).toContain('TURSO_API_TOKEN')
    const silent = {
      ...outside,
      api: { ...outside.api, fetch: () => Promise.reject(new TypeError('fetch failed')) },
    }
    expect((await roll({ ...platform, outside: silent })).stopped).toContain('did not answer')
  })
})
