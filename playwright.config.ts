// The product in a browser: npm run test:browser. It is started here on a port and with data of its own, so that a
// developer's product and its data are left alone.
import { defineConfig } from '@playwright/test'
import { CHROMIUM, DATA_DIR, FLAGS, PORT } from './tests/browser/support/settings.ts'

/** Without motion pages are ready at once; where the pages do move is tried in the journeys with scripts. */
const STILL = { contextOptions: { reducedMotion: 'reduce' } } as const

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    actionTimeout: 10_000,
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: CHROMIUM, args: FLAGS },
  },
  // What people do is tried with scripts and without; what pages are like is looked at once.
  projects: [
    { name: 'with scripts', testMatch: '*.journey.spec.ts' },
    { name: 'without scripts', testMatch: '*.journey.spec.ts', use: { javaScriptEnabled: false, ...STILL } },
    { name: 'pages', testMatch: '*.page.spec.ts', use: STILL },
  ],
  webServer: {
    command: 'node tools/reset.ts && node tools/start.ts',
    url: `http://localhost:${PORT}/healthz`,
    env: { PORT: String(PORT), DATA_DIR },
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
})
