// The codes of the two frameworks and of our own outline, so that a slip of the pen is found.

function codes(counts: number[]): string[] {
  return counts.flatMap((count, area) =>
    Array.from({ length: count }, (_, index) => `${area + 1}.${index + 1}`),
  )
}

/** DigCompEdu (2017): 6 areas, 22 competences. */
export const DIG_COMP_EDU: readonly string[] = codes([4, 3, 4, 3, 3, 5])

/** DigComp 3.0 (2025): 5 areas, 21 competences. */
export const DIG_COMP: readonly string[] = codes([3, 6, 4, 4, 4])

/** The 24 units of the outline: a card may name one that is not written yet. */
export const OUTLINE: readonly string[] = codes([3, 5, 3, 5, 3, 5])
