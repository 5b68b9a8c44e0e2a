// What is done later, by the queue. Each job names its organisation: it is done in that house alone.
import type { Id } from '#schema/ids.ts'
import type { Language } from './works/manifest.ts'

/** A mail with one purpose. `key` opens the link in it. */
export interface Letter {
  kind: 'confirm' | 'reset' | 'already'
  to: string
  name: string
  language: Language
  key?: string
}

export type Job = { organisation: Id<'organisation'> } & (
  | { job: 'mail'; letter: Letter }
  | { job: 'follow' }
  | { job: 'raise' }
  | { job: 'migrate' }
  | { job: 'sweep' }
)
