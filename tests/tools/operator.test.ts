import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createDatabase } from '#adapters/platform-api.ts'
import * as accounts from '#domain/accounts/index.ts'
import * as catalogue from '#domain/catalogue/index.ts'
import * as organisations from '#domain/organisations/index.ts'
import { readFounding } from '#tools/operator/founding-file.ts'
import { operate } from '#tools/operator.ts'
import { registryHere, settle } from '#tools/outside.ts'
import { publishContent } from '#tools/publish.ts'
import { sound } from './content/content.ts'
import { type Platform, running, smallContent, temporary } from './platform.ts'

const CALLS = 'tool/empathic-call-series'
const COURSE = 'course/foundations'
const CARD = 'toolbox/empathic-call-series/en.md'

const casa = {
  slug: 'casa-aberta',
  name: 'Casa Aberta',
  kind: 'ngo',
  country: 'PT',
  website: 'https://casa-aberta.example/',
  defaultLanguage: 'pt',
  brand: { primary: '#1f6f54', secondary: '#e3b505', mark: 'window' },
  words: { en: { tagline: 'An open house', welcome: 'Learn with us.' } },
  firstWorks: [CALLS],
}

async function type({ outside }: Pick<Platform, 'outside'>, ...command: string[]) {
  const out: string[] = []
  const err: string[] = []
  const say = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) }
  const code = await operate(command, () => outside, say)
  return { code, out: out.join('\n'), err: err.join('\n') }
}

function file(content: unknown) {
  const path = join(temporary(), 'organisation.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

async function open(platform: Platform, changes: Partial<typeof casa> = {}) {
  const one = { ...casa, ...changes }
  expect(await type(platform, 'found', file(one))).toMatchObject({ code: 0 })
  expect(await type(platform, 'provision', one.slug)).toMatchObject({ code: 0 })
}

async function house({ outside }: Platform, slug = casa.slug) {
  const registry = registryHere(outside)
  const organisation = await organisations.bySlug(registry, slug)
  if (!organisation) throw new Error(`no ${slug}`)
  return organisations.houseOf(registry, organisation)
}

const data = async (platform: Platform, ...command: string[]) =>
  JSON.parse((await type(platform, ...command, '--json')).out)

describe('an organisation', () => {
  test('is founded from a file, provisioned, and then open', async () => {
    const platform = await running()
    expect(await type(platform, 'list')).toMatchObject({ code: 0, out: 'There is no organisation yet.' })
    const founded = await type(platform, 'found', file(casa))
    expect(founded).toMatchObject({ code: 0, err: '' })
    expect(founded.out).toContain('provision casa-aberta')
    expect((await type(platform, 'show', 'casa-aberta')).out).toMatch(
      /still to do +database, migrate, adopt, launch/,
    )
    expect((await type(platform, 'list')).out).toBe('casa-aberta  PT  not open yet  Casa Aberta  no database')

    const provisioned = await type(platform, 'provision', 'casa-aberta')
    expect(provisioned.out).toBe('casa-aberta is open: https://casa-aberta.connections.test/')
    expect((await type(platform, 'list')).out).toBe('casa-aberta  PT  open          Casa Aberta')
    expect(await data(platform, 'show', 'casa-aberta')).toMatchObject({
      state: 'open',
      catalogueVersion: 2,
      steps: organisations.STEPS.toSorted(),
      database: { name: 'sc-casa-aberta', url: 'https://sc-casa-aberta-acme.turso.io/' },
    })
    expect((await catalogue.list(await house(platform))).map(({ work }) => work)).toEqual([CALLS])
  })

  test('is provisioned a second time without harm', async () => {
    const platform = await running()
    await open(platform)
    const before = await data(platform, 'show', 'casa-aberta')
    expect(await type(platform, 'provision', 'casa-aberta')).toMatchObject({ code: 0 })
    expect(await data(platform, 'show', 'casa-aberta')).toEqual(before)
  })

  test('is closed with a sentence and opened again', async () => {
    const platform = await running()
    await open(platform)
    expect(await type(platform, 'suspend', 'casa-aberta')).toMatchObject({ code: 2 })
    expect(await type(platform, 'suspend', 'casa-aberta', '--reason', ' ')).toMatchObject({ code: 2 })
    const closed = await type(platform, 'suspend', 'casa-aberta', '--reason', 'We are moving.')
    expect(closed).toMatchObject({ code: 0 })
    expect((await type(platform, 'show', 'casa-aberta')).out).toMatch(/suspended +\S+: We are moving\./)
    expect(await type(platform, 'resume', 'casa-aberta')).toMatchObject({ code: 0 })
    expect(await data(platform, 'show', 'casa-aberta')).toMatchObject({ state: 'open' })
    const told = await platform.query('sc-registry', 'SELECT what, actor FROM events ORDER BY id')
    expect(told.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['organisation.suspended', 'organisation.resumed']),
    )
    expect(new Set(told.map(({ actor }) => actor))).toEqual(new Set(['command line']))
  })

  test('is migrated alone or with all others', async () => {
    const platform = await running()
    await open(platform)
    await platform.query('sc-registry', 'UPDATE databases SET schema_version = 0')
    expect((await type(platform, 'list')).out).toContain('schema behind')
    expect(await type(platform, 'migrate', 'casa-aberta')).toMatchObject({ code: 0 })
    await platform.query('sc-registry', 'UPDATE databases SET schema_version = 0')
    expect(await type(platform, 'migrate')).toMatchObject({ code: 0, out: '1 migrated, none failed' })
    expect((await type(platform, 'list')).out).not.toContain('behind')
  })

  test('that a deployment passed by is migrated before it is opened again', async () => {
    const platform = await running()
    await open(platform)
    await type(platform, 'suspend', 'casa-aberta', '--reason', 'We are moving.')
    await platform.query('sc-registry', 'UPDATE databases SET schema_version = 0')
    platform.down.add('sc-casa-aberta')
    expect(await type(platform, 'resume', 'casa-aberta')).toMatchObject({ code: 3 })
    expect(await data(platform, 'show', 'casa-aberta')).toMatchObject({ state: 'suspended' })
    platform.down.clear()
    expect(await type(platform, 'resume', 'casa-aberta')).toMatchObject({ code: 0 })
    expect(await data(platform, 'show', 'casa-aberta')).toMatchObject({ state: 'open' })
    expect((await type(platform, 'list')).out).not.toContain('behind')
  })

  test('that new editions passed by gets them when it is opened again', async () => {
    const platform = await running()
    await open(platform)
    await type(platform, 'suspend', 'casa-aberta', '--reason', 'We are moving.')
    const before = await data(platform, 'show', 'casa-aberta')
    await publishContent(
      platform.outside,
      smallContent({ [CARD]: String(sound[CARD]).replace('Say hello', 'Say good day') }),
    )
    await type(platform, 'resume', 'casa-aberta')
    const after = await data(platform, 'show', 'casa-aberta')
    expect(after.catalogueVersion).toBe(before.catalogueVersion + 1)
  })
})

describe('a refusal', () => {
  test('is told in words, with exit code 1', async () => {
    const platform = await running()
    await open(platform)
    expect(await type(platform, 'found', file(casa))).toEqual({
      code: 1,
      out: '',
      err: 'This address is already taken. Please choose another one.',
    })
    expect(await type(platform, 'found', file({ ...casa, slug: 'admin' }))).toMatchObject({
      code: 1,
      err: 'slug: This address is needed by the platform. Please choose another one.',
    })
    for (const command of [
      ['show'],
      ['provision'],
      ['resume'],
      ['migrate'],
      ['suspend', '--reason', 'So.'],
    ]) {
      const [verb = '', ...rest] = command
      expect(await type(platform, verb, 'nobody', ...rest)).toEqual({
        code: 1,
        out: '',
        err: 'There is no such organisation.',
      })
    }
  })

  test.each([
    ['no such verb', ['fly'], 'There is no verb "fly"'],
    ['a word of every object', ['constructor'], 'There is no verb "constructor"'],
    ['a missing word', ['show'], '"show" was not understood'],
    ['a word too much', ['list', 'all'], '"list" was not understood'],
    ['an unknown flag', ['list', '--colour'], 'Unknown option'],
  ])('of what is not understood has exit code 2: %s', async (_, command, words) => {
    const answer = await type(await running(), ...command)
    expect(answer).toMatchObject({ code: 2, out: '' })
    expect(answer.err).toContain(words)
    expect(answer.err).toContain('npm run operator -- <verb>')
  })

  test.each([
    ['text that is not JSON', '{ slug: casa', 'not JSON'],
    ['a misspelt field', { ...casa, colour: 'blue' }, 'colour'],
    ['a missing field', { ...casa, name: undefined }, 'name'],
    [
      'a colour in words',
      { ...casa, brand: { primary: 'blue', secondary: '#ffffff' } },
      'a colour is written like',
    ],
    ['a language that there is not', { ...casa, defaultLanguage: 'de' }, 'defaultLanguage'],
    ['a country in small letters', { ...casa, country: 'pt' }, 'PT'],
    ['a link that runs', { ...casa, website: 'javascript:alert(1)' }, 'website'],
    ['a work that there is not', { ...casa, firstWorks: ['tool/flying'] }, 'not in the commons: tool/flying'],
    ['a list', [], 'slug'],
  ])('of a file tells what is wrong: %s', async (_, content, words) => {
    const platform = await running()
    const answer = await type(platform, 'found', file(content))
    expect(answer).toMatchObject({ code: 2, out: '' })
    expect(answer.err).toContain(words)
    expect(await data(platform, 'list')).toEqual([])
  })

  test('of a file that is not there names it', async () => {
    expect(await type(await running(), 'found', 'nowhere.json')).toMatchObject({
      code: 2,
      err: 'nowhere.json: cannot be read',
    })
  })

  test('comes before anything is asked of the settings when only help was wanted', async () => {
    const lines: string[] = []
    const say = { out: (line: string) => lines.push(line), err: (line: string) => lines.push(line) }
    const forbidden = () => {
      throw new Error('settings were read')
    }
    for (const command of [[], ['help'], ['list', '--help']])
      expect(await operate(command, forbidden, say)).toBe(0)
    expect(await operate(['list'], forbidden, say)).toBe(2)
    expect(lines.at(-1)).toBe('settings were read')
  })

  test('of a database that does not answer has exit code 3 and leaves everything as it was', async () => {
    const platform = await running()
    platform.down.add('sc-registry')
    expect(await type(platform, 'list')).toEqual({
      code: 3,
      out: '',
      err: 'We cannot do this just now. Please try again in a minute. Nothing was changed.',
    })
    platform.down.clear()
    await type(platform, 'found', file(casa))
    platform.down.add('sc-casa-aberta')
    expect(await type(platform, 'provision', 'casa-aberta')).toMatchObject({ code: 3 })
    expect((await type(platform, 'show', 'casa-aberta')).out).toMatch(/still to do +migrate, adopt, launch/)
    platform.down.clear()
    expect(await type(platform, 'provision', 'casa-aberta')).toMatchObject({ code: 0 })
  })
})

describe('an organisation whose database was restored', () => {
  const MORNING = 'sc-casa-aberta-morning'

  /** As Turso does it: another database with what there was before. Here: empty of people, one work adopted. */
  async function restore(platform: Platform, name = MORNING) {
    const { url } = await createDatabase(platform.outside.api, name)
    const registry = registryHere(platform.outside)
    await registry.houses.migrate({ name, url })
    const { tenant } = await house(platform)
    await catalogue.adopt(registry.houses.enter(tenant, { name, url }), [CALLS])
    platform.outside.jobs.length = 0
    return url
  }

  test('stands in the restored one, with the event to tell of it', async () => {
    const platform = await running()
    await open(platform)
    const url = await restore(platform)
    const answer = await type(
      platform,
      'readdress',
      'casa-aberta',
      MORNING,
      url.replace('https:', 'libsql:').slice(0, -1),
    )
    expect(answer).toMatchObject({ code: 0, err: '' })
    expect(await data(platform, 'show', 'casa-aberta')).toMatchObject({ database: { name: MORNING, url } })
    const [event] = await platform.query(
      'sc-registry',
      `SELECT detail FROM events WHERE what = 'organisation.readdressed'`,
    )
    expect(JSON.parse(String(event?.['detail']))).toEqual({ from: 'sc-casa-aberta', to: MORNING })
    expect((await catalogue.list(await house(platform))).map(({ work }) => work)).toEqual([CALLS])
  })

  test('is counted on, so that no page from before the restore is served again', async () => {
    const platform = await running()
    await open(platform)
    const url = await restore(platform)
    await catalogue.adopt(await house(platform), [COURSE])
    await settle(platform.outside)
    const before = (await data(platform, 'show', 'casa-aberta')).catalogueVersion
    await type(platform, 'readdress', 'casa-aberta', MORNING, url)
    const after = (await data(platform, 'show', 'casa-aberta')).catalogueVersion
    expect(after).toBe(before + 1)
    await catalogue.adopt(await house(platform), [COURSE])
    await settle(platform.outside)
    expect((await data(platform, 'show', 'casa-aberta')).catalogueVersion).toBe(after + 1)
  })

  test('lets in no session and no mailed link from before the restore', async () => {
    const platform = await running()
    await open(platform)
    const url = await restore(platform)
    const registry = registryHere(platform.outside)
    const { tenant } = await house(platform)
    const morning = registry.houses.enter(tenant, { name: MORNING, url })
    const form = { name: 'Inês', email: 'ines@casa.example', password: 'a quiet afternoon call' }
    await accounts.signUp(morning, form, 'pt', 'a test')
    const mail = platform.outside.jobs.find((job) => job.job === 'mail')
    const key = mail?.letter.key ?? ''
    await accounts.confirm(morning, key)
    await accounts.signIn(morning, form, 'a test')
    await accounts.askReset(morning, form.email, 'pt', 'a test')
    await type(platform, 'readdress', 'casa-aberta', MORNING, url)
    const counts = `SELECT (SELECT count(*) FROM sessions) AS sessions, (SELECT count(*) FROM mail_keys) AS keys,
      (SELECT count(*) FROM people) AS people`
    expect(await platform.query(MORNING, counts)).toEqual([{ sessions: 0, keys: 0, people: 1 }])
  })

  test('is brought to the newest schema when the restored one is older', async () => {
    const platform = await running()
    await open(platform)
    const { url } = await createDatabase(platform.outside.api, MORNING)
    expect(await type(platform, 'readdress', 'casa-aberta', MORNING, url)).toMatchObject({ code: 0 })
    const newest = registryHere(platform.outside).houses.newestVersion
    expect(await data(platform, 'show', 'casa-aberta')).toMatchObject({ database: { schemaVersion: newest } })
  })

  test('is readdressed a second time without harm', async () => {
    const platform = await running()
    await open(platform)
    const url = await restore(platform)
    await type(platform, 'readdress', 'casa-aberta', MORNING, url)
    const before = await data(platform, 'show', 'casa-aberta')
    expect(await type(platform, 'readdress', 'casa-aberta', MORNING, url)).toMatchObject({ code: 0 })
    expect(await data(platform, 'show', 'casa-aberta')).toEqual(before)
  })

  test('stays where it is when the other one does not answer', async () => {
    const platform = await running()
    await open(platform)
    const before = await data(platform, 'show', 'casa-aberta')
    const nowhere = `https://${MORNING}-acme.turso.io/`
    expect(await type(platform, 'readdress', 'casa-aberta', MORNING, nowhere)).toMatchObject({ code: 3 })
    expect(await data(platform, 'show', 'casa-aberta')).toEqual(before)
  })

  test('never stands in the database of another organisation', async () => {
    const platform = await running()
    await open(platform)
    await open(platform, { slug: 'casa-aberta-sul', name: 'Casa Aberta Sul' })
    const before = await data(platform, 'list')
    const others = 'https://sc-casa-aberta-sul-acme.turso.io/'
    const refused = { code: 1, out: '' }
    expect(await type(platform, 'readdress', 'casa-aberta', 'sc-casa-aberta-sul', others)).toMatchObject(
      refused,
    )
    expect(await type(platform, 'readdress', 'casa-aberta', 'sc-casa-aberta-x', others)).toMatchObject(
      refused,
    )
    expect(await type(platform, 'readdress', 'casa-aberta', 'sc-registry', 'https://x.test/')).toMatchObject({
      code: 2,
    })
    expect(await type(platform, 'readdress', 'casa-aberta', MORNING, 'not an address')).toMatchObject({
      code: 2,
    })
    expect(await data(platform, 'list')).toEqual(before)
  })
})

test('the example in the operations manual can be founded as it stands', () => {
  const [, json = ''] = /```json\n([\s\S]+?)```/.exec(readFileSync('docs/operations.md', 'utf8')) ?? []
  expect(readFounding(file(json))).toMatchObject({ founding: { slug: 'casa-aberta', country: 'PT' } })
})
