// A new account: it exists when the form is sent, it can be used when the mailed link was opened.

import { and, eq, gt, sql } from 'drizzle-orm'
import { type Id, newId } from '#schema/ids.ts'
import { emailProofs, events, mailKeys, people } from '#schema/tenant/tables.ts'
import { Refusal } from '../refusal.ts'
import { record, recordIfChanged, recordOf, type Scope } from '../scope.ts'
import type { Language } from '../works/index.ts'
import { countersOf, countTry, refuseTooMany, triesOf } from './attempts.ts'
import type { SignUp } from './forms.ts'
import { LIFETIME, newKey, sha256 } from './keys.ts'
import { hashPassword } from './passwords.ts'

/**
 * Makes an account and mails the link that confirms it. Whoever asks cannot learn whether the address was known:
 * the answer is the same and takes as many requests, only the mail differs. Two requests.
 */
export async function signUp(scope: Scope, form: SignUp, language: Language, source: string) {
  const tries = await triesOf('sign-up', form.email, source)
  const [, counters, known] = await scope.db.batch([
    countTry(scope, tries),
    countersOf(scope, tries),
    scope.db
      .select({ id: people.id, name: people.name, confirmed: emailProofs.at })
      .from(people)
      .leftJoin(emailProofs, eq(emailProofs.person, people.id))
      .where(eq(people.email, form.email)),
  ])
  refuseTooMany(scope, tries, counters)
  const account = { ...form, password: await hashPassword(form.password), language }

  const [person] = known
  const mail = { to: form.email, language }
  if (person?.confirmed) {
    await record(scope, 'person.signedUpAgain', person.id)
    return post(scope, { ...mail, kind: 'already', name: person.name })
  }
  const key = newKey()
  const hash = await sha256(key)
  await (person ? replace(scope, person.id, account, hash) : create(scope, account, hash))
  return post(scope, { ...mail, kind: 'confirm', name: form.name, key })
}

type Account = SignUp & { language: Language }

const unproven = sql`not exists (select 1 from ${emailProofs} where ${emailProofs.person} = ${people.id})`

/** Two of the same forms may arrive at once: the second makes no person and no record, but its link works too. */
async function create(scope: Scope, account: Account, hash: string) {
  const id = newId('person', scope.now)
  await scope.db.batch([
    scope.db
      .insert(people)
      .values({ ...account, id, since: scope.now })
      .onConflictDoNothing(),
    recordIfChanged(scope, 'person.signedUp', id),
    keyTo(scope, account.email, hash),
  ])
}

/**
 * Nobody has shown yet that the address is theirs: the newest form counts, and older links are over. Else whoever
 * came first would have chosen the password of the account that the owner of the address confirms.
 */
async function replace(scope: Scope, id: Id<'person'>, account: Account, hash: string) {
  const { name, password, language } = account
  await scope.db.batch([
    scope.db
      .update(people)
      .set({ name, password, language })
      .where(and(eq(people.id, id), unproven)),
    scope.db.delete(mailKeys).where(and(eq(mailKeys.person, id), eq(mailKeys.purpose, 'confirm'))),
    keyTo(scope, account.email, hash),
    record(scope, 'person.signedUpAgain', id),
  ])
}

/** A key for the account of an address that was not confirmed yet. */
const keyTo = (scope: Scope, email: string, hash: string) =>
  scope.db.run(sql`insert into ${mailKeys} (hash, person, purpose, expires)
    select ${hash}, id, 'confirm', ${scope.now + LIFETIME.confirm} from ${people}
    where email = ${email} and ${unproven}`)

/** A further link for an account that was never confirmed. One request. */
export async function newConfirmKey(scope: Scope, person: Id<'person'>): Promise<string> {
  const key = newKey()
  const row = { hash: await sha256(key), person, purpose: 'confirm' as const }
  await scope.db.batch([
    scope.db.insert(mailKeys).values({ ...row, expires: scope.now + LIFETIME.confirm }),
    record(scope, 'person.askedConfirmation', person),
  ])
  return key
}

/** Whether the link in a mail still opens. One request. */
export async function confirmKeyWorks(scope: Scope, key: string): Promise<boolean> {
  return (await confirmee(scope, key)) !== undefined
}

/** The address is the person's own. Answers the address, for the sign-in form. Opening it twice is refused. */
export async function confirm(scope: Scope, key: string): Promise<{ email: string }> {
  const person = await confirmee(scope, key)
  if (!person) throw new Refusal('missing', 'linkOver')
  const actor = { ...scope, actor: { kind: 'person' as const, ...person } }
  await scope.db.batch([
    scope.db.insert(emailProofs).values({ person: person.id, at: scope.now }).onConflictDoNothing(),
    scope.db.delete(mailKeys).where(and(eq(mailKeys.person, person.id), eq(mailKeys.purpose, 'confirm'))),
    scope.db.insert(events).values(recordOf(actor, 'person.confirmed', person.id)),
  ])
  return { email: person.email }
}

async function confirmee(scope: Scope, key: string) {
  const [person] = await scope.db
    .select({ id: people.id, name: people.name, email: people.email })
    .from(mailKeys)
    .innerJoin(people, eq(people.id, mailKeys.person))
    .where(
      and(
        eq(mailKeys.hash, await sha256(key)),
        eq(mailKeys.purpose, 'confirm'),
        gt(mailKeys.expires, scope.now),
      ),
    )
  return person
}

const post = (scope: Scope, letter: Parameters<typeof letterJob>[1]) => scope.later(letterJob(scope, letter))

export function letterJob(scope: Scope, letter: import('../jobs.ts').Letter) {
  return { organisation: scope.tenant.organisation, job: 'mail' as const, letter }
}
