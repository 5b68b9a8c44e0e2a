// One connection to the engine, with the engine's own traps closed.
import Database from 'libsql'
import type { Statement } from './statements.ts'
import type { Value } from './values.ts'

export interface Result {
  columns: { name: string; type: string | null }[]
  rows: unknown[][]
  changes: number
  /** Null when nothing was inserted. */
  lastInsertRowid: bigint | null
}

/** A statement that is ready to run, and may be tried again when the database was locked. */
export interface Prepared {
  run(values: Value[]): Result
  giveUp(values: Value[]): void
}

export class Connection {
  readonly #engine: Database.Database
  #counts: Database.Statement | undefined
  /** Must not be lent to another stream: it has been altered by a PRAGMA. */
  altered = false

  constructor(path: string, durable: boolean) {
    // No waiting inside the engine: it would stop the event loop, and with it the one who holds the lock.
    this.#engine = new Database(path, { timeout: 0 })
    // NORMAL survives the death of the process; OFF is for databases that live as long as a test.
    this.#engine.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${durable ? 'NORMAL' : 'OFF'}`)
  }

  get inTransaction() {
    return this.#engine.inTransaction
  }

  rollback() {
    if (this.inTransaction) this.#engine.exec('ROLLBACK')
  }

  /** Throws when the engine cannot read the text, or does not know a name in it. */
  check(sql: string) {
    this.#engine.prepare(sql)
  }

  prepare(statement: Statement): Prepared {
    const prepared = this.#engine.prepare(statement.sql).safeIntegers(true)
    const givesRows = prepared.columns().length > 0
    if (givesRows) prepared.raw(true)
    return {
      run: (values) => {
        const rows = givesRows ? (prepared.all(values) as unknown[][]) : [] // raw: a row is an array
        if (!givesRows) prepared.run(values)
        if (statement.altersConnection) this.altered = true
        // The columns only now: preparing trusts a schema that another connection may have changed.
        return { columns: prepared.columns(), rows, ...this.#changesBy(statement) }
      },
      giveUp: (values) => this.#settle(() => prepared.run(values)),
    }
  }

  close() {
    this.#engine.close()
  }

  /**
   * A statement that met SQLITE_BUSY stays active, which makes a later COMMIT fail and keeps an old snapshot,
   * until the same object runs again. The binding has no reset, so it runs once more where it cannot write.
   */
  #settle(again: () => void) {
    this.#engine.exec('PRAGMA query_only = 1')
    try {
      again()
    } catch {
      // "attempt to write a readonly database": the engine has let go of the statement
    } finally {
      this.#engine.exec('PRAGMA query_only = 0')
    }
  }

  #changesBy(statement: Statement) {
    if (!statement.changesRows) return { changes: 0, lastInsertRowid: null }
    this.#counts ??= this.#engine
      .prepare('SELECT changes(), last_insert_rowid()')
      .safeIntegers(true)
      .raw(true)
    const [[changes, rowid]] = this.#counts.all() as [[bigint, bigint]] // what that SELECT gives
    return { changes: Number(changes), lastInsertRowid: statement.insertsRows ? rowid : null }
  }
}
