/** Something an author has to put right. */
export interface Problem {
  /** Relative to the content root. */
  file: string
  line: number
  /** What is wrong and what to do. */
  message: string
}

/** Tells of a problem in the file at hand. */
export type Report = (line: number, message: string) => void

/** By file, then line; said once even when two checks find the same thing. */
export function inOrder(problems: Problem[]): Problem[] {
  const once = new Map(
    problems.map((problem) => [`${problem.file}:${problem.line} ${problem.message}`, problem]),
  )
  return [...once.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.message, b.message),
  )
}

function compare(a: string, b: string) {
  return a < b ? -1 : a > b ? 1 : 0
}
