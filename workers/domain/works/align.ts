// Which entries of a list stayed when it was edited. Knows nothing of what the entries are.

/**
 * Pairs of entries, in order: first those with equal content (a longest common subsequence), then, in the gaps between
 * them, those most alike (`like` answers 0 when two cannot be the same entry).
 */
export function align<T>(
  before: T[],
  after: T[],
  content: (entry: T) => string,
  like: (before: T, after: T) => number,
): [T, T][] {
  const a = before.map(content)
  const b = after.map(content)
  const equal = best(a.length, b.length, (i, j) => (a[i] === b[j] ? 1 : 0))
  const pairs: [number, number][] = []
  let [fromA, fromB] = [0, 0]
  for (const [i, j] of [...equal, [a.length, b.length] as [number, number]]) {
    const [startA, startB] = [fromA, fromB]
    const gap = best(i - startA, j - startB, (x, y) => score(before, after, startA + x, startB + y, like))
    pairs.push(...gap.map(([x, y]): [number, number] => [startA + x, startB + y]))
    if (i < a.length && j < b.length) pairs.push([i, j])
    fromA = i + 1
    fromB = j + 1
  }
  return pairs.flatMap(([i, j]) => {
    const [old, now] = [before[i], after[j]]
    return old !== undefined && now !== undefined ? [[old, now] as [T, T]] : []
  })
}

function score<T>(
  before: T[],
  after: T[],
  i: number,
  j: number,
  like: (before: T, after: T) => number,
): number {
  const [old, now] = [before[i], after[j]]
  return old !== undefined && now !== undefined ? like(old, now) : 0
}

/** The pairs of two lists, in order and without crossing, whose weights add up to the most. */
function best(rows: number, columns: number, weight: (i: number, j: number) => number): [number, number][] {
  const weights = Array.from({ length: rows }, (_, i) =>
    Float64Array.from({ length: columns }, (_, j) => weight(i, j)),
  )
  const sums = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1))
  const at = (i: number, j: number) => sums[i]?.[j] ?? 0
  const own = (i: number, j: number) => weights[i]?.[j] ?? 0
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = columns - 1; j >= 0; j -= 1) {
      const paired = own(i, j) > 0 ? own(i, j) + at(i + 1, j + 1) : 0
      const row = sums[i]
      if (row) row[j] = Math.max(paired, at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: [number, number][] = []
  let [i, j] = [0, 0]
  while (i < rows && j < columns) {
    if (own(i, j) > 0 && at(i, j) === own(i, j) + at(i + 1, j + 1)) pairs.push([i++, j++])
    else if (at(i, j) === at(i + 1, j)) i += 1
    else j += 1
  }
  return pairs
}
