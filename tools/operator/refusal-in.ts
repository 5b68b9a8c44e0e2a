import { Refusal } from '#domain/refusal.ts'

/** The refusal in an error: itself, or what it was wrapped around on its way through the database client. */
export function refusalIn(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  return error instanceof Error ? refusalIn(error.cause) : undefined
}
