// What the blocks of a part need to know beside themselves.

import { createContext, useContext } from 'solid-js'
import type { ToolFace } from '#domain/works/index.ts'

export interface BlockSurroundings {
  /** The number of each source in the list at the end, by key. */
  sources: Map<string, number>
  /** Tool cards of this organisation, by slug. */
  cards: Record<string, ToolFace>
  /** Options chosen in self-checks, by question, when the form was sent without scripts. */
  answers: Record<string, string[]>
}

const Surroundings = createContext<BlockSurroundings>({ sources: new Map(), cards: {}, answers: {} })
export const BlocksSurrounded = Surroundings.Provider
export const useBlocks = () => useContext(Surroundings)
