// What a log may say of an error.

/** An error in words, without the values of a failed query: they may name a person. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause instanceof Error ? ` <- ${withoutValues(error.cause.message)}` : ''
  // A stack begins with the message, which may have several lines.
  const places = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  return [`${error.name}: ${withoutValues(error.message)}${cause}`, ...places.slice(0, 5)].join('\n')
}

const withoutValues = (message: string) => message.replace(/\nparams:[\s\S]*/, '')
