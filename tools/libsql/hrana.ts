// Answers `POST …/v2/pipeline`: one stream, several requests to it, one answer for each.
import type { Result } from './connection.ts'
import type { DatabaseFile } from './database-file.ts'
import { ProtocolError, Refused, StatementError } from './errors.ts'
import type { Condition, PipelineRequest, Step, StreamRequest } from './protocol.ts'
import type { Statement } from './statements.ts'
import type { Stream } from './stream.ts'
import type { Streams } from './streams.ts'
import { toHrana } from './values.ts'

export type Access = 'full-access' | 'read-only'

/** A database, and what the bearer of the token may do there. */
export interface Entry {
  file: DatabaseFile
  access: Access
}

/** What throws here ends the stream: its transaction is rolled back, its baton worth nothing. */
export async function pipeline(
  { baton, requests }: PipelineRequest,
  { file, access }: Entry,
  streams: Streams,
): Promise<Response> {
  const stream = streams.take(baton, file)
  try {
    const results = []
    for (const one of requests) results.push(await answer(stream, one, access))
    return Response.json({ baton: streams.letGo(stream), base_url: null, results })
  } catch (error) {
    streams.close(stream)
    throw error
  }
}

async function answer(stream: Stream, request: StreamRequest, access: Access) {
  try {
    return { type: 'ok', response: { type: request.type, ...(await perform(stream, request, access)) } }
  } catch (error) {
    return { type: 'error', error: asFailure(error) }
  }
}

async function perform(stream: Stream, request: StreamRequest, access: Access): Promise<object> {
  switch (request.type) {
    case 'execute': {
      const statement = stream.statement(request.stmt)
      permit([statement], access)
      return { result: toResult(await stream.execute(statement, request.stmt), request.stmt.want_rows) }
    }
    case 'batch':
      return { result: await batch(stream, request.batch.steps, access) }
    case 'sequence':
      return sequence(stream, stream.statements(request), access)
    case 'store_sql':
      stream.store(request.sql_id, request.sql)
      return {}
    case 'close_sql':
      stream.forget(request.sql_id)
      return {}
    case 'close':
      stream.close()
      return {}
    default:
      request satisfies never
      throw new ProtocolError('Request type not recognized')
  }
}

/** Every step is read before the first one runs, so that a batch with an unreadable step does nothing at all. */
async function batch(stream: Stream, steps: Step[], access: Access) {
  const statements = steps.map((step) => stream.statement(step.stmt))
  permit(statements, access)
  const results = steps.map((): ReturnType<typeof toResult> | null => null)
  const errors = steps.map((): StatementError | null => null)
  const done: boolean[] = []
  for (const [index, step] of steps.entries()) {
    done[index] = false
    if (step.condition && !holds(step.condition, index, done, errors)) continue
    try {
      results[index] = toResult(await stream.execute(statements[index]!, step.stmt), step.stmt.want_rows) // one a step
      done[index] = true
    } catch (error) {
      errors[index] = asFailure(error)
    }
  }
  return { step_results: results, step_errors: errors }
}

/** A step that was left out neither succeeded nor failed. */
function holds(
  condition: Condition,
  before: number,
  done: boolean[],
  errors: (StatementError | null)[],
): boolean {
  switch (condition.type) {
    case 'not':
      return !holds(condition.cond, before, done, errors)
    case 'and':
      return condition.conds.every((each) => holds(each, before, done, errors))
    case 'or':
      return condition.conds.some((each) => holds(each, before, done, errors))
    case 'ok':
    case 'error':
      break
    default:
      condition satisfies never
  }
  if (condition.step < 0 || condition.step >= before)
    throw new ProtocolError('Invalid reference to step in a batch condition')
  return condition.type === 'ok' ? done[condition.step] === true : errors[condition.step] != null
}

async function sequence(stream: Stream, statements: Statement[], access: Access) {
  permit(statements, access)
  stream.check(statements)
  for (const statement of statements) await stream.execute(statement, { args: [], named_args: [] })
  return {}
}

function permit(statements: Statement[], access: Access) {
  if (access === 'full-access' || statements.every((statement) => statement.onlyReads)) return
  throw new Refused(401, 'Not authorized to execute query: the token may only read this database')
}

function toResult({ columns, rows, changes, lastInsertRowid }: Result, wantRows: boolean | null) {
  return {
    cols: columns.map(({ name, type }) => ({ name, decltype: type })),
    rows: wantRows === false ? [] : rows.map((row) => row.map(toHrana)),
    affected_row_count: changes,
    last_insert_rowid: lastInsertRowid === null ? null : String(lastInsertRowid),
  }
}

/** A statement's failure belongs into the answer; anything else ends the request. */
function asFailure(error: unknown): StatementError {
  if (error instanceof StatementError) return error
  throw error
}
