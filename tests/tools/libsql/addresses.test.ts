import { describe, expect, test } from 'vitest'
import type { LocalLibsql, LocalLibsqlOptions } from '#tools/libsql/server.ts'
import { connect, execute, folder, named, platformOf, start } from './support.ts'

describe('the address of a database', () => {
  const ask = async (server: LocalLibsql, url: string) => {
    const request = new Request(`${url}v2/pipeline`, {
      method: 'POST',
      body: JSON.stringify({ requests: [execute('SELECT name FROM me')] }),
    })
    const response = await server.fetch(request)
    return response.ok ? /"value":"([^"]*)"/.exec(await response.text())?.[1] : response.status
  }

  async function twoTenants(options: Partial<LocalLibsqlOptions> = {}) {
    const server = start(options)
    const platform = platformOf(server)
    for (const name of ['sc-intras', 'sc-intras-acme']) {
      await platform('POST', '/databases', named(name))
      await connect(server, name).executeMultiple(`CREATE TABLE me (name); INSERT INTO me VALUES ('${name}')`)
    }
    return server
  }

  test('is the host that the Platform API named, and not another database of a similar name', async () => {
    const server = await twoTenants()
    expect(await ask(server, 'https://sc-intras-acme.turso.io/')).toBe('sc-intras')
    expect(await ask(server, 'https://sc-intras-acme-acme.turso.io/')).toBe('sc-intras-acme')
  })

  test('is otherwise its name as the first part of any host, or a path', async () => {
    const server = await twoTenants()
    expect(await ask(server, 'https://sc-intras.eu.example.org/')).toBe('sc-intras')
    expect(await ask(server, 'http://sc-intras-acme.localhost:9002/')).toBe('sc-intras-acme')
    expect(await ask(server, 'http://127.0.0.1:9002/dev/sc-intras/')).toBe('sc-intras')
    expect(await ask(server, 'https://sc-intras-acme.turso.io/dev/sc-intras-acme/')).toBe('sc-intras-acme')
  })

  test('may be made up by whoever starts the server', async () => {
    const server = await twoTenants({
      hostname: (database, organisation) => `${organisation}--${database}.test:9002`,
    })
    expect((await platformOf(server)('GET', '/databases/sc-intras')).body.database?.Hostname).toBe(
      'acme--sc-intras.test:9002',
    )
    expect(await ask(server, 'http://acme--sc-intras.test:9002/')).toBe('sc-intras')
  })

  test.each([
    'https://nope-acme.turso.io/',
    'http://localhost:9002/',
    'http://127.0.0.1/',
    'http://local/dev/..%2Fsc-intras/',
    'http://local/dev/SC-INTRAS/',
  ])('is not %s', async (url) => {
    expect(await ask(await twoTenants(), url)).toBe(404)
  })

  test('survives a restart', async () => {
    const dir = folder()
    const before = await twoTenants({ dir })
    before.close()
    expect(await ask(start({ dir }), 'https://sc-intras-acme.turso.io/')).toBe('sc-intras')
  })

  test('works with the client as it will in production', async () => {
    const server = await twoTenants()
    const client = connect(server, '', { url: 'libsql://sc-intras-acme.turso.io' })
    expect((await client.execute('SELECT name FROM me')).rows).toEqual([{ name: 'sc-intras' }])
  })
})
