// A local libSQL server for one test, in a folder that is gone after it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, type Config, createClient } from '@libsql/client/http'
import { onTestFinished } from 'vitest'
import { type LocalLibsql, type LocalLibsqlOptions, localLibsql } from '#tools/libsql/server.ts'

export function folder() {
  const dir = mkdtempSync(join(tmpdir(), 'libsql-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

export function start(options: Partial<LocalLibsqlOptions> = {}): LocalLibsql {
  const server = localLibsql({ dir: folder(), durable: false, ...options })
  onTestFinished(() => server.close())
  return server
}

export function connect(server: LocalLibsql, database = 'intras', config: Partial<Config> = {}): Client {
  const client = createClient({ url: `http://local/dev/${database}/`, fetch: server.fetch, ...config })
  onTestFinished(() => client.close())
  return client
}

/** One database on a server of its own. */
export function openDatabase(options: Partial<LocalLibsqlOptions> = {}, config: Partial<Config> = {}) {
  return connect(start({ autoCreate: true, ...options }), 'intras', config)
}

/** What a client gets to catch. */
export async function failureOf(promise: Promise<unknown>): Promise<Error & { code?: string }> {
  const settled = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (settled instanceof Error) return settled
  throw new Error('It did not fail')
}

/** A request to the data plane as the client would write it, for what the client never does. */
export function send(server: LocalLibsql, body: unknown, database = 'intras') {
  return server.fetch(
    new Request(`http://local/dev/${database}/v2/pipeline`, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  )
}

interface Answer {
  baton: string | null
  results: {
    type: 'ok' | 'error'
    error?: { message: string; code: string }
    response?: { result: { rows: unknown[][]; step_results: unknown[]; step_errors: unknown[] } }
  }[]
}

export async function sendAll(
  server: LocalLibsql,
  requests: object[],
  baton?: string | null,
): Promise<Answer> {
  const response = await send(server, { baton, requests })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return (await response.json()) as Answer // the shape that the server answers with
}

export const execute = (sql: string, args: object[] = []) => ({ type: 'execute', stmt: { sql, args } })

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

interface Reply {
  status: number
  body: {
    error?: string
    jwt?: string
    database?: { Name: string; DbId: string; Hostname: string; group: string }
    databases?: { Name: string }[]
  }
}

/** The Platform API, as somebody with this token meets it. */
export function platformOf(server: LocalLibsql, token?: string, organisation = 'acme') {
  return async (method: string, path: string, body?: unknown): Promise<Reply> => {
    const response = await server.fetch(
      new Request(`https://api.turso.tech/v1/organizations/${organisation}${path}`, {
        method,
        headers: token ? { authorization: `Bearer ${token}` } : {},
        body: body === undefined ? null : JSON.stringify(body),
      }),
    )
    return { status: response.status, body: (await response.json()) as Reply['body'] } // what the tests look at
  }
}

export const named = (name: string) => ({ name, group: 'default' })
