// What a learner does with the account forms, as a person does it.
import { expect, type Page } from '@playwright/test'
import { words } from '#content/words/words.ts'
import { pathsIn } from '#web/paths.ts'
import { site } from './settings.ts'

const text = words.en.account
const paths = pathsIn('en')

export interface Learner {
  name: string
  email: string
  password: string
}

let made = 0
/** Somebody whom no organisation knows yet. */
export const newcomer = (name: string): Learner => ({
  name,
  email: `${name.toLowerCase()}.${process.pid}.${Date.now()}.${made++}@example.org`,
  password: 'tea on the balcony',
})

export async function signUp(page: Page, slug: string, { name, email, password }: Learner) {
  await page.goto(site(slug) + paths.signUp)
  await page.getByLabel(text.name).fill(name)
  await page.getByLabel(text.email).fill(email)
  await page.getByLabel(text.password).fill(password)
  await page.getByRole('button', { name: text.signUp }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(text.checkMailTitle)
}

/** Opens the newest mail to this address with this subject, and the link in it. */
export async function openMail(page: Page, slug: string, { email }: Learner, subject: string) {
  const mail = page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: subject }) })
    .filter({ hasText: email })
    .first()
  await expect(async () => {
    await page.goto(`${site(slug)}/dev/outbox`)
    await expect(mail).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 20_000 })
  await mail.getByRole('link').click()
}

export async function confirm(page: Page, slug: string, learner: Learner) {
  await openMail(page, slug, learner, words.en.mail.confirmSubject)
  await page.getByRole('button', { name: text.confirm }).click()
  await expect(page.getByRole('status')).toHaveText(text.confirmed)
}

/** Fills in the form of the page one is on. */
export async function signIn(page: Page, { email, password }: Pick<Learner, 'email' | 'password'>) {
  await page.getByLabel(text.email).fill(email)
  await page.getByLabel(text.password).fill(password)
  await page.getByRole('button', { name: text.signIn }).click()
}

/** A new learner of this organisation, signed in. */
export async function arrive(page: Page, slug: string, name: string): Promise<Learner> {
  const learner = newcomer(name)
  await signUp(page, slug, learner)
  await confirm(page, slug, learner)
  await signIn(page, learner)
  await page.waitForURL(site(slug) + paths.me)
  return learner
}
