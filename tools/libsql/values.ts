// Values as Hrana writes them in JSON, and as the engine takes and gives them.
import * as v from 'valibot'

export type Value = null | bigint | number | string | Buffer

const int64 = v.pipe(
  v.string(),
  v.regex(/^-?\d{1,19}$/),
  v.transform((text) => BigInt(text)),
  v.check((integer) => BigInt.asIntN(64, integer) === integer),
)

// There is no boolean on purpose: binding one aborts the whole process inside the engine.
const hranaValue = v.variant('type', [
  v.object({ type: v.literal('null') }),
  v.object({ type: v.literal('integer'), value: int64 }),
  v.object({ type: v.literal('float'), value: v.number() }),
  v.object({ type: v.literal('text'), value: v.string() }),
  v.object({ type: v.literal('blob'), base64: v.string() }),
])

/** Reads one value from a request. */
export const value = v.pipe(
  hranaValue,
  v.transform((given): Value => {
    if (given.type === 'null') return null
    if (given.type === 'blob') return Buffer.from(given.base64, 'base64')
    return given.value
  }),
)

/** Writes one value into an answer. Base64 goes without padding, as sqld sends it. */
export function toHrana(given: unknown) {
  if (given === null || given === undefined) return { type: 'null' }
  if (typeof given === 'bigint') return { type: 'integer', value: String(given) }
  if (typeof given === 'number') return { type: 'float', value: given }
  if (typeof given === 'string') return { type: 'text', value: given }
  if (given instanceof Uint8Array)
    return { type: 'blob', base64: Buffer.from(given).toString('base64').replace(/=+$/, '') }
  throw new TypeError(`The engine gave a ${typeof given}`)
}
