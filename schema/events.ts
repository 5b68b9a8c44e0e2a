// The record of what happened: audit, activity feed and outbox in one. The same shape in every database.
import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { idOf, json, moment } from './columns.ts'

/** `actor` is a person's or operator's id, or 'visitor', 'platform'; `about` names what it happened to. */
export const events = sqliteTable('events', {
  id: idOf<'event'>('id').primaryKey(),
  at: moment('at'),
  actor: text('actor').notNull(),
  what: text('what').notNull(),
  about: text('about').notNull(),
  detail: json<Record<string, unknown>>('detail'),
})
