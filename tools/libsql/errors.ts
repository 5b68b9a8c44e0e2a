// What can go wrong, as a client of sqld or Turso is told of it.
import Database from 'libsql'

/** One statement failed; the stream, and a transaction open in it, go on. */
export class StatementError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
  toJSON() {
    return { message: this.message, code: this.code }
  }
}

/** The client broke the protocol: 400 in plain text, and its stream is closed. */
export class ProtocolError extends Error {}

/** The stream was left alone too long; its transaction has been rolled back. */
export class StreamExpired extends Error {}

/** The request as a whole is refused: `{ error }` with this status, as Turso answers. */
export class Refused extends Error {
  readonly status: number
  constructor(status: number, error: string) {
    super(error)
    this.status = status
  }
}

/** The answer to a request that threw. What is none of the above is a bug in the server, and logged. */
export function asResponse(error: unknown): Response {
  if (error instanceof Refused) return Response.json({ error: error.message }, { status: error.status })
  if (error instanceof ProtocolError) return plain(400, error.message)
  if (error instanceof StreamExpired)
    return Response.json({ message: error.message, code: 'STREAM_EXPIRED' }, { status: 500 })
  console.error(error)
  return plain(500, 'Internal error')
}

const plain = (status: number, text: string) =>
  new Response(text, { status, headers: { 'content-type': 'text/plain' } })

/** Another connection holds the write lock, or has written since this one's transaction began to read. */
export const isLocked = (error: unknown) => hasCode(error, /^SQLITE_BUSY/)

/** The lock will be free some time: worth waiting, unlike a snapshot that has become old. */
export const isWorthWaiting = (error: unknown) => hasCode(error, /^SQLITE_BUSY$/)

function hasCode(error: unknown, code: RegExp) {
  return error instanceof Database.SqliteError && code.test(error.code)
}

export const isSyntaxError = (error: unknown) =>
  error instanceof Database.SqliteError && SYNTAX.test(error.message)

const SYNTAX = /syntax error$|^incomplete input$|^unrecognized token/
// The only messages for which the engine knows a place in the text, by which sqld tells them from the rest.
const PLACED = /^(?:no such column|no such function|ambiguous column name): (?<name>.+)$/
const EXISTS = /^table (?<name>.+) already exists$/

/** What the engine says, in the codes and words of sqld. What did not come from the engine stays as it is. */
export function fromEngine(error: unknown, sql: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  const { message } = error
  if (isSyntaxError(error)) return new StatementError('SQL_PARSE_ERROR', `${UNREADABLE}: ${message}`)
  const name = (PLACED.exec(message) ?? EXISTS.exec(message))?.groups?.name
  if (name)
    return new StatementError(
      'SQL_INPUT_ERROR',
      `SQL input error: ${message} (at offset ${placeOf(name, sql)})`,
    )
  return new StatementError(primaryCode(error.rawCode), `SQLite error: ${message}`)
}

export const unsupported = (sql: string) =>
  new StatementError('SQL_PARSE_ERROR', `${UNREADABLE}: unsupported statement: ${sql}`)

const UNREADABLE = 'SQL string could not be parsed'

function placeOf(name: string, sql: string) {
  const literally = name.replace(/[^\w]/g, '\\$&')
  return Math.max(0, sql.search(new RegExp(`(?<!\\w)${literally}(?!\\w)`, 'i')))
}

/** sqld gives only the primary code, the low byte, and calls SQLITE_ERROR unknown. */
const primaryCode = (rawCode = 1) => `SQLITE_${PRIMARY[rawCode & 0xff] ?? 'UNKNOWN'}`

const PRIMARY = `
  OK UNKNOWN INTERNAL PERM ABORT BUSY LOCKED NOMEM READONLY INTERRUPT IOERR CORRUPT NOTFOUND FULL CANTOPEN
  PROTOCOL UNKNOWN SCHEMA TOOBIG CONSTRAINT MISMATCH MISUSE NOLFS AUTH UNKNOWN RANGE NOTADB
`
  .trim()
  .split(/\s+/)
