// The commons: shared works and their editions. Nothing here is ever changed, only added.
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { moment } from '../columns.ts'

/** A work's id is its kind and slug, so that the same commons can stand in several regions: tool/scam-shield. */
export const works = sqliteTable('works', {
  id: text('id').primaryKey(),
  kind: text('kind', { enum: ['curriculum', 'tool', 'course'] }).notNull(),
  slug: text('slug').notNull(),
  since: moment('since'),
})

/** `manifest` is the JSON of a Manifest and `id` its hash; `face` is what a list of works shows of it. */
export const editions = sqliteTable('editions', {
  id: text('id').primaryKey(),
  work: text('work').notNull(),
  number: integer('number').notNull(),
  manifest: text('manifest').notNull(),
  face: text('face').notNull(),
  at: moment('at'),
})

/** One page in one language, by the hash of its JSON: two editions share what did not change. */
export const parts = sqliteTable('parts', {
  hash: text('hash').primaryKey(),
  body: text('body').notNull(),
})

export const editionParts = sqliteTable(
  'edition_parts',
  {
    edition: text('edition').notNull(),
    path: text('path').notNull(),
    language: text('language').notNull(),
    part: text('part').notNull(),
  },
  (table) => [primaryKey({ columns: [table.edition, table.path, table.language] })],
)
