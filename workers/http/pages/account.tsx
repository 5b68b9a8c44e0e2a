import { type Context, Hono } from 'hono'
import { words } from '#content/words/words.ts'
import * as accounts from '#domain/accounts/index.ts'
import {
  AskResetPage,
  CheckMailPage,
  ConfirmPage,
  LinkOverPage,
  NewPasswordPage,
  type Notice,
  SignInPage,
  SignOutPage,
  SignUpPage,
} from '#web/pages/account/AccountPages.tsx'
import { emptyForm, type FormState } from '#web/parts/form/state.ts'
import { pathsIn } from '#web/paths.ts'
import { parseForm, refusalIn, refused, STATUS, typedIn } from '../forms.ts'
import { languageOf, render } from '../render.tsx'
import { sourceOf } from '../steps/limits.ts'
import { forgetToken, keepToken } from '../steps/session.ts'
import { pathBack } from '../steps/signed-in.ts'
import type { Edge } from '../wiring.ts'

const NOTICES: Notice[] = ['confirmed', 'resetDone', 'signedOut']
const text = (c: Context<Edge>) => words[languageOf(c)].account
const paths = (c: Context<Edge>) => pathsIn(languageOf(c))

export const account = new Hono<Edge>()
  .get('/sign-up', (c) => (c.get('person') ? c.redirect(paths(c).me, 303) : signUpPage(c, emptyForm, 200)))
  .post('/sign-up', (c) =>
    again(c, signUpPage, async (typed) => {
      const form = parseForm(accounts.SignUp, typed)
      await accounts.signUp(c.get('scope'), form, languageOf(c), sourceOf(c))
      return checkMail(c, 'confirm', form.email)
    }),
  )
  .get('/sign-in', (c) => (c.get('person') ? c.redirect(paths(c).me, 303) : signInPage(c, emptyForm, 200)))
  .post('/sign-in', (c) =>
    again(c, signInPage, async (typed) => {
      const form = parseForm(accounts.SignIn, typed)
      const { token } = await accounts.signIn(c.get('scope'), form, sourceOf(c))
      keepToken(c, token)
      return c.redirect(pathBack(typed['to'], paths(c).me), 303)
    }),
  )
  .get('/sign-out', (c) => {
    if (!c.get('person')) return c.redirect(paths(c).signIn, 303)
    return render(c, { title: text(c).signOutTitle }, () => <SignOutPage />)
  })
  .post('/sign-out', async (c) => {
    const token = c.get('token')
    if (token) await accounts.signOut(c.get('scope'), token)
    forgetToken(c)
    return c.redirect(`${paths(c).signIn}?done=signedOut`, 303)
  })
  .get('/confirmation/:key', async (c) => {
    const works = await accounts.confirmKeyWorks(c.get('scope'), c.req.param('key'))
    if (!works) return linkOver(c, 'signUp')
    const action = paths(c).confirmation(c.req.param('key'))
    return render(c, { title: text(c).confirmTitle }, () => <ConfirmPage action={action} />)
  })
  .post('/confirmation/:key', async (c) => {
    try {
      await accounts.confirm(c.get('scope'), c.req.param('key'))
    } catch (error) {
      if (refusalIn(error)?.kind === 'missing') return linkOver(c, 'signUp')
      throw error
    }
    return c.redirect(`${paths(c).signIn}?done=confirmed`, 303)
  })
  .get('/password-reset', (c) => askResetPage(c, emptyForm, 200))
  .post('/password-reset', (c) =>
    again(c, askResetPage, async (typed) => {
      const { email } = parseForm(accounts.AskReset, typed)
      await accounts.askReset(c.get('scope'), email, languageOf(c), sourceOf(c))
      return checkMail(c, 'reset', email)
    }),
  )
  .get('/password-reset/:key', async (c) => {
    const works = await accounts.resetKeyWorks(c.get('scope'), c.req.param('key'))
    return works ? newPasswordPage(c, emptyForm, 200) : linkOver(c, 'passwordReset')
  })
  .post('/password-reset/:key', (c) =>
    again(c, newPasswordPage, async (typed) => {
      const { password } = parseForm(accounts.Reset, typed)
      await accounts.reset(c.get('scope'), c.req.param('key'), password)
      return c.redirect(`${paths(c).signIn}?done=resetDone`, 303)
    }),
  )

type Status = 200 | (typeof STATUS)[keyof typeof STATUS]
type FormPage = (c: Context<Edge>, form: FormState, status: Status) => Response | Promise<Response>

/** Does what the form asks; when that is refused, the same page comes back with what was typed and what to change. */
async function again(
  c: Context<Edge>,
  page: FormPage,
  act: (typed: Record<string, string>) => Promise<Response>,
): Promise<Response> {
  const typed = await typedIn(c)
  try {
    return await act(typed)
  } catch (error) {
    const refusal = refusalIn(error)
    if (!refusal || refusal.kind === 'unavailable') throw error
    if (refusal.kind === 'missing') return linkOver(c, 'passwordReset')
    return page(c, refused(refusal, typed), STATUS[refusal.kind])
  }
}

const signUpPage: FormPage = (c, form, status) =>
  render(c, { title: text(c).signUpTitle, status }, () => <SignUpPage form={form} />)

const signInPage: FormPage = (c, form, status) => {
  const to = pathBack(form.typed['to'] ?? c.req.query('to'), '')
  const notice = NOTICES.find((one) => one === c.req.query('done'))
  return render(c, { title: text(c).signInTitle, status }, () => (
    <SignInPage form={form} to={to} notice={notice} />
  ))
}

const askResetPage: FormPage = (c, form, status) =>
  render(c, { title: text(c).resetTitle, status }, () => <AskResetPage form={form} />)

const newPasswordPage: FormPage = (c, form, status) =>
  render(c, { title: text(c).resetTitle, status }, () => <NewPasswordPage form={form} action={c.req.path} />)

const checkMail = (c: Context<Edge>, purpose: 'confirm' | 'reset', email: string) =>
  render(c, { title: text(c).checkMailTitle }, () => <CheckMailPage purpose={purpose} email={email} />)

function linkOver(c: Context<Edge>, next: 'signUp' | 'passwordReset') {
  const again = { href: paths(c)[next], name: next === 'signUp' ? text(c).signUpTitle : text(c).resetTitle }
  return render(c, { title: text(c).linkOverTitle, status: 404 }, () => <LinkOverPage again={again} />)
}
