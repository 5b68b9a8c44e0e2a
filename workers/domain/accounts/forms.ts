// What people type into the account forms. The messages are names of sentences in the words of every language.
import * as v from 'valibot'
import type { Reason } from '../refusal.ts'

const reason = (name: Reason) => name

/** After it was made small: letters, digits and the signs that people have before the @, a domain with a dot after it. */
const EMAIL = /^[a-z\d_'+-]+(?:\.[a-z\d_'+-]+)*@(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/

const email = v.pipe(
  v.string(reason('emailForm')),
  v.trim(),
  v.toLowerCase(),
  v.nonEmpty(reason('emailMissing')),
  v.maxLength(254, reason('emailForm')),
  v.regex(EMAIL, reason('emailForm')),
)

/** Long enough to resist guessing (NIST SP 800-63B asks for at least 8); no rules about kinds of letters. */
const newPassword = v.pipe(
  v.string(reason('passwordMissing')),
  v.nonEmpty(reason('passwordMissing')),
  v.minLength(10, reason('passwordShort')),
  v.maxLength(200, reason('passwordLong')),
)

/**
 * Control and direction characters could make a name look like something else in a mail or a list. The name of an
 * account is mailed to an address that may be anybody's: with a web address in it that would be a letter for others.
 */
const NAME = /^(?!.*\p{L}{2}\.\p{L}{2})[^\p{C}<>@/]*$/u

const name = v.pipe(
  v.string(reason('nameMissing')),
  v.normalize('NFC'),
  v.transform((text) => text.replace(/\s+/gu, ' ').trim()),
  v.nonEmpty(reason('nameMissing')),
  v.maxLength(80, reason('nameLong')),
  v.regex(NAME, reason('nameForm')),
)

export const SignUp = v.object({ name, email, password: newPassword })
export const SignIn = v.object({
  email,
  password: v.pipe(
    v.string(reason('passwordMissing')),
    v.nonEmpty(reason('passwordMissing')),
    v.maxLength(200, reason('passwordLong')),
  ),
})
export const AskReset = v.object({ email })
export const Reset = v.object({ password: newPassword })

export type SignUp = v.InferOutput<typeof SignUp>
export type SignIn = v.InferOutput<typeof SignIn>
