// Everything that can be checked without running the product: npm run check. CI runs the same.
import { spawnSync } from 'node:child_process'

const CHECKS: [name: string, command: string, ...args: string[]][] = [
  ['Format', 'biome', 'check', '--error-on-warnings'],
  ['Types', 'tsc', '-p', '.'],
  ['Lint', 'oxlint', '--type-aware', '--quiet'],
  ['Unused code', 'knip', '--no-progress'],
  ['Content', 'node', 'tools/content/check.ts'],
  ['Architecture', 'vitest', 'run', '--project', 'node', 'tests/architecture.test.ts', '--reporter', 'dot'],
]

let failed = 0
for (const [name, command, ...args] of CHECKS) {
  const started = performance.now()
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(14)} ${seconds} s`)
  if (status === 0) continue
  failed++
  console.log(`${stdout}\n${stderr}`)
}
process.exitCode = failed > 0 ? 1 : 0
