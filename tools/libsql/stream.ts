// A stream is a connection that a client keeps over several requests: what a transaction needs.
import type { Connection, Prepared, Result } from './connection.ts'
import type { DatabaseFile, Writer } from './database-file.ts'
import { fromEngine, isLocked, isSyntaxError, ProtocolError, StatementError, unsupported } from './errors.ts'
import { valuesFor } from './parameters.ts'
import type { GivenStatement, SqlText } from './protocol.ts'
import { type Statement, statementsIn } from './statements.ts'
import type { Value } from './values.ts'

const STORED_TEXTS = 50
const STORED_LENGTH = 5000

export class Stream implements Writer {
  readonly file: DatabaseFile
  readonly #texts = new Map<number, string>()
  #connection: Connection | undefined
  #timedOut = false
  /** When the open transaction got hold of the write lock. */
  since = 0

  constructor(file: DatabaseFile) {
    this.file = file
    this.#connection = file.pool.take(file.path)
  }

  get closed() {
    return this.#connection === undefined
  }

  /** Rolls back what is open and gives the connection back. */
  close() {
    const connection = this.#connection
    this.#connection = undefined
    if (connection) this.file.pool.giveBack(this.file.path, connection)
    this.file.writesNoMore(this)
  }

  timeOut() {
    this.#connection?.rollback()
    this.#timedOut = true
    this.file.writesNoMore(this)
  }

  /** The only statement of a text: more than one, or none, is an error. */
  statement(given: SqlText): Statement {
    const [statement, ...more] = this.statements(given)
    if (!statement) throw new StatementError('SQL_NO_STATEMENT', 'SQL string does not contain any statement')
    if (more.length > 0)
      throw new StatementError('SQL_MANY_STATEMENTS', 'SQL string contains more than one statement')
    return statement
  }

  statements(given: SqlText): Statement[] {
    const statements = statementsIn(this.#text(given))
    const refused = statements.find((statement) => statement.unsupported)
    if (refused) throw unsupported(refused.sql)
    return statements
  }

  /** So that a script with a slip of the pen is refused as a whole, before its first statement runs. */
  check(statements: Statement[]) {
    for (const { sql } of statements) {
      try {
        this.#open.check(sql)
      } catch (error) {
        if (isSyntaxError(error)) throw fromEngine(error, sql) // a missing table may be made further up
      }
    }
  }

  async execute(statement: Statement, given: Pick<GivenStatement, 'args' | 'named_args'>): Promise<Result> {
    let prepared: Prepared | undefined
    let values: Value[] = []
    try {
      return await this.file.whenUnlocked(() => {
        this.#reportTimeOut()
        prepared ??= this.#open.prepare(statement) // the same one for every try
        values = valuesFor(statement, given)
        return this.#follow(statement, () => prepared!.run(values)) // just prepared
      })
    } catch (error) {
      if (isLocked(error)) prepared?.giveUp(values)
      throw fromEngine(error, statement.sql)
    }
  }

  store(id: number, sql: string) {
    if (this.#texts.has(id)) throw new ProtocolError(`SQL text ${id} already exists`)
    if (this.#texts.size >= STORED_TEXTS)
      throw new StatementError(
        'SQL_STORE_TOO_MANY',
        `The server already stores ${STORED_TEXTS} SQL texts, it cannot store more`,
      )
    if (sql.length > STORED_LENGTH)
      throw new StatementError(
        'SQL_STORE_TOO_LARGE',
        `The statement is too large to be stored: ${sql.length}`,
      )
    this.#texts.set(id, sql)
  }

  forget(id: number) {
    this.#texts.delete(id)
  }

  get #open(): Connection {
    if (!this.#connection) throw new ProtocolError('Stream for this baton was closed')
    return this.#connection
  }

  #text({ sql, sql_id }: SqlText): string {
    if (sql != null && sql_id != null)
      throw new ProtocolError('Either `sql` or `sql_id` are required, but not both')
    if (sql != null) return sql
    if (sql_id == null) throw new ProtocolError('Either `sql` or `sql_id` are required')
    const stored = this.#texts.get(sql_id)
    if (stored === undefined) throw new ProtocolError(`SQL text ${sql_id} not found`)
    return stored
  }

  #reportTimeOut() {
    if (!this.#timedOut) return
    this.#timedOut = false
    throw new StatementError('TRANSACTION_TIMEOUT', 'Transaction timed out')
  }

  /** Runs, and keeps the file's knowledge of its writers. A failed INSERT holds the lock; a locked-out one does not. */
  #follow<T>(statement: Statement, run: () => T): T {
    let lockedOut = false
    try {
      return run()
    } catch (error) {
      lockedOut = isLocked(error)
      throw error
    } finally {
      if (!this.#connection?.inTransaction) {
        this.since = 0
        this.file.writesNoMore(this)
      } else if (statement.locks && !lockedOut) {
        this.since ||= Date.now()
        this.file.writes(this)
      }
    }
  }
}
