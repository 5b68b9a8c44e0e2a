// The streams between two requests. A baton names a stream and can be used once, by whoever holds it.
import { randomBytes } from 'node:crypto'
import type { DatabaseFile } from './database-file.ts'
import { ProtocolError, StreamExpired } from './errors.ts'
import { Stream } from './stream.ts'

interface Waiting {
  stream: Stream
  /** Undefined while a request has the stream. */
  secret: string | undefined
  expiry: NodeJS.Timeout | undefined
}

// Enough to tell "expired" from "never heard of" for some time.
const REMEMBERED = 1000

export class Streams {
  readonly #ttlMs: number
  readonly #known = new Map<string, Waiting>()
  readonly #idOf = new WeakMap<Stream, string>()
  readonly #expired = new Set<string>()

  constructor(ttlMs: number) {
    this.#ttlMs = ttlMs
  }

  /** A new stream, or the one that the baton names. */
  take(baton: string | null | undefined, file: DatabaseFile): Stream {
    if (baton == null) return this.#open(file)
    const [id = '', secret] = baton.split('.')
    if (this.#expired.has(id)) throw new StreamExpired('The stream has expired due to inactivity')
    const waiting = this.#known.get(id)
    if (!waiting || waiting.stream.file !== file) throw new ProtocolError('Received an invalid baton')
    if (secret === undefined || waiting.secret !== secret)
      throw new ProtocolError('Received a baton that has already been used')
    clearTimeout(waiting.expiry)
    waiting.secret = undefined
    return waiting.stream
  }

  /** The baton for the next request, or null when the stream has been closed. */
  letGo(stream: Stream): string | null {
    const id = this.#idOf.get(stream)
    const waiting = id === undefined ? undefined : this.#known.get(id)
    if (id === undefined || !waiting || stream.closed) {
      this.close(stream)
      return null
    }
    waiting.secret = randomBytes(16).toString('base64url')
    waiting.expiry = setTimeout(() => this.#expire(id, stream), this.#ttlMs).unref()
    return `${id}.${waiting.secret}`
  }

  close(stream: Stream) {
    const id = this.#idOf.get(stream)
    if (id !== undefined) {
      clearTimeout(this.#known.get(id)?.expiry)
      this.#known.delete(id)
    }
    stream.close()
  }

  /** Closes all streams, or those of one file. */
  closeAll(file?: DatabaseFile) {
    for (const { stream } of this.#known.values()) if (!file || stream.file === file) this.close(stream)
  }

  #open(file: DatabaseFile) {
    const stream = new Stream(file)
    const id = randomBytes(16).toString('base64url')
    this.#idOf.set(stream, id)
    this.#known.set(id, { stream, secret: undefined, expiry: undefined })
    return stream
  }

  #expire(id: string, stream: Stream) {
    this.close(stream)
    this.#expired.add(id)
    const [oldest] = this.#expired
    if (this.#expired.size > REMEMBERED && oldest) this.#expired.delete(oldest)
  }
}
