// What stands in the catalogue, in the organisation's order.

import { asc } from 'drizzle-orm'
import { adoptions } from '#schema/tenant/tables.ts'
import { Refusal } from '../refusal.ts'
import type { Scope } from '../scope.ts'
import { type FaceOf, faces, type Kind } from '../works/index.ts'

export interface Adopted {
  work: string
  kind: Kind
  slug: string
  edition: string
}

/** Everything adopted, in order. No request when this catalogue version was read before, else one. */
export async function list(scope: Scope): Promise<Adopted[]> {
  const key = `catalogue/${scope.tenant.organisation}/${scope.tenant.catalogueVersion}`
  const kept = await scope.shelf.get<Adopted[]>(key)
  if (kept) return kept
  const rows = await scope.db
    .select({
      work: adoptions.work,
      kind: adoptions.kind,
      slug: adoptions.slug,
      edition: adoptions.edition,
    })
    .from(adoptions)
    .orderBy(asc(adoptions.position), asc(adoptions.work))
  scope.shelf.put(key, rows)
  return rows
}

/** One adopted work, or a refusal: what is not in this catalogue does not exist here. */
export async function find(scope: Scope, kind: Kind, slug: string): Promise<Adopted> {
  const found = (await list(scope)).find((work) => work.kind === kind && work.slug === slug)
  if (!found) throw new Refusal('missing', 'noSuchPage')
  return found
}

/** The faces of all adopted works of one kind, in order. At most two requests: the catalogue, the commons. */
export async function shelfOf<K extends Kind>(scope: Scope, kind: K): Promise<FaceOf<K>[]> {
  const adopted = (await list(scope)).filter((work) => work.kind === kind)
  const known = await faces(
    scope.commons,
    adopted.map((work) => work.edition),
  )
  return adopted.flatMap(({ edition }) => {
    const face = known.get(edition)
    return face?.kind === kind ? [face as FaceOf<K>] : [] // the kind was compared on this line
  })
}
