// A shelf keeps what never changes under its key: in the isolate's memory, then in the location's cache.
import type { Shelf } from '#domain/works/index.ts'

interface Cache {
  match(request: string): Promise<Response | undefined>
  put(request: string, response: Response): Promise<void>
}

/** One memory for all requests of an isolate: what stands in it belongs to a key that names its owner and version. */
export function shelfMemory(places: number) {
  const kept = new Map<string, unknown>()
  return {
    get(key: string): unknown {
      const value = kept.get(key)
      if (value === undefined) return undefined
      kept.delete(key)
      kept.set(key, value)
      return value
    },
    put(key: string, value: unknown) {
      kept.delete(key)
      kept.set(key, value)
      const [oldest] = kept.keys()
      if (kept.size > places && oldest !== undefined) kept.delete(oldest)
    },
    clear: () => kept.clear(),
  }
}

export type ShelfMemory = ReturnType<typeof shelfMemory>

export function openShelf(
  memory: ShelfMemory,
  cache?: { cache: Cache; build: string; seconds: number; after(work: Promise<unknown>): void },
): Shelf {
  const address = (key: string) => `https://shelf.invalid/${cache?.build}/${encodeURIComponent(key)}`
  return {
    async get<T>(key: string) {
      const kept = memory.get(key)
      if (kept !== undefined) return kept as T // put under the same key with the same meaning
      const answer = await cache?.cache.match(address(key))
      if (!answer) return undefined
      const value = (await answer.json()) as T // as above
      memory.put(key, value)
      return value
    },
    put(key, value) {
      memory.put(key, value)
      if (!cache) return
      const headers = {
        'content-type': 'application/json',
        'cache-control': `public, max-age=${cache.seconds}`,
      }
      cache.after(cache.cache.put(address(key), new Response(JSON.stringify(value), { headers })))
    },
  }
}
