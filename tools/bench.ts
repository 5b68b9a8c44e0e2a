// Measures the built Worker in workerd and holds the budgets: npm run bench [-- --quick]
// Speeds are ratios within one run, so that they can be compared between machines; budgets are sizes and must hold.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { budgets } from './bench/budgets.ts'
import { load } from './bench/load.ts'
import { openWorld } from './bench/world.ts'
import { build } from './build.ts'

const SECONDS = process.argv.includes('--quick') ? 2 : 8

const folder = mkdtempSync(join(tmpdir(), 'connections-bench-'))
process.chdir(folder)
try {
  await build('production', join(folder, 'dist'))
  const world = await openWorld(folder)
  console.log(
    `Provisioning an organisation: ${world.provisioning.map((ms) => `${ms.toFixed(0)} ms`).join(', ')}\n`,
  )

  const { house, cookie } = world
  const lesson = `/en/courses/${world.course}/${world.lesson}`
  const routes = [
    { name: 'hello (a bare Worker)', url: world.hello, path: '/', headers: {} },
    { name: 'catalogue of 50, kept', url: world.product, path: '/en/toolbox', headers: { host: house } },
    {
      name: 'catalogue of 50, rendered',
      url: world.product,
      path: '/en/toolbox?need=',
      headers: { host: house },
    },
    { name: 'lesson, kept', url: world.product, path: lesson, headers: { host: house } },
    { name: 'lesson, rendered', url: world.product, path: `${lesson}?fresh`, headers: { host: house } },
    { name: 'lesson, signed in', url: world.product, path: lesson, headers: { host: house, cookie } },
  ]
  console.log('route                         requests/s   p50 ms   p95 ms   of hello')
  let hello = 0
  for (const route of routes) {
    const { perSecond, p50, p95 } = await load(route, SECONDS)
    hello ||= perSecond
    const columns = [
      perSecond.toFixed(0).padStart(10),
      p50.toFixed(1).padStart(9),
      p95.toFixed(1).padStart(9),
    ]
    console.log(
      `${route.name.padEnd(29)} ${columns.join('')} ${((100 * perSecond) / hello).toFixed(1).padStart(9)} %`,
    )
  }

  console.log('\nbudget                            gzip bytes      limit')
  let passed = 0
  const all = await budgets(folder, world)
  for (const { name, bytes, limit } of all) {
    const holds = bytes <= limit
    if (holds) passed++
    console.log(
      `${name.padEnd(34)} ${String(bytes).padStart(9)}  ${String(limit).padStart(9)}  ${holds ? 'holds' : 'PASSED OVER'}`,
    )
  }
  console.log(`\n${passed} passed, ${all.length - passed} failed`)
  process.exitCode = passed === all.length ? 0 : 1
  await world.close()
} finally {
  process.chdir(tmpdir())
  rmSync(folder, { recursive: true, force: true })
}
