// The shared works, and the shelf that keeps what was read of them.

import type { LibSQLDatabase } from 'drizzle-orm/libsql'

export type CommonsDb = LibSQLDatabase

/** Keeps things that never change under their key: isolate memory first, then the location's cache. */
export interface Shelf {
  get<T>(key: string): Promise<T | undefined>
  put(key: string, value: unknown): void
}

export interface Commons {
  db: CommonsDb
  shelf: Shelf
  now: number
}
