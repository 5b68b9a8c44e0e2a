// Columns that mean the same in every table.
import { integer, text } from 'drizzle-orm/sqlite-core'
import type { Id, Kind } from './ids.ts'

/** A reference to something by its id. */
export const idOf = <K extends Kind>(name: string) => text(name).$type<Id<K>>()
/** A moment: milliseconds since 1970-01-01T00:00Z. */
export const moment = (name: string) => integer(name).notNull()
export const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>().notNull()
