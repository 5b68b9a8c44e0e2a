// Reading a page of an adopted work: the catalogue says whether it is here, the commons what it says.

import type { Context } from 'hono'
import * as catalogue from '#domain/catalogue/index.ts'
import { Refusal } from '#domain/refusal.ts'
import { type Block, type Kind, part, type ReadPart, type ToolFace } from '#domain/works/index.ts'
import type { BlockSurroundings } from '#web/parts/blocks/surroundings.tsx'
import { languageOf } from './render.tsx'
import type { Edge } from './wiring.ts'

export interface ContentPage extends ReadPart {
  work: string
  edition: string
  surroundings: BlockSurroundings
}

/** The page of a work of this catalogue, or a refusal. At most two requests: the catalogue, the commons. */
export async function contentPage(
  c: Context<Edge>,
  kind: Kind,
  slug: string,
  path: string,
): Promise<ContentPage> {
  const scope = c.get('scope')
  const { work, edition } = await catalogue.find(scope, kind, slug)
  const tools = (await catalogue.list(scope)).filter((one) => one.kind === 'tool').map((one) => one.edition)
  const language = languageOf(c)
  const read = await part(scope.commons, { edition, path, language, faces: kind === 'tool' ? [] : tools })
  if (!read) throw new Refusal('missing', 'noSuchPage')
  return { ...read, work, edition, surroundings: surroundingsOf(c, read) }
}

function surroundingsOf(c: Context<Edge>, { part: { blocks }, faces }: ReadPart): BlockSurroundings {
  const cards = [...faces.values()].filter((face): face is ToolFace => face.kind === 'tool')
  const sources = blocks.flatMap((block) => (block.type === 'source' ? block.sources : []))
  return {
    sources: new Map(sources.map((source, at) => [source.key, at + 1])),
    cards: Object.fromEntries(cards.map((card) => [card.slug, card])),
    answers: answersIn(c.req.queries(), blocks),
  }
}

/** Answers in the query that belong to a question of this page and to one of its options. */
export function answersIn(query: Record<string, string[]>, blocks: Block[]): Record<string, string[]> {
  const entries = questionsIn(blocks).flatMap((question) => {
    const options = question.options.map((option) => option.id)
    const chosen = (query[question.id] ?? []).filter((option) => options.includes(option))
    return chosen.length > 0 ? [[question.id, chosen] as const] : []
  })
  return Object.fromEntries(entries)
}

type Question = Extract<Block, { type: 'question' }>

function questionsIn(blocks: Block[]): Question[] {
  return blocks.flatMap((block) => {
    if (block.type === 'question') return [block]
    return 'blocks' in block ? questionsIn(block.blocks) : []
  })
}
