// Who learns what, and how far they are.
import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { idOf, moment } from '../columns.ts'

const of = { person: idOf<'person'>('person').notNull(), work: text('work').notNull() }

export const enrolments = sqliteTable('enrolments', { ...of, at: moment('at') }, (table) => [
  primaryKey({ columns: [table.person, table.work] }),
])

/** `edition` is the one the learner had before them. */
export const completions = sqliteTable(
  'completions',
  { ...of, lesson: text('lesson').notNull(), edition: text('edition').notNull(), at: moment('at') },
  (table) => [primaryKey({ columns: [table.person, table.work, table.lesson] })],
)

/** The lesson a learner last had open. */
export const places = sqliteTable(
  'places',
  { ...of, lesson: text('lesson').notNull(), at: moment('at') },
  (table) => [primaryKey({ columns: [table.person, table.work] })],
)
