import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createClient } from '@libsql/client/http'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { listen } from '#tools/libsql/serve.ts'
import { folder, start } from './support.ts'

interface Process {
  child: ChildProcess
  url: string
}

/** The server as `node tools/libsql/serve.ts` starts it, once it has said that it is ready. */
async function serve(...args: string[]): Promise<Process> {
  const script = new URL('../../../tools/libsql/serve.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [script, '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL')) // when it has ended already, this does nothing
  const [line] = await once(child.stdout!, 'data') // a pipe
  const url = /http:\S+\/dev\//.exec(String(line))?.[0]
  if (!url) throw new Error(`It said: ${line}`)
  return { child, url }
}

const at = ({ url }: Process, authToken?: string) =>
  createClient({ url: `${url}intras/`, ...(authToken && { authToken }) })

async function stop({ child }: Process, signal: NodeJS.Signals) {
  const exited = once(child, 'exit')
  child.kill(signal)
  return exited
}

describe('the process', { timeout: 30_000 }, () => {
  test('ends cleanly when it is told to, and loses nothing', async () => {
    const dir = folder()
    const first = await serve('--dir', dir, '--auto-create')
    await at(first).batch(['CREATE TABLE t (a)', 'INSERT INTO t VALUES (1)'], 'write')
    expect(await stop(first, 'SIGINT')).toEqual([0, null])
    const second = await serve('--dir', dir)
    expect((await at(second).execute('SELECT a FROM t')).rows).toEqual([{ a: 1 }])
    expect(await stop(second, 'SIGTERM')).toEqual([0, null])
  })

  test('that is killed loses nothing that was answered, and nothing of a transaction stays', async () => {
    const dir = folder()
    const first = await serve('--dir', dir, '--auto-create')
    await at(first).execute('CREATE TABLE t (a)')
    for (let i = 0; i < 20; i++) await at(first).execute({ sql: 'INSERT INTO t VALUES (?)', args: [i] })
    const open = await at(first).transaction('write')
    await open.execute('INSERT INTO t VALUES (99)')
    await stop(first, 'SIGKILL')
    const second = await serve('--dir', dir)
    expect((await at(second).execute('SELECT count(*) AS n, max(a) AS last FROM t')).rows).toEqual([
      { n: 20, last: 19 },
    ])
    await at(second).execute('INSERT INTO t VALUES (20)')
  })

  test('started with a token wants it for everything', async () => {
    const server = await serve('--dir', folder(), '--token', 'secret')
    const databases = new URL('/v1/organizations/acme/databases', server.url)
    const create = (authorization: string) =>
      fetch(databases, {
        method: 'POST',
        headers: { authorization },
        body: '{"name":"intras","group":"default"}',
      })
    expect((await create('Bearer wrong')).status).toBe(401)
    expect((await create('Bearer secret')).status).toBe(200)
    await expect(at(server).execute('SELECT 1')).rejects.toThrow('401')
    expect((await at(server, 'secret').execute('SELECT 1 AS a')).rows).toEqual([{ a: 1 }])
  })

  test('says so when the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void taken.close())
    await once(taken, 'listening')
    const { port } = taken.address() as AddressInfo // it listens on a port
    const script = new URL('../../../tools/libsql/serve.ts', import.meta.url).pathname
    const child = spawn(process.execPath, [script, '--port', String(port), '--dir', folder()], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said: string[] = []
    child.stderr.on('data', (text) => said.push(String(text)))
    const [code] = await once(child, 'close')
    expect(code).toBe(1)
    expect(said.join('')).toMatch(/^The local libSQL server could not start: .*EADDRINUSE.*\n$/)
  })
})

describe('a port', { timeout: 30_000 }, () => {
  test('serves any handler, and is free again once it is closed', async () => {
    const listening = await listen(
      async (request) => Response.json({ said: await request.text(), at: request.url }, { status: 201 }),
      0,
    )
    const response = await fetch(`${listening.url}/here?a=1`, { method: 'POST', body: 'hello' })
    expect([response.status, await response.json()]).toEqual([
      201,
      { said: 'hello', at: `${listening.url}/here?a=1` },
    ])
    await listening.close()
    await expect(fetch(listening.url)).rejects.toThrow('fetch failed')
    const again = await listen(async () => new Response(null), Number(new URL(listening.url).port))
    await again.close()
  })

  test('passes on large requests and answers', async () => {
    const server = start({ autoCreate: true })
    const listening = await listen(server.fetch, 0)
    onTestFinished(() => listening.close())
    const client = createClient({ url: `${listening.url}/dev/intras/` })
    const large = 'ș'.repeat(2_000_000)
    expect((await client.execute({ sql: 'SELECT ? AS text', args: [large] })).rows[0]?.text).toBe(large)
  })

  test('goes on when a handler throws, and logs it', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue()
    onTestFinished(() => log.mockRestore())
    const listening = await listen(async (request) => {
      if (request.url.endsWith('/bad')) throw new Error('a bug')
      return new Response('good')
    }, 0)
    onTestFinished(() => listening.close())
    await expect(fetch(`${listening.url}/bad`)).rejects.toThrow('fetch failed')
    expect(log).toHaveBeenCalledWith(new Error('a bug'))
    expect(await (await fetch(`${listening.url}/good`)).text()).toBe('good')
  })
})
