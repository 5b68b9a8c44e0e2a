// What a page costs to load, in KB as it travels: 1 KB is 1024 bytes.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Response } from '@playwright/test'
import { pagesIn } from './support/pages.ts'
import { PLATFORM, site } from './support/settings.ts'
import { expect, test } from './support/test.ts'

const CLIENT = join(import.meta.dirname, '../../dist/client')
const MOST = { script: 10, stylesheet: 12 }

/** Built files are weighed as they lie there, generated ones as they came. */
async function weigh(response: Response): Promise<number> {
  const { pathname } = new URL(response.url())
  const body = pathname.startsWith('/assets/') ? readFileSync(CLIENT + pathname) : await response.body()
  return gzipSync(body, { level: 9 }).length / 1024
}

const pages = { ...pagesIn('en'), 'the platform': '' }

for (const [name, path] of Object.entries(pages)) {
  test(`${name} loads little`, async ({ page }) => {
    const loaded: Response[] = []
    page.on('response', (response) => loaded.push(response))
    await page.goto(name === 'the platform' ? `${PLATFORM}/en/` : site('easi') + path)
    await page.waitForLoadState('networkidle')
    for (const kind of ['script', 'stylesheet'] as const) {
      const files = loaded.filter((response) => response.request().resourceType() === kind)
      const sizes = await Promise.all(files.map(weigh))
      const sum = sizes.reduce((all, size) => all + size, 0)
      test.info().annotations.push({ type: kind, description: `${sum.toFixed(1)} KB` })
      expect(sum, `KB of ${kind}`).toBeLessThanOrEqual(MOST[kind])
    }
    const elsewhere = loaded.filter(
      (response) => !new URL(response.url()).host.endsWith(new URL(page.url()).host),
    )
    expect(
      elsewhere.map((response) => response.url()),
      'nothing from other sites',
    ).toEqual([])
  })
}
