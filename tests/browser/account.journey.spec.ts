// Forms around an account: what happens when something is not right, and a new password.
import { words } from '#content/words/words.ts'
import { pathsIn } from '#web/paths.ts'
import { confirm, newcomer, openMail, signIn, signUp } from './support/learner.ts'
import { site } from './support/settings.ts'
import { expect, test } from './support/test.ts'

const { account, errors, refusals, mail } = words.en
const paths = pathsIn('en')
const anziani = site('anziani-e-non-solo')

test('a form that is not right keeps what was typed and moves the reader to what is wrong', async ({
  page,
}) => {
  await page.goto(anziani + paths.signUp)
  await page.getByLabel(account.name).fill('Bruno')
  await page.getByLabel(account.email).fill('bruno@nowhere')
  await page.getByLabel(account.password).fill('short')
  await page.getByRole('button', { name: account.signUp }).click()

  const summary = page.getByRole('alert')
  await expect(summary).toBeFocused()
  await expect(summary).toContainText(errors.summary)
  await expect(page.getByLabel(account.name)).toHaveValue('Bruno')
  await expect(page.getByLabel(account.email)).toHaveValue('bruno@nowhere')
  await expect(page.getByLabel(account.password), 'a password is never sent back').toHaveValue('')
  await expect(page.getByLabel(account.email)).toHaveAccessibleDescription(refusals.emailForm)
  await expect(page.getByLabel(account.password)).toHaveAccessibleDescription(
    `${account.passwordHint} ${refusals.passwordShort}`,
  )

  await summary.getByRole('link', { name: refusals.passwordShort }).click()
  await expect(page.getByLabel(account.password)).toBeFocused()
  await page.getByLabel(account.password).fill('long enough now')
  await page.getByLabel(account.email).fill(newcomer('Bruno').email)
  await page.getByRole('button', { name: account.signUp }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(account.checkMailTitle)
})

test('an empty form names every field', async ({ page }) => {
  await page.goto(anziani + paths.signUp)
  await page.getByRole('button', { name: account.signUp }).click()
  const summary = page.getByRole('alert')
  for (const reason of [refusals.nameMissing, refusals.emailMissing, refusals.passwordMissing]) {
    await expect(summary.getByRole('link', { name: reason })).toBeVisible()
  }
})

test('a wrong password says nothing about the account', async ({ page }) => {
  await page.goto(anziani + paths.signIn)
  await signIn(page, { email: newcomer('nobody').email, password: 'some other words' })
  await expect(page.getByRole('alert')).toContainText(refusals.wrongSignIn)
  await expect(page.getByRole('alert')).toBeFocused()
})

test('an account works once its address is confirmed', async ({ page }) => {
  const enzo = newcomer('Enzo')
  await signUp(page, 'anziani-e-non-solo', enzo)
  await page.goto(anziani + paths.signIn)
  await signIn(page, enzo)
  await expect(page.getByRole('alert')).toContainText(refusals.confirmFirst)
  await confirm(page, 'anziani-e-non-solo', enzo)
  await signIn(page, enzo)
  await expect(page).toHaveURL(anziani + paths.me)
})

test('a learner who has forgotten the password sets a new one by mail', async ({ page }) => {
  const lia = newcomer('Lia')
  await signUp(page, 'anziani-e-non-solo', lia)
  await confirm(page, 'anziani-e-non-solo', lia)

  await page.getByRole('link', { name: account.forgot }).click()
  await page.getByLabel(account.email).fill(lia.email)
  await page.getByRole('button', { name: account.askReset }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(account.checkMailTitle)

  await openMail(page, 'anziani-e-non-solo', lia, mail.resetSubject)
  const link = page.url()
  await page.getByLabel(account.newPassword).fill('soup')
  await page.getByRole('button', { name: account.reset }).click()
  await expect(page.getByRole('alert')).toContainText(refusals.passwordShort)
  await page.getByLabel(account.newPassword).fill('soup on thursdays')
  await page.getByRole('button', { name: account.reset }).click()
  await expect(page.getByRole('status')).toHaveText(account.resetDone)

  await signIn(page, lia)
  await expect(page.getByRole('alert'), 'the old one is over').toContainText(refusals.wrongSignIn)
  await signIn(page, { ...lia, password: 'soup on thursdays' })
  await expect(page).toHaveURL(anziani + paths.me)

  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 }), 'a link works once').toHaveText(account.linkOverTitle)
})
