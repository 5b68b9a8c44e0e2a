// The one reader of editions: the shelf first, then the commons in one request.

import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { editionParts, editions, parts, works } from '#schema/commons/tables.ts'
import type { Commons } from './commons.ts'
import type { Face } from './face.ts'
import type { Language, Manifest, Part } from './manifest.ts'

/** Which page of an edition; `faces` are editions whose faces the page shows beside. */
export interface PageWanted {
  edition: string
  path: string
  language: Language
  faces?: string[]
}

/** The page in the language asked for or else in English; `part.language` says which. */
export interface ReadPart {
  manifest: Manifest
  part: Part
  faces: Map<string, Face>
}

type Kept = Omit<ReadPart, 'faces'>

/** A page of an edition with its manifest. At most one request to the commons. Missing edition or path: undefined. */
export async function part(commons: Commons, wanted: PageWanted): Promise<ReadPart | undefined> {
  const { edition, path, language } = wanted
  const key = `part/${edition}/${language}/${path}`
  const [page, known] = await Promise.all([
    commons.shelf.get<Kept>(key),
    kept<Face>(commons, 'face', wanted.faces ?? []),
  ])
  const absent = (wanted.faces ?? []).filter((one) => !known.has(one))
  if (page) return { ...page, faces: absent.length > 0 ? await faces(commons, wanted.faces ?? []) : known }

  const [manifests, bodies, rows] = await commons.db.batch([
    selectManifest(commons, edition),
    selectPart(commons, wanted),
    selectFaces(commons, absent),
  ])
  keepFaces(commons, rows, known)
  if (!manifests[0] || !bodies[0]) return undefined
  const read = { manifest: parse<Manifest>(manifests[0].text), part: parse<Part>(bodies[0].text) }
  commons.shelf.put(key, read)
  return { ...read, faces: known }
}

const selectManifest = ({ db }: Commons, edition: string) =>
  db.select({ text: editions.manifest }).from(editions).where(eq(editions.id, edition))

const selectPart = ({ db }: Commons, { edition, path, language }: PageWanted) =>
  db
    .select({ text: parts.body })
    .from(editionParts)
    .innerJoin(parts, eq(parts.hash, editionParts.part))
    .where(
      and(
        eq(editionParts.edition, edition),
        eq(editionParts.path, path),
        inArray(editionParts.language, [language, 'en']),
      ),
    )
    .orderBy(desc(eq(editionParts.language, language)))
    .limit(1)

const selectFaces = ({ db }: Commons, wanted: string[]) =>
  db.select({ id: editions.id, face: editions.face }).from(editions).where(inArray(editions.id, wanted))

/** The manifest of an edition. At most one request. */
export async function manifest(commons: Commons, edition: string): Promise<Manifest | undefined> {
  const key = `manifest/${edition}`
  const known = await commons.shelf.get<Manifest>(key)
  if (known) return known
  const [row] = await selectManifest(commons, edition)
  if (!row) return undefined
  const read = parse<Manifest>(row.text)
  commons.shelf.put(key, read)
  return read
}

/** The manifests of editions, by edition. At most one request; unknown editions are left out. */
export async function manifests(commons: Commons, wanted: string[]): Promise<Map<string, Manifest>> {
  const found = await kept<Manifest>(commons, 'manifest', wanted)
  const absent = wanted.filter((edition) => !found.has(edition))
  if (absent.length === 0) return found
  const rows = await commons.db
    .select({ id: editions.id, text: editions.manifest })
    .from(editions)
    .where(inArray(editions.id, absent))
  for (const { id, text } of rows) {
    const read = parse<Manifest>(text)
    commons.shelf.put(`manifest/${id}`, read)
    found.set(id, read)
  }
  return found
}

/** The faces of editions, by edition, for a list of works. At most one request; unknown editions are left out. */
export async function faces(commons: Commons, wanted: string[]): Promise<Map<string, Face>> {
  const found = await kept<Face>(commons, 'face', wanted)
  const absent = wanted.filter((edition) => !found.has(edition))
  if (absent.length > 0) keepFaces(commons, await selectFaces(commons, absent), found)
  return new Map(
    wanted.flatMap((edition) => (found.has(edition) ? [[edition, found.get(edition) as Face]] : [])),
  ) // has it
}

/** What the shelf holds of some editions. */
async function kept<T>(
  commons: Commons,
  what: 'face' | 'manifest',
  wanted: string[],
): Promise<Map<string, T>> {
  const found = new Map<string, T>()
  const there = await Promise.all(wanted.map((edition) => commons.shelf.get<T>(`${what}/${edition}`)))
  wanted.forEach((edition, at) => {
    const one = there[at]
    if (one) found.set(edition, one)
  })
  return found
}

function keepFaces(commons: Commons, rows: { id: string; face: string }[], into: Map<string, Face>) {
  for (const row of rows) {
    const face = parse<Face>(row.face)
    commons.shelf.put(`face/${row.id}`, face)
    into.set(row.id, face)
  }
}

export interface LatestEdition {
  work: string
  kind: 'curriculum' | 'tool' | 'course'
  slug: string
  edition: string
  number: number
}

/** The newest edition of every work in the commons. One request. */
export function latest(commons: Commons): Promise<LatestEdition[]> {
  return commons.db
    .select({
      work: works.id,
      kind: works.kind,
      slug: works.slug,
      edition: editions.id,
      number: sql<number>`max(${editions.number})`,
    })
    .from(works)
    .innerJoin(editions, eq(editions.work, works.id))
    .groupBy(works.id)
    .orderBy(works.id)
}

/** Every part of some editions, for the search index. One request. */
export async function textsOf(commons: Commons, wanted: string[]) {
  if (wanted.length === 0) return []
  const rows = await commons.db
    .select({ work: editions.work, path: editionParts.path, text: parts.body })
    .from(editions)
    .innerJoin(editionParts, eq(editionParts.edition, editions.id))
    .innerJoin(parts, eq(parts.hash, editionParts.part))
    .where(inArray(editions.id, wanted))
  return rows.map(({ work, path, text }) => ({ work, path, part: parse<Part>(text) }))
}

/** What stands in the commons was checked by the compiler and is addressed by its hash. */
const parse = <T>(text: string) => JSON.parse(text) as T
