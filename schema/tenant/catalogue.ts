// What of the commons an organisation has taken into its catalogue, and where words are found in it.
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { moment } from '../columns.ts'

/** Nothing is copied: the row names the edition. With `follows` = 'commons' a newer edition takes its place. */
export const adoptions = sqliteTable('adoptions', {
  work: text('work').primaryKey(),
  kind: text('kind', { enum: ['curriculum', 'tool', 'course'] }).notNull(),
  slug: text('slug').notNull(),
  edition: text('edition').notNull(),
  position: integer('position').notNull(),
  follows: text('follows', { enum: ['commons', 'edition'] }).notNull(),
  at: moment('at'),
})

/** One page of an adopted work in one language; the words themselves are only in the full-text index beside it. */
export const searchEntries = sqliteTable('search_entries', {
  id: integer('id').primaryKey(),
  work: text('work').notNull(),
  path: text('path').notNull(),
  language: text('language').notNull(),
  title: text('title').notNull(),
  summary: text('summary').notNull(),
})
