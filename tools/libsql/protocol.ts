// What `@libsql/client` sends over HTTP: Hrana 2 in JSON, and of that only what the client makes use of.
import * as v from 'valibot'
import { ProtocolError } from './errors.ts'
import { value } from './values.ts'

const sqlText = { sql: v.nullish(v.string()), sql_id: v.nullish(v.number()) }

const statement = v.object({
  ...sqlText,
  args: v.nullish(v.array(value), []),
  named_args: v.nullish(v.array(v.object({ name: v.string(), value })), []),
  want_rows: v.nullish(v.boolean(), true),
})

export type Condition =
  | { type: 'ok' | 'error'; step: number }
  | { type: 'not'; cond: Condition }
  | { type: 'and' | 'or'; conds: Condition[] }

const condition: v.GenericSchema<Condition> = v.variant('type', [
  v.object({ type: v.picklist(['ok', 'error']), step: v.number() }),
  v.object({ type: v.literal('not'), cond: v.lazy(() => condition) }),
  v.object({ type: v.picklist(['and', 'or']), conds: v.array(v.lazy(() => condition)) }),
])

const step = v.object({ condition: v.nullish(condition), stmt: statement })

const streamRequest = v.variant('type', [
  v.object({ type: v.literal('execute'), stmt: statement }),
  v.object({ type: v.literal('batch'), batch: v.object({ steps: v.array(step) }) }),
  v.object({ type: v.literal('sequence'), ...sqlText }),
  v.object({ type: v.literal('store_sql'), sql_id: v.number(), sql: v.string() }),
  v.object({ type: v.literal('close_sql'), sql_id: v.number() }),
  v.object({ type: v.literal('close') }),
])

const pipelineRequest = v.object({ baton: v.nullish(v.string()), requests: v.array(streamRequest) })

export type SqlText = { sql?: string | null | undefined; sql_id?: number | null | undefined }
export type GivenStatement = v.InferOutput<typeof statement>
export type Step = v.InferOutput<typeof step>
export type StreamRequest = v.InferOutput<typeof streamRequest>
export type PipelineRequest = v.InferOutput<typeof pipelineRequest>

/** Reads the body of `POST …/v2/pipeline`, or throws a ProtocolError that says where it is wrong. */
export async function readPipeline(request: Request): Promise<PipelineRequest> {
  const body: unknown = await request.json().catch(() => {
    throw new ProtocolError('Cannot deserialize client message from JSON')
  })
  const read = v.safeParse(pipelineRequest, body)
  if (read.success) return read.output
  const [issue] = read.issues
  throw new ProtocolError(
    `Cannot deserialize client message: ${v.getDotPath(issue) ?? 'body'}: ${issue.message}`,
  )
}
