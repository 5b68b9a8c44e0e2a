// The full-text index of an organisation's catalogue.

import { sql } from 'drizzle-orm'
import { searchEntries } from '#schema/tenant/tables.ts'
import type { Scope } from '../scope.ts'
import type { Language, Part } from '../works/index.ts'
import { plainText } from '../works/plain-text.ts'

export interface Found {
  work: string
  path: string
  language: Language
  title: string
  summary: string
}

/** Statements that put parts into the index. The words are indexed, not kept. */
export function entriesOf(scope: Scope, texts: { work: string; path: string; part: Part }[]) {
  return texts.flatMap(({ work, path, part }) => {
    const { language, title, summary } = part
    return [
      scope.db.insert(searchEntries).values({ work, path, language, title, summary }),
      scope.db.run(sql`insert into search (rowid, title, summary, body)
        values (last_insert_rowid(), ${title}, ${summary}, ${plainText(part.blocks)})`),
    ]
  })
}

/**
 * Pages that hold every word of the query (the last one may be unfinished), best first, at most 30: in the reader's
 * language where a page has it, else in English. Accents do not matter. One request.
 */
export async function search(scope: Scope, query: string, language: Language): Promise<Found[]> {
  const words =
    query
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)
      ?.slice(0, 12) ?? []
  if (words.length === 0) return []
  const match = words.map((word, at) => `"${word}"${at === words.length - 1 ? '*' : ''}`).join(' ')
  return scope.db.all<Found>(sql`
    select entry.work, entry.path, entry.language, entry.title, entry.summary
    from search join search_entries entry on entry.id = search.rowid
    where search match ${match} and (entry.language = ${language} or (entry.language = 'en' and not exists (
      select 1 from search_entries other
      where other.work = entry.work and other.path = entry.path and other.language = ${language})))
    order by bm25(search, 8.0, 4.0, 1.0) limit 30`)
}
