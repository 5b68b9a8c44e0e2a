// What a log may say of an error.

/** An error in words, without the values of a failed query: they may name a person. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause instanceof Error ? ` <- ${error.cause.message}` : ''
  const message = error.message.replace(/\nparams:[\s\S]*/, '')
  return `${error.name}: ${message}${cause}\n${error.stack?.split('\n').slice(1, 6).join('\n')}`
}
