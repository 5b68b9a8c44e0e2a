// The one error that may be shown: a "no" with a reason. Everything else that is thrown is a bug.
import type { Words } from '#content/words/words.ts'

export type RefusalKind = 'missing' | 'forbidden' | 'invalid' | 'conflict' | 'limit' | 'unavailable'
/** The name of a sentence in the words of every language. */
export type Reason = keyof Words['refusals']
export interface FieldRefusal {
  field: string
  reason: Reason
}

export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly reason: Reason
  readonly fields: FieldRefusal[]
  constructor(kind: RefusalKind, reason: Reason, fields: FieldRefusal[] = []) {
    super(`${kind}: ${reason}`)
    this.name = 'Refusal'
    this.kind = kind
    this.reason = reason
    this.fields = fields
  }
}

/** A refusal of one field of a form. */
export const refuseField = (field: string, reason: Reason) =>
  new Refusal('invalid', reason, [{ field, reason }])
