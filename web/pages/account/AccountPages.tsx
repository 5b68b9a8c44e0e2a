// The pages around an account: sign up, sign in, sign out, mails and links.
import { type JSX, Show } from 'solid-js'
import { MailSent } from '../../parts/drawings/index.ts'
import { ErrorSummary } from '../../parts/form/ErrorSummary.tsx'
import { Field } from '../../parts/form/Field.tsx'
import type { FormState } from '../../parts/form/state.ts'
import { useReader } from '../../reader.tsx'
import { fill } from '../../say.ts'

function Sheet(props: { title: string; intro?: string; children: JSX.Element }) {
  return (
    <main class="page narrow" id="main" tabindex="-1">
      <header class="page-head">
        <h1>{props.title}</h1>
        <Show when={props.intro}>
          <p class="lede">{props.intro}</p>
        </Show>
      </header>
      {props.children}
    </main>
  )
}

export function SignUpPage(props: { form: FormState }) {
  const { paths, tenant, words } = useReader()
  const text = words.account
  return (
    <Sheet title={text.signUpTitle} intro={fill(text.signUpIntro, { organisation: tenant?.name ?? '' })}>
      <form class="form" method="post" action={paths.signUp} novalidate>
        <ErrorSummary form={props.form} />
        <Field form={props.form} name="name" label={text.name} hint={text.nameHint} autocomplete="nickname" />
        <Field form={props.form} name="email" type="email" label={text.email} autocomplete="email" />
        <Field
          form={props.form}
          name="password"
          type="password"
          label={text.password}
          hint={text.passwordHint}
          autocomplete="new-password"
        />
        <p>{text.privacy}</p>
        <p class="actions">
          <button class="button" type="submit">
            {text.signUp}
          </button>
        </p>
      </form>
      <p>
        {text.haveAccount} <a href={paths.signIn}>{text.signIn}</a>
      </p>
    </Sheet>
  )
}

export type Notice = 'confirmed' | 'resetDone' | 'signedOut'

export function SignInPage(props: { form: FormState; to: string; notice: Notice | undefined }) {
  const { paths, tenant, words } = useReader()
  const text = words.account
  return (
    <Sheet title={text.signInTitle} intro={fill(text.signInIntro, { organisation: tenant?.name ?? '' })}>
      <Show when={props.notice}>
        {(notice) => (
          <div class="notice" data-kind="ok" role="status">
            <p>{text[notice()]}</p>
          </div>
        )}
      </Show>
      <form class="form" method="post" action={paths.signIn} novalidate>
        <ErrorSummary form={props.form} />
        <input type="hidden" name="to" value={props.to} />
        <Field form={props.form} name="email" type="email" label={text.email} autocomplete="username" />
        <Field
          form={props.form}
          name="password"
          type="password"
          label={text.password}
          autocomplete="current-password"
        />
        <p class="actions">
          <button class="button" type="submit">
            {text.signIn}
          </button>
          <a href={paths.passwordReset}>{text.forgot}</a>
        </p>
      </form>
      <p>
        {text.noAccount} <a href={paths.signUp}>{text.signUpTitle}</a>
      </p>
    </Sheet>
  )
}

export function SignOutPage() {
  const { paths, person, words } = useReader()
  return (
    <Sheet
      title={words.account.signOutTitle}
      intro={fill(words.account.signOutText, { name: person?.name ?? '' })}
    >
      <form method="post" action={paths.signOut}>
        <button class="button" type="submit">
          {words.account.signOut}
        </button>
      </form>
    </Sheet>
  )
}

export function CheckMailPage(props: { purpose: 'confirm' | 'reset'; email: string }) {
  const { words } = useReader()
  const text = () =>
    props.purpose === 'confirm' ? words.account.checkMailConfirm : words.account.checkMailReset
  return (
    <Sheet title={words.account.checkMailTitle} intro={fill(text(), props)}>
      <MailSent />
      <p>{words.account.checkMailHint}</p>
    </Sheet>
  )
}

export function ConfirmPage(props: { action: string }) {
  const { tenant, words } = useReader()
  const text = () => fill(words.account.confirmText, { organisation: tenant?.name ?? '' })
  return (
    <Sheet title={words.account.confirmTitle} intro={text()}>
      <form method="post" action={props.action}>
        <button class="button" type="submit">
          {words.account.confirm}
        </button>
      </form>
    </Sheet>
  )
}

export function AskResetPage(props: { form: FormState }) {
  const { paths, words } = useReader()
  return (
    <Sheet title={words.account.resetTitle} intro={words.account.resetIntro}>
      <form class="form" method="post" action={paths.passwordReset} novalidate>
        <ErrorSummary form={props.form} />
        <Field
          form={props.form}
          name="email"
          type="email"
          label={words.account.email}
          autocomplete="username"
        />
        <p class="actions">
          <button class="button" type="submit">
            {words.account.askReset}
          </button>
        </p>
      </form>
    </Sheet>
  )
}

export function NewPasswordPage(props: { form: FormState; action: string }) {
  const { words } = useReader()
  return (
    <Sheet title={words.account.resetTitle} intro={words.account.resetNewIntro}>
      <form class="form" method="post" action={props.action} novalidate>
        <ErrorSummary form={props.form} />
        <Field
          form={props.form}
          name="password"
          type="password"
          label={words.account.newPassword}
          hint={words.account.passwordHint}
          autocomplete="new-password"
        />
        <p class="actions">
          <button class="button" type="submit">
            {words.account.reset}
          </button>
        </p>
      </form>
    </Sheet>
  )
}

/** A mailed link that was used already, is too old or was never made. */
export function LinkOverPage(props: { again: { href: string; name: string } }) {
  const { words } = useReader()
  return (
    <Sheet title={words.account.linkOverTitle} intro={words.account.linkOverText}>
      <p class="actions">
        <a class="button" href={props.again.href}>
          {props.again.name}
        </a>
      </p>
    </Sheet>
  )
}
