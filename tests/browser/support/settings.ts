import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../../..')

export const PORT = Number(process.env['BROWSER_TEST_PORT'] ?? 8891)
export const DATA_DIR = join(ROOT, '.libsql/browser-tests')

export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
/** No sandbox, since the tests also run as root; and nothing that calls home. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export type Slug = 'intras' | 'anziani-e-non-solo' | 'sosu' | 'aproximar' | 'virtual-campus' | 'easi'

/** The site of a partner. */
export const site = (slug: string) => `http://${slug}.localhost:${PORT}`
export const PLATFORM = `http://localhost:${PORT}`
