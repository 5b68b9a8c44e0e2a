// The operator's desk: founds, opens, closes and mends organisations from the command line.
//   npm run operator -- help
import { parseArgs } from 'node:util'
import type { Outside } from '#adapters/houses.ts'
import { words } from '#content/words/words.ts'
import * as catalogue from '#domain/catalogue/index.ts'
import type { Job } from '#domain/jobs.ts'
import * as organisations from '#domain/organisations/index.ts'
import { Refusal } from '#domain/refusal.ts'
import { latest } from '#domain/works/index.ts'
import { SETTINGS } from './deploy/settings.ts'
import { readFounding } from './operator/founding-file.ts'
import { refusalIn } from './operator/refusal-in.ts'
import { told } from './operator/telling.ts'
import { commonsHere, outsideOf, registryHere, settle } from './outside.ts'
import { sweep } from './sweep.ts'

const USAGE = `npm run operator -- <verb> [--json]

  list                                every organisation
  show <slug>                         one of them
  found <file.json>                   writes a new one into the registry
  provision <slug>                    makes its database and opens its site; may be repeated
  suspend <slug> --reason <sentence>  closes its site; visitors read the sentence as it stands
  resume <slug>                       opens it again
  migrate [slug]                      brings its database, or all, to the newest schema
  readdress <slug> <name> <url>       points it at another database: after a restore, or a move

Ends with 0 when it was done, 1 when it was refused, 2 when the command was not understood, 3 when it failed.
The settings come from the environment; see docs/operations.md.`

/** The command line was not understood; the message says what to write instead. */
class Slip extends Error {}

interface Desk {
  outside: Outside & { jobs: Job[] }
  registry: organisations.Registry
  words: string[]
  reason: string | undefined
}

/** What was done: as data, and as lines to read. */
interface Done {
  data: unknown
  lines: string[]
}

const VERBS: Record<string, { takes: [least: number, most: number]; run: (desk: Desk) => Promise<Done> }> = {
  list: { takes: [0, 0], run: list },
  show: { takes: [1, 1], run: show },
  found: { takes: [1, 1], run: found },
  provision: { takes: [1, 1], run: provision },
  suspend: { takes: [1, 1], run: suspend },
  resume: { takes: [1, 1], run: resume },
  migrate: { takes: [0, 1], run: migrate },
  readdress: { takes: [3, 3], run: readdress },
}

/** Does one command. Answers the exit code. */
export async function operate(
  command: string[],
  outside: () => Desk['outside'],
  say: { out(line: string): void; err(line: string): void },
): Promise<number> {
  try {
    const { verb, given, json, reason } = read(command)
    if (!verb) {
      say.out(USAGE)
      return 0
    }
    const here = enter(outside)
    const { data, lines } = await verb.run({
      outside: here,
      registry: registryHere(here),
      words: given,
      reason,
    })
    for (const line of json ? [JSON.stringify(data, null, 2)] : lines) say.out(line)
    return 0
  } catch (error) {
    for (const line of complaint(error)) say.err(line)
    if (error instanceof Slip) return 2
    const refusal = refusalIn(error)
    return refusal && refusal.kind !== 'unavailable' ? 1 : 3
  }
}

/** Whatever keeps the outside from opening is a slip in the settings. */
function enter(outside: () => Desk['outside']): Desk['outside'] {
  try {
    return outside()
  } catch (error) {
    throw new Slip(error instanceof Error ? error.message : String(error))
  }
}

function read(command: string[]) {
  const options = {
    json: { type: 'boolean' },
    reason: { type: 'string' },
    help: { type: 'boolean' },
  } as const
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>
  try {
    parsed = parseArgs({ args: command, options, allowPositionals: true })
  } catch (error) {
    throw new Slip(`${String(error)}\n\n${USAGE}`)
  }
  const [name = 'help', ...given] = parsed.positionals
  const { json = false, reason, help } = parsed.values
  if (name === 'help' || help) return { verb: undefined, given, json, reason }
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined
  if (!verb) throw new Slip(`There is no verb "${name}".\n\n${USAGE}`)
  const [least, most] = verb.takes
  if (given.length < least || given.length > most) throw new Slip(`"${name}" was not understood.\n\n${USAGE}`)
  return { verb, given, json, reason }
}

function complaint(error: unknown): string[] {
  if (error instanceof Slip) return [error.message]
  const refusal = refusalIn(error)
  if (!refusal) return [error instanceof Error ? (error.stack ?? error.message) : String(error)]
  const { refusals } = words.en
  return refusal.fields.length > 0
    ? refusal.fields.map(({ field, reason }) => `${field}: ${refusals[reason]}`)
    : [refusals[refusal.reason]]
}

async function list({ registry }: Desk): Promise<Done> {
  const all = await organisations.all(registry)
  return { data: all.map(told.plain), lines: told.list(all, registry.houses.newestVersion) }
}

async function show(desk: Desk): Promise<Done> {
  const organisation = await named(desk)
  const steps = [...(await organisations.doneSteps(desk.registry, organisation.tenant.organisation))]
  return {
    data: { ...told.plain(organisation), steps },
    lines: told.one(organisation, steps, desk.registry.houses.newestVersion),
  }
}

async function found({ outside, registry, words: [path = ''] }: Desk): Promise<Done> {
  const file = readFounding(path)
  if ('slips' in file) throw new Slip(file.slips.join('\n'))
  const known = new Set((await latest(commonsHere(outside))).map(({ work }) => work))
  const unknown = file.founding.firstWorks.filter((work) => !known.has(work))
  if (unknown.length > 0) {
    throw new Slip(
      `${path}: firstWorks: not in the commons: ${unknown.join(', ')}\nThere are: ${[...known].join(', ')}`,
    )
  }
  const organisation = await organisations.found(registry, file.founding)
  const { slug } = organisation.tenant
  return {
    data: told.plain(organisation),
    lines: [`Founded ${slug}. Next: npm run operator -- provision ${slug}`],
  }
}

async function provision(desk: Desk): Promise<Done> {
  const { tenant } = await named(desk)
  const organisation = await organisations.provision(desk.registry, tenant.organisation)
  await settle(desk.outside)
  return { data: told.plain(organisation), lines: [`${tenant.slug} is open: ${tenant.origin}/`] }
}

async function suspend(desk: Desk): Promise<Done> {
  const reason = desk.reason?.trim()
  if (!reason) throw new Slip('Visitors read why a site is closed: suspend <slug> --reason "A sentence."')
  const { tenant } = await named(desk)
  const suspension = await organisations.suspend(desk.registry, tenant.organisation, reason)
  const lines = [
    `${tenant.slug} is closed, everywhere within half a minute. Visitors read: ${suspension.reason}`,
  ]
  return { data: { slug: tenant.slug, suspension }, lines }
}

/** Deployments may have passed by a suspended organisation: first it gets what it missed. */
async function resume(desk: Desk): Promise<Done> {
  const organisation = await named(desk)
  const { organisation: id, slug, origin } = organisation.tenant
  if (organisation.launched) {
    await organisations.migrate(desk.registry, id)
    await catalogue.follow(organisations.houseOf(desk.registry, organisation))
    await settle(desk.outside)
  }
  await organisations.resume(desk.registry, id)
  return { data: { slug }, lines: [`${slug} is open again within half a minute: ${origin}/`] }
}

async function migrate(desk: Desk): Promise<Done> {
  if (desk.words.length === 0) return migrateAll(desk)
  const { tenant } = await housed(desk)
  const schemaVersion = await organisations.migrate(desk.registry, tenant.organisation)
  return { data: { slug: tenant.slug, schemaVersion }, lines: [`${tenant.slug} has schema ${schemaVersion}`] }
}

async function migrateAll({ outside }: Desk): Promise<Done> {
  const { migrated, failed } = await sweep(outside)
  if (failed.length > 0) {
    const lines = failed.map(({ organisation, trouble }) => `${organisation}: ${trouble}`)
    throw new Error(`${migrated} migrated, ${failed.length} failed:\n${lines.join('\n')}`)
  }
  return { data: { migrated }, lines: [`${migrated} migrated, none failed`] }
}

async function readdress(desk: Desk): Promise<Done> {
  const [slug = '', name = '', url = ''] = desk.words
  // The names of the databases keep organisations apart: whoever mixes up two of them is stopped here.
  if (name !== `sc-${slug}` && !name.startsWith(`sc-${slug}-`)) {
    throw new Slip(`The database must be named sc-${slug}-… so that nobody enters another organisation's.`)
  }
  if (!URL.canParse(url)) throw new Slip(`"${url}" is not an address.`)
  const { tenant } = await housed(desk)
  const https = url.replace(/^libsql:/, 'https:')
  const address = { name, url: https.endsWith('/') ? https : `${https}/` }
  const organisation = await organisations.readdress(desk.registry, tenant.organisation, address)
  const lines = [
    `${slug} now stands in ${name}. Everybody has to sign in again. The database before is left as it is.`,
  ]
  return { data: told.plain(organisation), lines }
}

async function named({ registry, words: [slug = ''] }: Desk): Promise<organisations.Organisation> {
  const organisation = await organisations.bySlug(registry, slug)
  if (!organisation) throw new Refusal('missing', 'noSuchOrganisation')
  return organisation
}

async function housed(desk: Desk): Promise<organisations.Organisation> {
  const organisation = await named(desk)
  const { slug } = organisation.tenant
  if (!organisation.address)
    throw new Slip(`${slug} has no database yet: npm run operator -- provision ${slug}`)
  return organisation
}

if (import.meta.main) {
  const USUAL = { TURSO_API_URL: SETTINGS.TURSO_API_URL.usual }
  const say = { out: console.log, err: console.error }
  process.exitCode = await operate(process.argv.slice(2), () => outsideOf({ ...USUAL, ...process.env }), say)
}
