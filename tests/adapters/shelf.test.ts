import { expect, test } from 'vitest'
import { openShelf, shelfMemory } from '#adapters/shelf.ts'

/** The cache of a location: keeps answers under addresses. */
function location() {
  const kept = new Map<string, Response>()
  const cache = {
    match: async (address: string) => kept.get(address)?.clone(),
    put: async (address: string, answer: Response) => void kept.set(address, answer),
  }
  return { kept, cache }
}

function openAt({ cache }: ReturnType<typeof location>, build = 'one') {
  const after: Promise<unknown>[] = []
  const room = { cache, build, seconds: 60, after: (work: Promise<unknown>) => void after.push(work) }
  return { shelf: openShelf(shelfMemory(10), room), settled: () => Promise.all(after) }
}

test('what was put is there, what was not is not', async () => {
  const shelf = openShelf(shelfMemory(10))
  shelf.put('part/1', { words: 'é' })
  expect(await shelf.get('part/1')).toEqual({ words: 'é' })
  expect(await shelf.get('part/2')).toBeUndefined()
})

test('when the memory is full what was not used for longest goes first', async () => {
  const shelf = openShelf(shelfMemory(2))
  shelf.put('a', 1)
  shelf.put('b', 2)
  await shelf.get('a')
  shelf.put('c', 3)
  expect(await Promise.all(['a', 'b', 'c'].map((key) => shelf.get(key)))).toEqual([1, undefined, 3])
})

test('putting a thing again takes no second place', async () => {
  const shelf = openShelf(shelfMemory(2))
  shelf.put('a', 1)
  shelf.put('b', 2)
  shelf.put('b', 3)
  expect(await shelf.get('a')).toBe(1)
  expect(await shelf.get('b')).toBe(3)
})

test('another isolate of the location finds it in the cache, and then in its own memory', async () => {
  const place = location()
  const first = openAt(place)
  first.shelf.put('part/a b/è', { words: 'here' })
  await first.settled()
  const { shelf } = openAt(place)
  expect(await shelf.get('part/a b/è')).toEqual({ words: 'here' })
  place.kept.clear()
  expect(await shelf.get('part/a b/è')).toEqual({ words: 'here' })
})

test('the cache is told how long, and gives it to everybody of this build only', async () => {
  const place = location()
  const { shelf, settled } = openAt(place)
  shelf.put('key', 'value')
  await settled()
  const [answer] = place.kept.values()
  expect(answer?.headers.get('cache-control')).toBe('public, max-age=60')
  expect(await openAt(place, 'two').shelf.get('key')).toBeUndefined()
})

test('keys that differ only in signs of an address are different things', async () => {
  const place = location()
  const { shelf, settled } = openAt(place)
  const keys = ['a/b', 'a%2Fb', 'a?b', 'a#b', 'a b', 'a+b', 'a/../b', 'b']
  for (const key of keys) shelf.put(key, key)
  await settled()
  const { shelf: other } = openAt(place)
  expect(await Promise.all(keys.map((key) => other.get(key)))).toEqual(keys)
})
