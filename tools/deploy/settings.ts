// Every setting and secret of a deployment: what it is, where it comes from, and whether what is given can be meant.
import { Stop } from './stop.ts'

interface Setting {
  secret?: true
  where: string
  example: string
  /** Used when nothing is given. */
  usual?: string
  /** What is wrong with a value, as the end of "NAME …". */
  fault?: (value: string) => string | undefined
}

const database = (value: string) =>
  /^(https|libsql):\/\/[^/?#]+\/?$/.test(value)
    ? undefined
    : 'must be an address like https://sc-registry-example.turso.io/'

/** In the order in which an operator comes by them. `docs/operations.md` describes each. */
export const SETTINGS = {
  PLATFORM_ORIGIN: {
    where: 'your domain, with https:// and nothing behind it',
    example: 'https://social-connections.example',
    fault: (value) =>
      /^https:\/\/[a-z0-9.-]+$/.test(value)
        ? undefined
        : 'must be https:// and a domain in small letters, with nothing behind it',
  },
  CLOUDFLARE_ACCOUNT_ID: { where: 'Cloudflare dashboard, account overview', example: 'none' },
  CLOUDFLARE_API_TOKEN: { secret: true, where: 'Cloudflare dashboard, API tokens', example: 'none' },
  TURSO_API_URL: {
    where: 'Turso; the usual one is right',
    example: 'https://api.turso.tech',
    usual: 'https://api.turso.tech',
    fault: (value) => (URL.canParse(value) ? undefined : 'must be an address'),
  },
  TURSO_ORGANISATION: { where: 'turso org list', example: 'example' },
  TURSO_GROUP: { where: 'turso group list', example: 'europe' },
  TURSO_API_TOKEN: { secret: true, where: 'turso auth api-tokens mint', example: 'none' },
  DATABASE_TOKEN: { secret: true, where: 'turso group tokens create', example: 'none' },
  REGISTRY_URL: {
    where: 'turso db show --url sc-registry',
    example: 'https://sc-registry-example.turso.io/',
    fault: database,
  },
  COMMONS_URL: {
    where: 'turso db show --url sc-commons',
    example: 'https://sc-commons-example.turso.io/',
    fault: database,
  },
  MAIL_FROM: {
    where: 'an address at a domain that is onboarded at Cloudflare Email Sending',
    example: 'learning@social-connections.example',
    fault: (value) => (/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value) ? undefined : 'must be an e-mail address'),
  },
} satisfies Record<string, Setting>

type Name = keyof typeof SETTINGS
export type Settings = Record<Name, string>

/** What goes to the Worker: as a variable everybody with the account can read, or as a secret. */
export const VARIABLES = [
  'PLATFORM_ORIGIN',
  'REGISTRY_URL',
  'COMMONS_URL',
  'TURSO_API_URL',
  'TURSO_ORGANISATION',
  'TURSO_GROUP',
  'MAIL_FROM',
] satisfies Name[]
export const SECRETS = ['DATABASE_TOKEN', 'TURSO_API_TOKEN'] satisfies Name[]

export const EXAMPLE = Object.fromEntries(
  Object.entries(SETTINGS).map(([name, { example }]) => [name, example]),
) as Settings // the same names

const all = Object.entries(SETTINGS) as [Name, Setting][] // as declared above

/** The settings, or a stop that names at once everything that is missing or wrong. No value is ever shown. */
export function settingsFrom(environment: Record<string, string | undefined>): Settings {
  const given = all.map(
    ([name, setting]) => [name, environment[name]?.trim() || setting.usual || ''] as const,
  )
  const settings = Object.fromEntries(given) as Settings // every name is there
  const faults = all.flatMap(([name, { fault, where }]) => {
    const wrong = settings[name] ? fault?.(settings[name]) : 'is missing'
    return wrong ? [`  ${name.padEnd(22)} ${wrong} (${where})`] : []
  })
  if (settings.REGISTRY_URL && settings.REGISTRY_URL === settings.COMMONS_URL) {
    faults.push('  COMMONS_URL            must be another database than REGISTRY_URL')
  }
  if (faults.length === 0) return settings
  throw new Stop(
    `Settings are missing or wrong:\n\n${faults.join('\n')}\n\n` +
      'Set them in the environment of this command. "Settings" in docs/operations.md tells how to come by each.',
  )
}
