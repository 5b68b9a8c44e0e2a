// Turso's Platform API, as far as provisioning needs it.
import type { Address } from '#domain/organisations/index.ts'

export interface PlatformApi {
  url: string
  organisation: string
  group: string
  token: string
  fetch?: typeof fetch
}

/** Makes a database, or finds the one of that name. `name`: small letters, digits and dashes, 64 at most. */
export async function createDatabase(api: PlatformApi, name: string): Promise<Address> {
  const path = `/v1/organizations/${api.organisation}/databases`
  const made = await call(api, path, { name, group: api.group })
  // What is there already is answered with 409 by the documentation, and with 400 by the service of late.
  const there = made.status === 409 || made.status === 400
  const answer = there ? await call(api, `${path}/${name}`) : made
  if (!answer.ok) throw new Error(`Database ${name} was not made: ${answer.status} ${await answer.text()}`)
  const { database } = (await answer.json()) as { database: { Hostname: string } } // as the API documents it
  const host = database.Hostname
  // A local server names itself with its port and path; Turso answers a host name.
  return { name, url: host.startsWith('http') ? host : `https://${host}/` }
}

function call(api: PlatformApi, path: string, body?: object) {
  return (api.fetch ?? fetch)(new URL(path, api.url).href, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${api.token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(15_000),
  })
}
