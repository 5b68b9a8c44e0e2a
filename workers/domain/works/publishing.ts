// A new edition in the commons, and only when something changed.

import { and, desc, eq } from 'drizzle-orm'
import { editionParts, editions, parts, works } from '#schema/commons/tables.ts'
import type { Commons } from './commons.ts'
import { faceOf } from './face.ts'
import { hashOf } from './hash.ts'
import { keepIds } from './keep-ids.ts'
import type { Compiled, Language, Manifest, Part } from './manifest.ts'

export interface Published {
  work: string
  edition: string
  number: number
  /** False when the newest edition already said all this. */
  isNew: boolean
}

/**
 * Publishes a compiled work as the next edition of `kind/slug`. Repeatable: the same content makes no second edition.
 * Blocks that were there before keep their ids. Two requests, one when nothing changed.
 */
export async function publish(commons: Commons, compiled: Compiled): Promise<Published> {
  const kind = compiled.manifest.structure.kind
  const work = `${kind}/${compiled.manifest.slug}`
  const before = await newest(commons, work)
  const { manifest, bodies } = await withKeptIds(compiled, before?.parts ?? new Map())
  const same = before && (await editionId(before.number, manifest)) === before.edition
  if (same) return { work, edition: before.edition, number: before.number, isNew: false }

  const number = (before?.number ?? 0) + 1
  const edition = await editionId(number, manifest)
  const { db, now } = commons
  await db.batch([
    db.insert(works).values({ id: work, kind, slug: manifest.slug, since: now }).onConflictDoNothing(),
    ...Object.entries(bodies).map(([hash, part]) =>
      db
        .insert(parts)
        .values({ hash, body: JSON.stringify(part) })
        .onConflictDoNothing(),
    ),
    db.insert(editions).values({
      id: edition,
      work,
      number,
      manifest: JSON.stringify(manifest),
      face: JSON.stringify(faceOf(manifest)),
      at: now,
    }),
    ...namesOf(manifest).map((name) => db.insert(editionParts).values({ edition, ...name })),
  ])
  return { work, edition, number, isNew: true }
}

/** The number is part of the hash: an edition that goes back to older words is still a new one. */
const editionId = (number: number, manifest: Manifest) => hashOf({ number, manifest })

/** Key of a part in one language, as used between the two functions below. */
const at = (path: string, language: string) => `${path} ${language}`

async function newest(commons: Commons, work: string) {
  const last = commons.db
    .select({ id: editions.id })
    .from(editions)
    .where(eq(editions.work, work))
    .orderBy(desc(editions.number))
    .limit(1)
  const rows = await commons.db
    .select({
      edition: editions.id,
      number: editions.number,
      path: editionParts.path,
      language: editionParts.language,
      body: parts.body,
    })
    .from(editions)
    .innerJoin(editionParts, eq(editionParts.edition, editions.id))
    .innerJoin(parts, eq(parts.hash, editionParts.part))
    .where(and(eq(editions.work, work), eq(editions.id, last)))
  const [first] = rows
  if (!first) return undefined
  const before = new Map(rows.map((row) => [at(row.path, row.language), JSON.parse(row.body) as Part])) // own content
  return { edition: first.edition, number: first.number, parts: before }
}

async function withKeptIds({ manifest, parts: compiled }: Compiled, before: Map<string, Part>) {
  const bodies: Record<string, Part> = {}
  const hashes: Manifest['parts'] = {}
  for (const { path, language, part: hash } of namesOf(manifest)) {
    const now = compiled[hash]
    if (!now) throw new Error(`The manifest of ${manifest.slug} names a part that was not compiled: ${path}`)
    const old = before.get(at(path, language))
    const part = old ? { ...now, blocks: keepIds(old.blocks, now.blocks) } : now
    const kept = await hashOf(part)
    bodies[kept] = part
    hashes[path] = { ...hashes[path], [language]: kept }
  }
  return { manifest: { ...manifest, parts: hashes }, bodies }
}

function namesOf(manifest: Manifest) {
  return Object.entries(manifest.parts).flatMap(([path, languages]) =>
    (Object.entries(languages) as [Language, string][]).map(([language, part]) => ({ path, language, part })),
  )
}
