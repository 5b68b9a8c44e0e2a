// What an organisation looks like: worked out once for each brand and kept, since it takes longer than a page.
import { markSvg, themeHash } from '#domain/brands/index.ts'
import type { Tenant } from '#domain/scope.ts'

export interface Look {
  /** The hash that names the theme's address. */
  theme: string
  /** SVG. */
  mark: string
}

const kept = new Map<string, Look>()
const PLACES = 1000

export async function lookOf({ name, brand }: Pick<Tenant, 'name' | 'brand'>): Promise<Look> {
  const key = JSON.stringify([name, brand])
  const known = kept.get(key)
  if (known) return known
  const look = { theme: await themeHash(brand), mark: markSvg(brand, name) }
  const [oldest] = kept.keys()
  if (kept.size >= PLACES && oldest !== undefined) kept.delete(oldest)
  kept.set(key, look)
  return look
}
