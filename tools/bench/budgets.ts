// The sizes that must hold, as they go over the line: compressed with gzip.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ask } from './load.ts'
import type { World } from './world.ts'

export interface Budget {
  name: string
  bytes: number
  limit: number
}

const KB = 1024

export async function budgets(folder: string, world: World): Promise<Budget[]> {
  const assets = join(folder, 'dist/client/assets')
  const names = await readdir(assets)
  const gzip = async (paths: string[]) => sizeOf(await Promise.all(paths.map((path) => readFile(path))))
  const scripts = names.filter((name) => name.endsWith('.js')).map((name) => join(assets, name))
  const styles = names.filter((name) => name.endsWith('.css')).map((name) => join(assets, name))
  const worker = join(folder, 'dist/worker')
  const modules = (await readdir(worker, { recursive: true })).filter((name) => name.endsWith('.js'))
  const theme = /\/theme\/[0-9a-f]+\.css/.exec(await page(world, '/en/'))?.[0] ?? ''
  return [
    {
      name: 'HTML, catalogue of 50 cards',
      bytes: sizeOf([Buffer.from(await page(world, '/en/toolbox'))]),
      limit: 14 * KB,
    },
    // More than any page loads: the entry and every part that can come alive.
    { name: 'JavaScript, all of it', bytes: await gzip(scripts), limit: 10 * KB },
    {
      name: 'CSS, with a theme',
      bytes: (await gzip(styles)) + sizeOf([Buffer.from(await page(world, theme))]),
      limit: 12 * KB,
    },
    { name: 'Worker', bytes: await gzip(modules.map((name) => join(worker, name))), limit: 1024 * KB },
  ]
}

const sizeOf = (files: Buffer[]) => files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0)

const page = (world: World, path: string) => ask({ url: world.product, path, headers: { host: world.house } })
