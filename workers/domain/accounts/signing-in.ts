// Sessions: opened with the right password, closed by the person or by time.

import { eq } from 'drizzle-orm'
import { emailProofs, events, people, sessions } from '#schema/tenant/tables.ts'
import { Refusal } from '../refusal.ts'
import { personIn, record, recordOf, type Scope } from '../scope.ts'
import { countersOf, countTry, forgetTries, refuseTooMany, triesOf } from './attempts.ts'
import type { SignIn } from './forms.ts'
import { passwordMatches } from './passwords.ts'
import { letterJob, newConfirmKey } from './signing-up.ts'

/**
 * Answers the token of a new session. A wrong password and an unknown address are refused with the same words.
 * An address that was not confirmed is sent a new link, but only to who knows the password. Two requests.
 */
export async function signIn(scope: Scope, form: SignIn, source: string): Promise<{ token: string }> {
  const tries = await triesOf('sign-in', form.email, source)
  const [, counters, known] = await scope.db.batch([
    countTry(scope, tries),
    countersOf(scope, tries),
    scope.db
      .select({ person: people, confirmed: emailProofs.at })
      .from(people)
      .leftJoin(emailProofs, eq(emailProofs.person, people.id))
      .where(eq(people.email, form.email)),
  ])
  refuseTooMany(scope, tries, counters)
  const [found] = known
  const right = await passwordMatches(form.password, found?.person.password)
  if (!found || !right) throw new Refusal('invalid', 'wrongSignIn')

  const { id, name, email } = found.person
  if (!found.confirmed) {
    const key = await newConfirmKey(scope, id)
    const language = found.person.language as 'en' // written from the list of languages
    await scope.later(letterJob(scope, { kind: 'confirm', to: email, name, language, key }))
    throw new Refusal('forbidden', 'confirmFirst')
  }
  const { token, row } = await scope.sessions.open(id)
  const actor = { ...scope, actor: { kind: 'person' as const, id, name, email } }
  await scope.db.batch([
    scope.db.insert(sessions).values(row),
    forgetTries(scope, tries),
    scope.db.insert(events).values(recordOf(actor, 'person.signedIn', id)),
  ])
  return { token }
}

/** Closes the session of this token. One request. */
export async function signOut(scope: Scope, token: string) {
  const person = personIn(scope)
  await scope.db.batch([
    scope.db.delete(sessions).where(eq(sessions.id, await scope.sessions.hashOf(token))),
    record(scope, 'person.signedOut', person.id),
  ])
}
