// Nothing scrolls sideways, on a narrow telephone or enlarged; what is pressed is large enough; a card fits its paper.
import type { Page } from '@playwright/test'
import { pathsIn } from '#web/paths.ts'
import { CARD, COURSE, CURRICULUM, languages, pagesIn, UNIT } from './support/pages.ts'
import { PLATFORM, site } from './support/settings.ts'
import { expect, test } from './support/test.ts'

const easi = site('easi')

/** What stands beyond the right edge, when the page can be scrolled sideways. */
const beyond = (page: Page) =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`)
      .slice(0, 8)
  })

for (const language of languages) {
  test(`nothing scrolls sideways at 360 px or at double size (${language})`, async ({ browser }) => {
    const context = await browser.newContext({ deviceScaleFactor: 2, reducedMotion: 'reduce' })
    const page = await context.newPage()
    const pages = Object.entries(pagesIn(language)).map(([name, path]) => [name, easi + path] as const)
    for (const [name, url] of [...pages, ['the platform', `${PLATFORM}/${language}/`] as const]) {
      await page.goto(url)
      for (const width of [360, 640]) {
        await page.setViewportSize({ width, height: 600 })
        expect.soft(await beyond(page), `${name} at ${width} px`).toEqual([])
      }
    }
    await context.close()
  })
}

/** Things to press that are smaller than 24 by 24 px; links within a line of text may be (WCAG 2.2, 2.5.8). */
const tooSmall = (page: Page) =>
  page.evaluate(() => {
    const pressed = 'button, summary, select, textarea, input:not([type=hidden]), a[href]'
    return [...document.querySelectorAll<HTMLElement>(pressed)]
      .filter((element) => element.checkVisibility() && getComputedStyle(element).display !== 'inline')
      .map((element) => ({ element, box: (element.closest('label') ?? element).getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && (box.width < 24 || box.height < 24))
      .map(({ element, box }) => `${element.outerHTML.slice(0, 80)} ${box.width} × ${box.height}`)
  })

for (const width of [360, 1280]) {
  test(`what is pressed is at least 24 px large at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    for (const [name, path] of Object.entries(pagesIn('en'))) {
      await page.goto(easi + path)
      expect.soft(await tooSmall(page), name).toEqual([])
    }
  })
}

const MM = 96 / 25.4

for (const [name, path, most] of [
  ['a tool card', pathsIn('en').tool(CARD), 8],
  ['a plan', pathsIn('en').plan(CURRICULUM, UNIT), 6],
  ['a lesson', pathsIn('en').lesson(COURSE, 'life-at-home'), 14],
] as const) {
  test(`${name} prints on A4`, async ({ page }) => {
    await page.goto(easi + path)
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
    const sheets = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)]
    expect(sheets.length).toBeGreaterThan(0)
    expect(sheets.length).toBeLessThanOrEqual(most)
    for (const [, width, height] of sheets) {
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842])
    }

    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: Math.floor((210 - 2 * 18) * MM), height: 900 })
    expect(await beyond(page), 'within the margins').toEqual([])
    for (const away of ['.masthead-links', '.skip-link', '.breadcrumbs', '.colophon', '.lesson-nav']) {
      await expect(page.locator(away).first(), `${away} is not for paper`).toBeHidden()
    }
  })
}
