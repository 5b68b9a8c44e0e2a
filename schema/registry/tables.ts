// The registry: organisations, their addresses and databases. No learner is named here.
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { idOf, json, moment } from '../columns.ts'

export { events } from '../events.ts'

/** What a partner is called and looks like, as published. `words` by language. */
export interface HouseWords {
  tagline: string
  welcome: string
}

export const organisations = sqliteTable('organisations', {
  id: idOf<'organisation'>('id').primaryKey(),
  slug: text('slug').notNull().unique(),
  name: text('name').notNull(),
  kind: text('kind', {
    enum: ['vet-school', 'ngo', 'cooperative', 'public-body', 'network', 'company', 'other'],
  }).notNull(),
  country: text('country').notNull(),
  website: text('website').notNull(),
  defaultLanguage: text('default_language').notNull(),
  brand: json<{ primary: string; secondary: string; mark?: 'letters' | 'window' | 'quilt' | 'circle' }>(
    'brand',
  ),
  words: json<Partial<Record<string, HouseWords>>>('words'),
  firstWorks: json<string[]>('first_works'),
  catalogueVersion: integer('catalogue_version').notNull(),
  since: moment('since'),
})

/** Addresses: the label before the platform's domain, now or earlier. Own domains will stand here as whole names. */
export const hosts = sqliteTable('hosts', {
  name: text('name').primaryKey(),
  organisation: idOf<'organisation'>('organisation').notNull(),
  since: moment('since'),
})

/** Where an organisation's database stands. A restore makes a new one, so the address is data. */
export const databases = sqliteTable('databases', {
  organisation: idOf<'organisation'>('organisation').primaryKey(),
  name: text('name').notNull().unique(),
  url: text('url').notNull(),
  schemaVersion: integer('schema_version').notNull(),
  since: moment('since'),
})

/** A step of provisioning that was done. What is missing is still to do. */
export const provisioningSteps = sqliteTable(
  'provisioning_steps',
  {
    organisation: idOf<'organisation'>('organisation').notNull(),
    step: text('step', { enum: ['database', 'migrate', 'adopt', 'launch'] }).notNull(),
    at: moment('at'),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.step] })],
)

/** An organisation with a row here is open to the public. */
export const launches = sqliteTable('launches', {
  organisation: idOf<'organisation'>('organisation').primaryKey(),
  at: moment('at'),
})

export const suspensions = sqliteTable('suspensions', {
  organisation: idOf<'organisation'>('organisation').primaryKey(),
  reason: text('reason').notNull(),
  at: moment('at'),
  by: text('by').notNull(),
})

export const operators = sqliteTable('operators', {
  id: idOf<'operator'>('id').primaryKey(),
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  since: moment('since'),
})
