// One database in its file: who holds its write lock, and who waits for it.
import { isWorthWaiting } from './errors.ts'
import type { Pool } from './pool.ts'

/** A transaction that may hold the write lock. */
export interface Writer {
  since: number
  /** Rolls it back; its next statement will fail with TRANSACTION_TIMEOUT. */
  timeOut(): void
}

export class DatabaseFile {
  readonly path: string
  readonly pool: Pool
  readonly #transactionTimeoutMs: number
  readonly #writers = new Set<Writer>()
  #waiting: (() => void)[] = []

  constructor(path: string, pool: Pool, transactionTimeoutMs: number) {
    this.path = path
    this.pool = pool
    this.#transactionTimeoutMs = transactionTimeoutMs
  }

  /**
   * Tries again until the write lock is free. As in sqld, a transaction may keep it as long as it likes while
   * nobody waits; when somebody does, it is ended once it is older than the time-out.
   */
  async whenUnlocked<T>(attempt: () => T): Promise<T> {
    const patience = Date.now() + 2 * this.#transactionTimeoutMs
    for (;;) {
      try {
        return attempt()
      } catch (error) {
        if (!isWorthWaiting(error)) throw error
        const freed = this.#endOverdueWriters()
        if (!freed && Date.now() >= patience) throw error
        if (!freed) await this.#nextChance()
      }
    }
  }

  writes(writer: Writer) {
    this.#writers.add(writer)
  }

  writesNoMore(writer: Writer) {
    if (!this.#writers.delete(writer)) return
    const woken = this.#waiting // in the order in which they came
    this.#waiting = []
    for (const wake of woken) wake()
  }

  #endOverdueWriters() {
    const overdue = [...this.#writers].filter(
      (writer) => Date.now() - writer.since >= this.#transactionTimeoutMs,
    )
    for (const writer of overdue) writer.timeOut()
    return overdue.length > 0
  }

  /** The lock was released here; or some time has passed, since it may be held by another process. */
  #nextChance() {
    return new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, POLL_MS)
      this.#waiting.push(() => {
        clearTimeout(timer)
        resolve()
      })
    })
  }
}

const POLL_MS = 20
