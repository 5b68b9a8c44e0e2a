// One batch is one request and one transaction: all of it happens or nothing.
import type { BatchItem } from 'drizzle-orm/batch'

interface Batches {
  // Drizzle's own type wants a tuple, which a list made at run time cannot be.
  batch(statements: never): Promise<unknown[]>
}

/** Runs statements together. A write must stand first: the transaction then waits its turn instead of failing. */
export async function together(db: Batches, statements: BatchItem<'sqlite'>[]): Promise<unknown[]> {
  return statements.length === 0 ? [] : db.batch(statements as never) // a non-empty list from here on
}
