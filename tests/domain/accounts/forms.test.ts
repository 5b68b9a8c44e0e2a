import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { AskReset, Reset, SignIn, SignUp } from '#domain/accounts/forms.ts'

const good = { name: 'Ana', email: 'ana@example.org', password: 'a long enough password' }

/** What each field of a form is told, as the door tells it. */
function told(schema: typeof SignUp | typeof SignIn, form: Record<string, unknown>) {
  const result = v.safeParse(schema, form, { abortPipeEarly: true })
  return Object.fromEntries((result.issues ?? []).map((issue) => [v.getDotPath(issue), issue.message]))
}

const kept = (form: Partial<typeof good>) => v.parse(SignUp, { ...good, ...form })

describe('a name', () => {
  test.each([
    ['Ana', 'Ana'],
    ['  Ana   María \n de  la Cruz ', 'Ana María de la Cruz'],
    ['Jose\u0301', 'José'],
    ['Søren Ærø-Åberg', 'Søren Ærø-Åberg'],
    ['Ștefan Țurcanu', 'Ștefan Țurcanu'],
    ["Chiara D'Angelo", "Chiara D'Angelo"],
    ['J.R. Smith, Jr.', 'J.R. Smith, Jr.'],
    ['李小龍', '李小龍'],
    ['محمد', 'محمد'],
    ['Ana 🙂', 'Ana 🙂'],
    ['x'.repeat(80), 'x'.repeat(80)],
  ])('%j is kept as %j', (typed, name) => {
    expect(kept({ name: typed }).name).toBe(name)
  })

  test.each([
    ['nothing', '', 'nameMissing'],
    ['only space', ' \t\r\n\u00a0 ', 'nameMissing'],
    ['more than 80 letters', 'x'.repeat(81), 'nameLong'],
    ['a tag', '<script>alert(1)</script>', 'nameForm'],
    ['a control character', 'Ana\u0007', 'nameForm'],
    ['a zero byte', 'Ana\0', 'nameForm'],
    ['a direction that turns the line around', 'Ana\u202Egro.live', 'nameForm'],
    ['an isolated direction', 'Ana\u2066x\u2069', 'nameForm'],
    ['a letter without width', 'An\u200Ba', 'nameForm'],
    ['half a letter', 'Ana\uD800', 'nameForm'],
    ['the address of a site, for a mail would make a link of it', 'Win at https://bad.example', 'nameForm'],
    ['a bare address of a site', 'www.bad.example', 'nameForm'],
    ['an e-mail address', 'ana@example.org', 'nameForm'],
  ])('with %s is refused', (_, name, reason) => {
    expect(told(SignUp, { ...good, name })).toEqual({ name: reason })
  })
})

describe('an e-mail address', () => {
  test.each([
    ['  Ana@Example.ORG ', 'ana@example.org'],
    ['ana.maria+learning@mail.example.org', 'ana.maria+learning@mail.example.org'],
    ['ana@xn--mller-kva.example', 'ana@xn--mller-kva.example'],
    ["chiara.d'angelo@example.org", "chiara.d'angelo@example.org"],
    [`${'a'.repeat(64)}@${'b'.repeat(60)}.example`, `${'a'.repeat(64)}@${'b'.repeat(60)}.example`],
  ])('%j is kept as %j', (typed, email) => {
    expect(kept({ email: typed }).email).toBe(email)
  })

  test.each([
    ['nothing', '', 'emailMissing'],
    ['only space', '   ', 'emailMissing'],
    ['no @', 'ana.example.org', 'emailForm'],
    ['no domain', 'ana@', 'emailForm'],
    ['a dash at the end of the domain', 'ana@example-.org', 'emailForm'],
    ['no dot in the domain', 'ana@example', 'emailForm'],
    ['two @', 'ana@example@example.org', 'emailForm'],
    ['two addresses', 'ana@example.org,ben@example.org', 'emailForm'],
    ['a further header', 'ana@example.org\r\nBcc: ben@example.org', 'emailForm'],
    ['a name around it', 'Ana <ana@example.org>', 'emailForm'],
    ['a zero byte', 'ana\0@example.org', 'emailForm'],
    ['a letter that only looks like one of ours', 'аna@example.org', 'emailForm'],
    ['a letter that a regular expression takes for an s', 'ſam@example.org', 'emailForm'],
    ['a tag', '"><script>alert(1)</script>@example.org', 'emailForm'],
    ['more than 254 letters', `${'a'.repeat(250)}@example.org`, 'emailForm'],
    ['a megabyte', `${'a.'.repeat(500_000)}@example.org`, 'emailForm'],
    ['a dot at the end', 'ana@example.org.', 'emailForm'],
  ])('with %s is refused', (_, email, reason) => {
    for (const schema of [SignUp, SignIn]) expect(told(schema, { ...good, email })).toEqual({ email: reason })
  })
})

describe('a password', () => {
  test.each(['0123456789', ' ten blanks', 'пароль пароль', '🙂🙂🙂🙂🙂', 'x'.repeat(200), '<script>1234'])(
    '%j is good',
    (password) => expect(kept({ password }).password).toBe(password),
  )

  test.each([
    ['nothing', '', 'passwordMissing'],
    ['nine letters', '123456789', 'passwordShort'],
    ['more than 200 letters', 'x'.repeat(201), 'passwordLong'],
  ])('with %s is refused when it is chosen', (_, password, reason) => {
    expect(told(SignUp, { ...good, password })).toEqual({ password: reason })
    expect(v.safeParse(Reset, { password }).success).toBe(false)
  })

  test('that is short is not refused when it is asked for: rules change, passwords stay', () => {
    expect(told(SignIn, { ...good, password: 'short' })).toEqual({})
  })
})

test('everything that is wrong is told at once, each at its field', () => {
  expect(told(SignUp, { name: '', email: 'x', password: 'x' })).toEqual({
    name: 'nameMissing',
    email: 'emailForm',
    password: 'passwordShort',
  })
})

test('what is no text is refused, and what was not asked for is left out', () => {
  expect(told(SignUp, { name: 1, email: ['ana@example.org'], password: { length: 12 } })).toEqual({
    name: 'nameMissing',
    email: 'emailForm',
    password: 'passwordMissing',
  })
  expect(v.parse(AskReset, { email: 'ana@example.org', id: 'person_1', admin: '1' })).toEqual({
    email: 'ana@example.org',
  })
})
