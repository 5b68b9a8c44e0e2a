// What a form looks like after it was sent and refused.
import type { Reason } from '#domain/refusal.ts'

export interface FormState {
  /** What was typed, by field; passwords are never given back. */
  typed: Record<string, string>
  /** What is wrong, by field. */
  faults: Record<string, Reason>
  /** What is wrong with the whole. */
  fault?: Reason
}

export const emptyForm: FormState = { typed: {}, faults: {} }
