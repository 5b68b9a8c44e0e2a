import { expect, test } from 'vitest'
import { readSettings } from '#adapters/settings.ts'

const whole = {
  PLATFORM_ORIGIN: 'https://connections.test',
  REGISTRY_URL: 'libsql://registry-acme.turso.io',
  COMMONS_URL: 'https://commons-acme.turso.io/',
  DATABASE_TOKEN: 'database-secret',
  TURSO_API_URL: 'https://api.turso.tech',
  TURSO_ORGANISATION: 'acme',
  TURSO_GROUP: 'default',
  TURSO_API_TOKEN: 'platform-secret',
  MAIL_FROM: 'learning@connections.test',
}

const messageOf = (environment: object): string => {
  try {
    readSettings(environment)
    return 'they were read'
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

test('settings that are all there are read, and bindings beside them are left alone', () => {
  expect(readSettings({ ...whole, BUILD: 'abc', JOBS: {}, PATH: '/bin' })).toEqual({ ...whole, BUILD: 'abc' })
})

test('a build without a name is the one of development', () => {
  expect(readSettings(whole).BUILD).toBe('dev')
})

test('all that are missing are named at once, with the place where they are described', () => {
  const message = messageOf({})
  for (const name of Object.keys(whole)) expect(message).toContain(name)
  expect(message).toContain('docs/operations.md')
  expect(message).not.toContain('BUILD')
})

test('a missing one is named without those that are there', () => {
  const { TURSO_GROUP: _, ...rest } = whole
  expect(messageOf(rest)).toMatch(/wrong: TURSO_GROUP\./)
})

test.each([
  ['PLATFORM_ORIGIN', 'connections.test'],
  ['PLATFORM_ORIGIN', 'https://connections.test/'],
  ['PLATFORM_ORIGIN', 'https://connections.test/path'],
  ['PLATFORM_ORIGIN', 'ftp://connections.test'],
  ['REGISTRY_URL', 'not-an-address-but-a-secret'],
  ['DATABASE_TOKEN', ''],
  ['TURSO_API_TOKEN', ''],
  ['TURSO_GROUP', ''],
  ['MAIL_FROM', 'nobody'],
  ['BUILD', 7],
])('%s as %j is named as wrong, and no value is shown', (name, value) => {
  const message = messageOf({ ...whole, [name]: value })
  expect(message).toMatch(new RegExp(`wrong: ${name}\\.`))
  for (const shown of Object.values({ ...whole, [name]: value }))
    if (shown !== '') expect(message).not.toContain(shown)
})
