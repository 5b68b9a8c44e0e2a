// Makes the pictures of the README from a running demonstration: npm start, then
//   node tools/screenshots.ts            PORT=8787 and CHROMIUM=/usr/bin/chromium by default
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium } from '@playwright/test'

const PORT = process.env['PORT'] ?? '8787'
const PICTURES = join(import.meta.dirname, '../docs/pictures')
const MOST_KILOBYTES = 300

const site = (slug: string, path: string) => `http://${slug}.localhost:${PORT}${path}`

const DESK = { viewport: { width: 1280, height: 860 } }
const HALF = { viewport: { width: 940, height: 880 } }
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

async function take(browser: Browser, url: string, options: BrowserContextOptions): Promise<Buffer> {
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB', ...options })
  const page = await context.newPage()
  const answer = await page.goto(url)
  if (answer?.status() !== 200) throw new Error(`${url} answers ${answer?.status()}. Is the product running?`)
  await page.waitForLoadState('networkidle')
  const picture = await page.screenshot()
  await context.close()
  return picture
}

/** Two pictures on one sheet, as two windows beside each other. */
async function sideBySide(browser: Browser, pictures: Buffer[]): Promise<Buffer> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 620 } })
  const page = await context.newPage()
  const images = pictures.map((png) => `<img src="data:image/png;base64,${png.toString('base64')}">`)
  await page.setContent(`<style>
    body { margin: 0; padding: 12px; display: flex; gap: 16px; background: #d8d2c8 }
    img { width: calc(50% - 8px); border-radius: 8px; display: block }
  </style>${images.join('')}`)
  const picture = await page.locator('body').screenshot()
  await context.close()
  return picture
}

const lesson = '/en/courses/foundations-of-e-social-work/life-at-home'
const unit = '/en/curriculum/e-social-work/1-2-life-at-home'
const card = '/en/toolbox/empathic-call-series'

async function pictures(browser: Browser): Promise<Record<string, Buffer>> {
  const partners = [site('intras', '/es/'), site('anziani-e-non-solo', '/it/')]
  const homes = await Promise.all(partners.map((url) => take(browser, url, HALF)))
  return {
    'two-partners': await sideBySide(browser, homes),
    'tool-card-phone': await take(browser, site('aproximar', card), PHONE),
    'lesson-dark': await take(browser, site('virtual-campus', lesson), { ...DESK, colorScheme: 'dark' }),
    'curriculum-unit': await take(browser, site('sosu', unit), DESK),
  }
}

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
})
try {
  mkdirSync(PICTURES, { recursive: true })
  for (const [name, png] of Object.entries(await pictures(browser))) {
    const file = join(PICTURES, `${name}.png`)
    writeFileSync(file, png)
    const kilobytes = Math.ceil(png.length / 1000)
    console.log(`docs/pictures/${name}.png  ${kilobytes} KB`)
    if (kilobytes > MOST_KILOBYTES) process.exitCode = 1
  }
} finally {
  await browser.close()
}
