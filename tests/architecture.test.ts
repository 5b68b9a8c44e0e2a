// The shape of the project: who may import whom, no cycles, no giants. The table stands in docs/decisions too.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

type Layer = 'content' | 'schema' | 'domain' | 'web' | 'adapters' | 'http' | 'jobs' | 'tools' | 'wiring'

const FOLDERS: [folder: string, layer: Layer][] = [
  ['content/', 'content'],
  ['schema/', 'schema'],
  ['workers/domain/', 'domain'],
  ['workers/adapters/', 'adapters'],
  ['workers/http/', 'http'],
  ['workers/jobs/', 'jobs'],
  ['workers/', 'wiring'],
  ['web/', 'web'],
  ['tools/', 'tools'],
]

const MAY_IMPORT: Record<Layer, Layer[]> = {
  content: ['content'],
  schema: ['schema'],
  domain: ['domain', 'schema', 'content'],
  web: ['web', 'content'],
  adapters: ['adapters', 'schema', 'domain', 'content'],
  http: ['http', 'domain', 'web', 'content'],
  jobs: ['jobs', 'domain', 'schema'],
  tools: ['tools', 'adapters', 'domain', 'content', 'schema'],
  wiring: ['wiring', 'adapters', 'domain', 'http', 'jobs', 'content', 'schema'],
}

/** Types of the domain are shown by pages; nothing of it runs in a browser. */
const TYPES_ONLY: Partial<Record<Layer, Layer[]>> = { web: ['domain'], content: ['domain'] }

const PACKAGES: [name: RegExp, folders: RegExp][] = [
  [/^drizzle-orm/, /^(schema|workers\/domain|workers\/adapters|tools)\//],
  [/^hono/, /^workers\/http\//],
  [/^solid-js/, /^(web|workers\/http)\//],
  [/^lucia$/, /^workers\/adapters\/sessions\.ts$/],
  [/^@libsql\/client/, /^(workers\/adapters|tools)\//],
  [/^valibot$/, /^(workers|tools)\//],
]

interface Import {
  from: string
  /** A file of ours, or the name of a package. */
  to: string
  ours: boolean
  typeOnly: boolean
}

const ALIASES: [alias: string, folder: string][] = [
  ['#domain/', 'workers/domain/'],
  ['#adapters/', 'workers/adapters/'],
  ['#http/', 'workers/http/'],
  ['#jobs/', 'workers/jobs/'],
  ['#schema/', 'schema/'],
  ['#content/', 'content/'],
  ['#web/', 'web/'],
  ['#tools/', 'tools/'],
]

const files = globSync('{content,schema,web,workers,tools}/**/*.{ts,tsx}').map((file) =>
  file.replaceAll('\\', '/'),
)
const imports = files.flatMap(importsOf)

function importsOf(from: string): Import[] {
  const text = readFileSync(from, 'utf8')
  const statements = text.matchAll(
    /^\s*(import|export)\s+(type\s+)?([^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm,
  )
  return [...statements].map(([, , type, names = '', stated, dynamic]) => {
    const target = stated ?? dynamic ?? ''
    const alias = ALIASES.find(([start]) => target.startsWith(start))
    const ours = target.startsWith('.') || alias !== undefined
    const path = alias ? target.replace(alias[0], alias[1]) : normalize(join(dirname(from), target))
    const named =
      /\{([^}]*)\}/
        .exec(names)?.[1]
        ?.split(',')
        .map((name) => name.trim())
        .filter(Boolean) ?? []
    const typeOnly = Boolean(type) || (named.length > 0 && named.every((name) => name.startsWith('type ')))
    return { from, to: ours ? path.replaceAll('\\', '/') : target, ours, typeOnly }
  })
}

const layerOf = (file: string) => FOLDERS.find(([folder]) => file.startsWith(folder))?.[1]

describe('who may import whom', () => {
  test('the files are found', () => {
    expect(files.length).toBeGreaterThan(100)
    expect(imports.filter((one) => one.ours).length).toBeGreaterThan(300)
  })

  test('each folder imports only what the table allows', () => {
    const wrong = imports.filter(({ from, to, ours, typeOnly }) => {
      const [layer, target] = [layerOf(from), layerOf(to)]
      if (!ours || !layer || !target) return false
      return !MAY_IMPORT[layer].includes(target) && !(typeOnly && TYPES_ONLY[layer]?.includes(target))
    })
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
  })

  test('each package is used only where it belongs', () => {
    const wrong = imports.filter(
      ({ from, to, ours }) =>
        !ours && PACKAGES.some(([name, folders]) => name.test(to) && !folders.test(from)),
    )
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
  })

  test('a noun of the domain is entered by its door', () => {
    const inside = /^workers\/domain\/([\w-]+)\//
    const wrong = imports.filter(({ from, to, ours, typeOnly }) => {
      const noun = inside.exec(to)?.[1]
      if (!ours || !noun || typeOnly || layerOf(from) === 'domain') return false
      return !to.endsWith('/index.ts')
    })
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
  })

  test('only the houses adapter opens a tenant database', () => {
    const openers = files.filter((file) => /\bopenTenant\(/.test(readFileSync(file, 'utf8')))
    expect(openers).toEqual(['workers/adapters/houses.ts'])
  })
})

test('there are no cycles', () => {
  const edges = new Map<string, string[]>()
  for (const { from, to, ours, typeOnly } of imports) {
    if (ours && !typeOnly) edges.set(from, [...(edges.get(from) ?? []), to])
  }
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (file: string, path: string[]) => {
    if (path.includes(file)) {
      cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
      return
    }
    if (done.has(file)) return
    done.add(file)
    for (const next of edges.get(file) ?? []) visit(next, [...path, file])
  }
  for (const file of files) visit(file, [])
  expect(cycles).toEqual([])
})

test('no file is a giant', () => {
  const giants = files
    .filter((file) => !file.startsWith('content/') && !file.endsWith('.gen.ts'))
    .map((file) => [file, readFileSync(file, 'utf8').split('\n').length - 1] as const)
    .filter(([, lines]) => lines > 250)
  expect(giants).toEqual([])
})
