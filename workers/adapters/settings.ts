// Every setting and secret of the Worker, in one place, checked at the first request.
import * as v from 'valibot'

const address = v.pipe(v.string(), v.url())
const secret = v.pipe(v.string(), v.nonEmpty())

const Settings = v.object({
  /** The platform's own address; partners are found at its subdomains. https://example.org */
  PLATFORM_ORIGIN: v.pipe(address, v.regex(/^https?:\/\/[^/]+$/)),
  /** libSQL addresses of the two shared databases. */
  REGISTRY_URL: address,
  COMMONS_URL: address,
  /** Secret: opens the databases of the Turso group. */
  DATABASE_TOKEN: secret,
  /** Turso's Platform API, which makes the databases of new organisations. */
  TURSO_API_URL: address,
  TURSO_ORGANISATION: v.pipe(v.string(), v.nonEmpty()),
  TURSO_GROUP: v.pipe(v.string(), v.nonEmpty()),
  /** Secret: a Platform API token. */
  TURSO_API_TOKEN: secret,
  /** The sender of all mail; its domain is onboarded at the mail service. */
  MAIL_FROM: v.pipe(v.string(), v.email()),
  /** Changes with every deployment, so that no page of an older build is served. */
  BUILD: v.optional(v.string(), 'dev'),
})

export type Settings = v.InferOutput<typeof Settings>

/** Settings that were found good, by the bindings they stand in: an isolate gets the same ones again and again. */
const read = new WeakMap<object, Settings>()

/** The settings, or an error that names each one that is missing or wrong and where to set it. Values are not shown. */
export function readSettings(env: object): Settings {
  const known = read.get(env)
  if (known) return known
  const result = v.safeParse(Settings, env)
  if (result.success) {
    read.set(env, result.output)
    return result.output
  }
  const names = [...new Set(result.issues.map((issue) => v.getDotPath(issue)))].join(', ')
  throw new Error(`Settings are missing or wrong: ${names}. See "Settings" in docs/operations.md.`)
}
