// Accounts of one organisation: people, the keys mailed to them, their sessions, failed tries.
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { idOf, moment } from '../columns.ts'

export const people = sqliteTable('people', {
  id: idOf<'person'>('id').primaryKey(),
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  /** As passwords.ts writes it: the parameters, the salt and the hash. */
  password: text('password').notNull(),
  language: text('language').notNull(),
  since: moment('since'),
})

/** Whoever has a row here has shown that the e-mail address is theirs. */
export const emailProofs = sqliteTable('email_proofs', {
  person: idOf<'person'>('person').primaryKey(),
  at: moment('at'),
})

/** What a mailed link opens. Only the SHA-256 of the key is kept. */
export const mailKeys = sqliteTable('mail_keys', {
  hash: text('hash').primaryKey(),
  person: idOf<'person'>('person').notNull(),
  purpose: text('purpose', { enum: ['confirm', 'reset'] }).notNull(),
  expires: moment('expires'),
})

/** `id` is the SHA-256 of the token in the cookie. */
export const sessions = sqliteTable('sessions', {
  id: text('id').primaryKey(),
  person: idOf<'person'>('person').notNull(),
  expires: moment('expires'),
})

/** Failed tries of one kind by one source; `key` is a hash, so that nobody is named here. */
export const attempts = sqliteTable('attempts', {
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  since: moment('since'),
})
