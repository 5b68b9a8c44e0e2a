// Every test of the browser also asserts that the page has nothing to complain about: no error, no refused script, no
// missing file.
import { type BrowserContext, test as base, expect } from '@playwright/test'
import { DEMO_PASSWORD, organisations } from '#content/demo/organisations.ts'
import { words } from '#content/words/words.ts'
import { pathsIn } from '#web/paths.ts'
import { type Slug, site } from './settings.ts'

type Session = Awaited<ReturnType<BrowserContext['storageState']>>

export const test = base.extend<{ troubles: string[] }, { ioana: Session }>({
  troubles: [
    async ({ context }, use) => {
      const troubles = listen(context)
      await use(troubles)
      expect(troubles, 'nothing in the console, nothing missing').toEqual([])
    },
    { auto: true },
  ],
  /** The session of the learner of the demonstration who has completed two lessons; for looking, not for learning. */
  ioana: [
    async ({ browser }, use) => {
      const context = await browser.newContext()
      const page = await context.newPage()
      const paths = pathsIn('en')
      await page.goto(site('easi') + paths.signIn)
      await page.getByLabel(words.en.account.email).fill(accountAt('easi').email)
      await page.getByLabel(words.en.account.password).fill(DEMO_PASSWORD)
      await page.getByRole('button', { name: words.en.account.signIn }).click()
      await page.waitForURL(site('easi') + paths.me)
      await use(await context.storageState())
      await context.close()
    },
    { scope: 'worker' },
  ],
})

export { expect }

function accountAt(slug: Slug) {
  const found = organisations.find((one) => one.slug === slug)
  if (!found) throw new Error(`The demonstration has no ${slug}`)
  return found.learner
}

function listen(context: BrowserContext): string[] {
  const troubles: string[] = []
  context.on('console', (message) => {
    const text = message.text()
    // Pages that say 404, 422 or 503 are part of the product; files that are missing are told below.
    if (text.startsWith('Failed to load resource: the server responded')) return
    if (['error', 'warning'].includes(message.type())) troubles.push(`${message.type()}: ${text}`)
  })
  context.on('weberror', (error) => troubles.push(`error: ${error.error().message}`))
  context.on('response', (response) => {
    const isPage = response.request().isNavigationRequest()
    if (!isPage && response.status() >= 400) troubles.push(`${response.status()} ${response.url()}`)
  })
  return troubles
}
