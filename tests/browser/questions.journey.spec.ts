// Self-checks: with scripts they answer at once, without them the form is sent and the page comes back.
import type { Page } from '@playwright/test'
import { words } from '#content/words/words.ts'
import { pathsIn } from '#web/paths.ts'
import { tabTo } from './support/keyboard.ts'
import { COURSE, SELF_CHECK } from './support/pages.ts'
import { site } from './support/settings.ts'
import { expect, test } from './support/test.ts'

const { content } = words.en
const url = site('easi') + pathsIn('en').lesson(COURSE, SELF_CHECK)

const question = (page: Page, at: number) => page.locator('form.question-form').nth(at)
const feedback = (page: Page, at: number) => question(page, at).locator('.feedback')

/** The loads of documents from now on. */
function loadsOf(page: Page) {
  const loads: string[] = []
  page.on('request', (request) => {
    if (request.isNavigationRequest()) loads.push(request.url())
  })
  return loads
}

/** With scripts a question is answered by them only after they have arrived. */
const awake = (page: Page) => page.waitForLoadState('networkidle')

test('an answer is checked and explained', async ({ page, javaScriptEnabled }) => {
  await page.goto(url)
  await awake(page)
  const loads = loadsOf(page)
  const { 0: first, 3: last } = { ...(await question(page, 0).getByRole('radio').all()) }
  await first?.check()
  await question(page, 0).getByRole('button', { name: content.check }).click()
  await expect(feedback(page, 0)).toHaveCount(1)
  await expect(feedback(page, 0)).toContainText(content.wrong)

  await last?.check()
  await question(page, 0).getByRole('button', { name: content.check }).click()
  await expect(feedback(page, 0)).toHaveAttribute('data-right', 'true')
  await expect(feedback(page, 0)).toContainText(content.right)
  expect(loads).toHaveLength(javaScriptEnabled ? 0 : 2)
})

test('answers to other questions stay', async ({ page }) => {
  await page.goto(url)
  await awake(page)
  for (const at of [0, 1]) {
    await question(page, at).getByRole('radio').first().check()
    await question(page, at).getByRole('button', { name: content.check }).click()
    await expect(feedback(page, at)).toHaveCount(1)
  }
  await expect(feedback(page, 0)).toHaveCount(1)
  await expect(question(page, 0).getByRole('radio').first()).toBeChecked()
})

test('where several answers are right, those that were passed over are explained too', async ({ page }) => {
  await page.goto(url)
  await awake(page)
  const several = page.locator('form.question-form').filter({ hasText: content.chooseSeveral }).first()
  await several.getByRole('checkbox').first().check()
  await several.getByRole('button', { name: content.check }).click()
  await expect(several.locator('.feedback').first()).toContainText(content.right)
  await expect(several.locator('.feedback', { hasText: content.alsoRight }).first()).toBeVisible()
})

test('the keyboard alone is enough', async ({ page, javaScriptEnabled }) => {
  await page.goto(url)
  await awake(page)
  const loads = loadsOf(page)
  const options = question(page, 1).getByRole('radio')
  await tabTo(page, options.first())
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await expect(options.nth(1)).toBeChecked()
  await tabTo(page, question(page, 1).getByRole('button', { name: content.check }))
  await page.keyboard.press('Enter')
  await expect(feedback(page, 1)).toHaveAttribute('data-right', 'true')
  await expect(
    question(page, 1).getByRole('status').locator('.feedback'),
    'told to who cannot see it',
  ).toHaveCount(1)
  expect(loads).toHaveLength(javaScriptEnabled ? 0 : 1)
})

test('nothing chosen: nothing is judged, and with scripts the page says what to do', async ({
  page,
  javaScriptEnabled,
}) => {
  await page.goto(url)
  if (javaScriptEnabled) await awake(page)
  await question(page, 0).getByRole('button', { name: content.check }).click()
  await expect(question(page, 0).locator('.feedback')).toHaveCount(0)
  if (javaScriptEnabled) await expect(question(page, 0)).toContainText(content.chooseFirst)
})
