// Every kind of page, looked at by axe: by day, by night, and on a narrow telephone.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { organisations } from '#content/demo/organisations.ts'
import { words } from '#content/words/words.ts'
import { pathsIn } from '#web/paths.ts'
import { CARD, COURSE, ownPagesIn, pagesIn } from './support/pages.ts'
import { PLATFORM, site } from './support/settings.ts'
import { expect, test } from './support/test.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
/** What depends on the colours. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']
const easi = site('easi')

/** What axe finds on the page as it stands, in words. */
async function faults(page: Page, which: 'all' | 'colours'): Promise<string[]> {
  // Legacy mode looks at one frame only: no page has more, and it takes half the time.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await (which === 'all' ? axe.withTags(RULES) : axe.withRules(COLOUR_RULES)).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary?.replaceAll('\n', ' ')}`),
  )
}

async function isAccessible(page: Page) {
  expect.soft(await faults(page, 'all'), 'by day').toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect.soft(await faults(page, 'colours'), 'by night').toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
  expect.soft(await faults(page, 'colours'), 'on a telephone by night').toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
  expect.soft(await faults(page, 'all'), 'on a telephone').toEqual([])
}

for (const [name, path] of Object.entries(pagesIn('en'))) {
  test(`${name} is accessible`, async ({ page }) => {
    await page.goto(easi + path)
    await isAccessible(page)
  })
}

test.describe('signed in', () => {
  for (const [name, path] of Object.entries(ownPagesIn('en'))) {
    test(`${name} is accessible`, async ({ browser, ioana }) => {
      const page = await (await browser.newContext({ storageState: ioana })).newPage()
      await page.goto(easi + path)
      await isAccessible(page)
      await page.context().close()
    })
  }
})

test('the platform’s own site is accessible', async ({ page }) => {
  await page.goto(`${PLATFORM}/en/`)
  await isAccessible(page)
})

test('an address of nobody is accessible', async ({ page }) => {
  await page.goto(`${site('nobody-here')}/`)
  await isAccessible(page)
})

test('a form with errors is accessible', async ({ page }) => {
  await page.goto(easi + pathsIn('en').signUp)
  await page.getByRole('button', { name: words.en.account.signUp }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await isAccessible(page)
})

test('a self-check with its feedback is accessible', async ({ page }) => {
  await page.goto(easi + pagesIn('en')['a self-check'])
  await page.waitForLoadState('networkidle')
  for (const form of await page.locator('form.question-form').all()) {
    await form.getByRole('radio').or(form.getByRole('checkbox')).first().check()
    await form.getByRole('button').click()
  }
  await isAccessible(page)
})

test('the open menu of a telephone is accessible', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`${easi}/en/`)
  await page.getByRole('button', { name: words.en.shell.menu }).click()
  await page.locator('summary', { hasText: words.en.language.choose }).click()
  expect.soft(await faults(page, 'all'), 'by day').toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect.soft(await faults(page, 'colours'), 'by night').toEqual([])
})

for (const { slug, defaultLanguage, firstWorks } of organisations) {
  test(`the colours of ${slug} are legible by day and by night`, async ({ page }) => {
    const paths = pathsIn(defaultLanguage)
    const works = [
      paths.home,
      ...(firstWorks.includes(`course/${COURSE}`) ? [paths.course(COURSE)] : []),
      ...(firstWorks.includes(`tool/${CARD}`) ? [paths.tool(CARD)] : []),
    ]
    for (const path of works) {
      await page.goto(site(slug) + path)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect.soft(await faults(page, 'colours'), `${path} (${colorScheme})`).toEqual([])
      }
    }
  })
}
