// The two databases that are shared by all: found, or made when this is the first deployment.
import type { Outside } from '#adapters/houses.ts'
import { createDatabase } from '#adapters/platform-api.ts'
import { Stop } from './stop.ts'

/** The name of the database at an address: what its host begins with before Turso's organisation, or the last of a path. */
export function nameAt(url: string, organisation: string): string | undefined {
  const { hostname, pathname } = new URL(url.replace(/^libsql:/, 'https:'))
  const [, local] = /^\/dev\/([^/]+)\/?$/.exec(pathname) ?? []
  if (local) return local
  const [label = ''] = hostname.split('.')
  return label.endsWith(`-${organisation}`) ? label.slice(0, -organisation.length - 1) : undefined
}

/**
 * Makes sure that the registry and the commons stand where the settings say. They are made only when `first` is set:
 * with a slip in an address an empty registry would go into service, and no partner would be found.
 */
export async function openShared(outside: Outside, first: boolean): Promise<string[]> {
  const made: string[] = []
  for (const [setting, url] of [
    ['REGISTRY_URL', outside.registryUrl],
    ['COMMONS_URL', outside.commonsUrl],
  ] as const) {
    const name = nameAt(url, outside.api.organisation)
    if (!name)
      throw new Stop(`${setting} is not the address of a database of "${outside.api.organisation}" at Turso.`)
    const there = await exists(outside, name)
    if (!there && !first) {
      throw new Stop(
        `There is no database "${name}", which ${setting} names. Correct the address; or, if this is the first ` +
          'deployment, let it be made: npm run deploy -- --first',
      )
    }
    const address = await createDatabase(outside.api, name)
    if (hostOf(address.url) !== hostOf(url)) {
      throw new Stop(
        `The database "${name}" stands at another address than ${setting} says. Set ${setting}=${address.url}`,
      )
    }
    if (!there) made.push(name)
  }
  return made
}

async function exists({ api }: Outside, name: string): Promise<boolean> {
  const path = `/v1/organizations/${api.organisation}/databases/${name}`
  const answer = await (api.fetch ?? fetch)(new URL(path, api.url).href, {
    headers: { authorization: `Bearer ${api.token}` },
    signal: AbortSignal.timeout(15_000),
  }).catch(() => undefined)
  await answer?.body?.cancel()
  if (answer?.ok) return true
  if (answer?.status === 404) return false
  throw new Stop(
    answer
      ? `Turso answered ${answer.status} when asked for the database "${name}". Check TURSO_API_TOKEN and TURSO_ORGANISATION.`
      : `Turso did not answer at ${api.url}. Try again, or check TURSO_API_URL.`,
  )
}

const hostOf = (url: string) => new URL(url.replace(/^libsql:/, 'https:')).host
