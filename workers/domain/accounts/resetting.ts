// A new password, for who can read the mail of the account.

import { and, eq, gt, sql } from 'drizzle-orm'
import { emailProofs, events, mailKeys, people, sessions } from '#schema/tenant/tables.ts'
import { Refusal } from '../refusal.ts'
import { recordIfChanged, recordOf, type Scope } from '../scope.ts'
import type { Language } from '../works/index.ts'
import { countersOf, countTry, refuseTooMany, triesOf } from './attempts.ts'
import { LIFETIME, newKey, sha256 } from './keys.ts'
import { hashPassword } from './passwords.ts'
import { letterJob } from './signing-up.ts'

/** Mails a link if there is such an account; whoever asks is told the same in either case. Two requests. */
export async function askReset(scope: Scope, email: string, language: Language, source: string) {
  const tries = await triesOf('reset', email, source)
  const [, counters, known] = await scope.db.batch([
    countTry(scope, tries),
    countersOf(scope, tries),
    scope.db.select({ id: people.id, name: people.name }).from(people).where(eq(people.email, email)),
  ])
  refuseTooMany(scope, tries, counters)

  const [person] = known
  const key = newKey()
  const hash = await sha256(key)
  // For an address that nobody has this writes nothing, but takes as long.
  await scope.db.batch([
    scope.db.run(sql`insert into ${mailKeys} (hash, person, purpose, expires)
      select ${hash}, id, 'reset', ${scope.now + LIFETIME.reset} from ${people} where email = ${email}`),
    recordIfChanged(scope, 'person.askedReset', person?.id ?? 'nobody'),
  ])
  if (person)
    await scope.later(letterJob(scope, { kind: 'reset', to: email, name: person.name, language, key }))
}

/** Whether the link in a mail still opens. One request. */
export async function resetKeyWorks(scope: Scope, key: string): Promise<boolean> {
  return (await owner(scope, key)) !== undefined
}

/** Sets the password; every session of the person ends, and the address counts as confirmed. Two requests. */
export async function reset(scope: Scope, key: string, password: string): Promise<{ email: string }> {
  const person = await owner(scope, key)
  if (!person) throw new Refusal('missing', 'linkOver')
  const actor = { ...scope, actor: { kind: 'person' as const, ...person } }
  const hash = await hashPassword(password)
  await scope.db.batch([
    scope.db.update(people).set({ password: hash }).where(eq(people.id, person.id)),
    scope.db.delete(mailKeys).where(eq(mailKeys.person, person.id)),
    scope.db.delete(sessions).where(eq(sessions.person, person.id)),
    scope.db.insert(emailProofs).values({ person: person.id, at: scope.now }).onConflictDoNothing(),
    scope.db.insert(events).values(recordOf(actor, 'person.resetPassword', person.id)),
  ])
  return { email: person.email }
}

async function owner(scope: Scope, key: string) {
  const [person] = await scope.db
    .select({ id: people.id, name: people.name, email: people.email })
    .from(mailKeys)
    .innerJoin(people, eq(people.id, mailKeys.person))
    .where(
      and(
        eq(mailKeys.hash, await sha256(key)),
        eq(mailKeys.purpose, 'reset'),
        gt(mailKeys.expires, scope.now),
      ),
    )
  return person
}
