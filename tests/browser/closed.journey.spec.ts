// Addresses where there is nothing to read: each says so in the reader's language and leads on.
import type { Page } from '@playwright/test'
import { words } from '#content/words/words.ts'
import { fill } from '#web/say.ts'
import { found, operator } from './support/operator.ts'
import { PLATFORM, site } from './support/settings.ts'
import { expect, test } from './support/test.ts'

test.use({ locale: 'da-DK' })
const text = words.da.errors

async function meets(page: Page, url: string, status: number, title: string) {
  const answer = await page.goto(url)
  expect(answer?.status()).toBe(status)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(page.locator('html')).toHaveAttribute('lang', 'da')
  await expect(page.locator('main svg').first()).toBeVisible()
}

test('an address of nobody leads to the platform', async ({ page }) => {
  await meets(page, `${site('nobody-here')}/`, 404, text.unknownHostTitle)
  await page.getByRole('main').getByRole('link', { name: text.toPlatform }).click()
  await expect(page).toHaveURL(`${PLATFORM}/da/`)
  await page.goBack()
})

test('a missing page leads to the first page', async ({ page }) => {
  await meets(page, `${site('sosu')}/da/courses/no-such-course`, 404, text.missingTitle)
  await page.getByRole('main').getByRole('link', { name: text.toHome }).click()
  await expect(page).toHaveURL(`${site('sosu')}/da/`)
})

test('a missing page speaks the language of its address', async ({ page }) => {
  await page.goto(`${site('sosu')}/it/niente`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.it.errors.missingTitle)
})

test('the site of an organisation that is not open yet says so', async ({ page, javaScriptEnabled }) => {
  const slug = `prepared-${javaScriptEnabled ? 'with' : 'without'}`
  found(slug, 'Lighthouse')
  await meets(page, site(slug), 503, fill(text.notReadyTitle, { organisation: 'Lighthouse' }))
})

test('the site of a suspended organisation says so, and why', async ({ page, javaScriptEnabled }) => {
  const slug = `closed-${javaScriptEnabled ? 'with' : 'without'}`
  found(slug, 'Lighthouse')
  operator('provision', slug)
  operator('suspend', slug, '--reason', 'Vi flytter.')
  await meets(
    page,
    `${site(slug)}/da/toolbox`,
    503,
    fill(text.suspendedTitle, { organisation: 'Lighthouse' }),
  )
  await expect(page.getByRole('main')).toContainText(fill(text.suspendedReason, { reason: 'Vi flytter.' }))
})

test('the platform shows every partner and the way to their sites', async ({ page }) => {
  await page.goto(PLATFORM)
  await expect(page).toHaveURL(`${PLATFORM}/da/`)
  await page.getByRole('main').getByRole('link', { name: /SOSU/ }).click()
  await expect(page).toHaveURL(`${site('sosu')}/da/`)
})
