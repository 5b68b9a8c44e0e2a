// A learner, from the first form to the return.
import type { Page } from '@playwright/test'
import { words } from '#content/words/words.ts'
import { pathsIn } from '#web/paths.ts'
import { fill } from '#web/say.ts'
import { tabTo } from './support/keyboard.ts'
import { arrive, confirm, newcomer, signIn, signUp } from './support/learner.ts'
import { COURSE, LESSONS } from './support/pages.ts'
import { site } from './support/settings.ts'
import { expect, test } from './support/test.ts'

const { account, courses, home, lesson, me, shell } = words.en
const paths = pathsIn('en')
const titleOf = (page: Page) => page.getByRole('heading', { level: 1 }).innerText()
/** So many lessons completed, of however many the course has by now. */
const completed = (done: number) => new RegExp(fill(courses.progress, { done, all: '\\d+' }))
const press = (page: Page, name: string) => page.getByRole('button', { name }).click()

test('a learner signs up, learns, leaves, and is offered the place where they stopped', async ({ page }) => {
  const intras = site('intras')
  const marta = newcomer('Marta')
  await signUp(page, 'intras', marta)
  await confirm(page, 'intras', marta)
  await signIn(page, marta)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(fill(me.greeting, { name: marta.name }))

  await page.getByRole('link', { name: me.choose }).click()
  await page.locator(`main a[href="${paths.course(COURSE)}"]`).click()
  await press(page, courses.enrol)
  await page.locator('main .actions').getByRole('link').click()
  for (const slug of LESSONS.slice(0, 2)) {
    await expect(page).toHaveURL(intras + paths.lesson(COURSE, slug))
    await press(page, lesson.complete)
  }
  await expect(page).toHaveURL(intras + paths.lesson(COURSE, LESSONS[2]))
  await expect(page.getByText(completed(2))).toBeVisible()
  const third = await titleOf(page)

  await page.getByRole('link', { name: shell.me }).click()
  await press(page, shell.signOut)
  await expect(page.getByRole('status')).toHaveText(account.signedOut)
  await page.goto(intras + paths.me)
  await expect(page, 'one’s own page is closed').toHaveURL(new RegExp(paths.signIn))

  await signIn(page, marta)
  await expect(page.getByText(completed(2))).toBeVisible()
  await page.goto(intras + paths.home)
  await page.getByRole('link', { name: fill(home.continue, { lesson: third }) }).click()
  await expect(page).toHaveURL(intras + paths.lesson(COURSE, LESSONS[2]))
})

test('a visitor who signs in at a lesson comes back to it', async ({ page }) => {
  const url = site('intras') + paths.lesson(COURSE, LESSONS[3])
  const pilar = newcomer('Pilar')
  await signUp(page, 'intras', pilar)
  await confirm(page, 'intras', pilar)
  await page.goto(url)
  await page.getByRole('link', { name: lesson.signInToKeep }).click()
  await signIn(page, pilar)
  await expect(page).toHaveURL(url)
})

test('a learner completes a lesson with the keyboard alone, and takes it back', async ({ page }) => {
  const url = site('virtual-campus') + paths.lesson(COURSE, LESSONS[1])
  await arrive(page, 'virtual-campus', 'Rosa')
  await page.goto(url)
  await tabTo(page, page.getByRole('button', { name: lesson.complete }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(site('virtual-campus') + paths.lesson(COURSE, LESSONS[2]))

  await page.goto(url)
  await expect(page.getByText(lesson.completed)).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: lesson.reopen }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: lesson.complete })).toBeVisible()
})

test('a learner leaves a course, and what was completed is forgotten', async ({ page }) => {
  const course = site('virtual-campus') + paths.course(COURSE)
  await arrive(page, 'virtual-campus', 'Tiago')
  await page.goto(site('virtual-campus') + paths.lesson(COURSE, LESSONS[0]))
  await press(page, lesson.complete)
  await page.goto(course)
  await expect(page.getByText(completed(1))).toBeVisible()

  await page.locator('summary', { hasText: courses.leave }).click()
  await press(page, courses.leave)
  await expect(page.getByRole('status')).toHaveText(courses.left)
  await press(page, courses.enrol)
  await expect(page.getByText(completed(0))).toBeVisible()
})

test('a learner of one organisation is nobody at another', async ({ page, context }) => {
  const bruna = await arrive(page, 'intras', 'Bruna')
  expect((await context.cookies()).map(({ domain }) => domain)).toEqual(['intras.localhost'])

  const easi = site('easi')
  await page.goto(easi + paths.home)
  await expect(page.getByRole('link', { name: shell.signIn })).toBeVisible()
  await page.goto(easi + paths.me)
  await expect(page).toHaveURL(new RegExp(paths.signIn))
  await signIn(page, bruna)
  await expect(page.getByRole('alert'), 'the account is not known there').toContainText(
    words.en.refusals.wrongSignIn,
  )

  await page.goto(site('intras') + paths.me)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(fill(me.greeting, { name: bruna.name }))
})
