// Connections that nobody uses just now. Opening one takes twenty times as long as a small statement.
// The price: last_insert_rowid() and changes() may tell of an earlier stream, where Turso would answer 0.
import { Connection } from './connection.ts'

// Each holds three file handles, and there may be as many databases as organisations.
const IDLE = 64

export class Pool {
  readonly #durable: boolean
  #idle: { path: string; connection: Connection }[] = []

  constructor(durable: boolean) {
    this.#durable = durable
  }

  take(path: string): Connection {
    const at = this.#idle.findLastIndex((lent) => lent.path === path)
    return at < 0 ? new Connection(path, this.#durable) : this.#idle.splice(at, 1)[0]!.connection // at is in it
  }

  giveBack(path: string, connection: Connection) {
    connection.rollback()
    if (connection.altered) return connection.close()
    this.#idle.push({ path, connection })
    if (this.#idle.length > IDLE) this.#idle.shift()?.connection.close()
  }

  /** Closes what is idle, of one file or of all. */
  close(path?: string) {
    const closing = this.#idle.filter((lent) => path === undefined || lent.path === path)
    this.#idle = this.#idle.filter((lent) => !closing.includes(lent))
    for (const { connection } of closing) connection.close()
  }
}
