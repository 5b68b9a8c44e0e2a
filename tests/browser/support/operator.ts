// The operator's desk, run against the product under test.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DATA_DIR } from './settings.ts'

const TOOL = join(import.meta.dirname, '../../../tools/operator.ts')

export function operator(...command: string[]) {
  execFileSync(process.execPath, [`--env-file=${join(DATA_DIR, 'worker.env')}`, TOOL, ...command], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** Writes a new organisation into the registry; its site is not open yet. */
export function found(slug: string, name: string) {
  const folder = mkdtempSync(join(tmpdir(), 'founding-'))
  const file = join(folder, 'organisation.json')
  const founding = {
    slug,
    name,
    kind: 'ngo',
    country: 'DK',
    website: 'https://example.org/',
    defaultLanguage: 'da',
    brand: { primary: '#5b3a8c', secondary: '#e0a030' },
    words: {},
    firstWorks: ['tool/empathic-call-series'],
  }
  writeFileSync(file, JSON.stringify(founding))
  operator('found', file)
  rmSync(folder, { recursive: true })
}
