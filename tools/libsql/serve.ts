// The local libSQL server as a process of its own:
//   node tools/libsql/serve.ts --port 9002 --dir .libsql [--token …] [--auto-create]
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { parseArgs } from 'node:util'
import { localLibsql } from './server.ts'

export interface Listening {
  /** Without a slash at the end. */
  url: string
  /** Takes no more requests, answers those that have come, and then resolves. */
  close(): Promise<void>
}

/** Puts a `fetch` handler behind a port; 0 takes a free one. Rejects when the port is taken. */
export async function listen(
  fetch: (request: Request) => Promise<Response>,
  port: number,
  host = '127.0.0.1',
): Promise<Listening> {
  const server = createServer((incoming, outgoing) => {
    answer(fetch, incoming, outgoing).catch((error) => {
      if (incoming.complete) console.error(error) // else the client went away, which is its own affair
      outgoing.destroy()
    })
  })
  server.keepAliveTimeout = 60_000 // longer than its clients keep a connection, or they would meet a closed one
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  const bound = typeof address === 'object' && address ? address.port : port
  return {
    url: `http://${host}:${bound}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function answer(
  fetch: (request: Request) => Promise<Response>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
) {
  const request = await read(incoming)
  const response = request ? await fetch(request) : new Response('Bad request', { status: 400 })
  const body = Buffer.from(await response.arrayBuffer())
  outgoing.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    'content-length': body.length,
  })
  outgoing.end(body)
}

async function read(incoming: IncomingMessage): Promise<Request | undefined> {
  const url = URL.parse(incoming.url ?? '/', `http://${incoming.headers.host ?? 'localhost'}`)
  if (!url) return undefined
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value))
  return new Request(url, {
    method: incoming.method ?? 'GET',
    headers,
    body: chunks.length > 0 ? Buffer.concat(chunks) : null,
  })
}

async function serve() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '9002' },
      dir: { type: 'string', default: '.libsql' },
      token: { type: 'string' },
      'auto-create': { type: 'boolean', default: false },
    },
  })
  const token = values.token === undefined ? {} : { platformToken: values.token, databaseToken: values.token }
  const libsql = localLibsql({ dir: values.dir, autoCreate: values['auto-create'], ...token })
  const listening = await listen(libsql.fetch, Number(values.port))
  console.log(`The local libSQL server listens at ${listening.url}/dev/<database>/`)
  const stop = () => void listening.close().then(() => libsql.close())
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
}

if (import.meta.main) {
  await serve().catch((error: Error) => {
    console.error(`The local libSQL server could not start: ${error.message}`)
    process.exitCode = 1
  })
}
