import { cloudflareTest } from '@cloudflare/vitest-plugin'
import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'
import { outsideWorld } from './tests/support/outside-world.ts'
import { clientAssets } from './vite.config.ts'

/** A test says what happens, never how fast; a machine may be busy. */
const PATIENCE_MS = 30_000

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [solid({ ssr: true }), clientAssets()],
        test: {
          name: 'node',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/worker/**', 'tests/browser/**'],
          environment: 'node',
          testTimeout: PATIENCE_MS,
        },
      },
      {
        plugins: [
          solid({ ssr: true }),
          clientAssets(),
          cloudflareTest({
            main: './workers/index.ts',
            wrangler: { configPath: './wrangler.toml' },
            miniflare: { outboundService: outsideWorld(), bindings: outsideWorld.settings },
          }),
        ],
        test: { name: 'worker', include: ['tests/worker/**/*.test.ts'], testTimeout: PATIENCE_MS },
      },
    ],
  },
})
