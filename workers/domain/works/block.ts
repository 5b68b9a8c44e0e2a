// What a page of content is made of. No HTML is ever kept: pages render these with an exhaustive switch.

/** A run of text. `cite` names a source of the part by its key; `href` of a link is absolute, or `work:` + kind/slug[/part]. */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'strong' | 'emphasis'; children: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'link'; href: string; children: Inline[] }
  | { type: 'cite'; source: string }
  | { type: 'break' }

/** Every block has an id that stays the same across editions (see keep-ids.ts), unique within its part. */
interface Identified {
  id: string
}

export type Block = Identified &
  (
    | { type: 'heading'; level: 2 | 3; text: Inline[] }
    | { type: 'text'; text: Inline[] }
    | { type: 'list'; ordered: boolean; start?: number; items: Block[][] }
    | { type: 'table'; caption?: string; head: Inline[][]; rows: Inline[][][] }
    | { type: 'quotation'; blocks: Block[]; by?: Inline[] }
    | { type: 'image'; src: string; alt: string; caption?: Inline[]; viewBox?: string }
    | Video
    | { type: 'callout'; kind: CalloutKind; title: string; blocks: Block[] }
    | { type: 'case'; title: string; blocks: Block[] }
    | { type: 'script'; blocks: Block[] }
    | { type: 'step'; title: Inline[]; minutes?: number; blocks: Block[] }
    | { type: 'reflection'; blocks: Block[] }
    | { type: 'download'; href: string; title: string; format: string; bytes?: number }
    | { type: 'card'; slug: string; why?: Inline[] }
    | Question
    | Task
    | { type: 'source'; sources: Source[] }
  )

export type CalloutKind = 'note' | 'tip' | 'evidence' | 'safety' | 'contacts'

export interface Video {
  type: 'video'
  src: string
  poster?: string
  captions: { language: string; src: string }[]
  title: string
  seconds: number
  transcript: Block[]
}

/** A self-check: at least one right option, feedback on every option. `several` when more than one is right. */
export interface Question {
  type: 'question'
  prompt: Block[]
  several: boolean
  options: { id: string; text: Inline[]; right: boolean; feedback: Block[] }[]
}

/** Something to do at work; the rubric has four levels, from the weakest to the strongest. */
export interface Task {
  type: 'task'
  title: string
  minutes: number
  blocks: Block[]
  rubric: { criterion: string; levels: [string, string, string, string] }[]
}

/** One entry of content/sources/*.yaml. `read` says how we know it: the source itself, a mirror, or general knowledge. */
export interface Source {
  key: string
  authors: string
  year: string
  title: string
  in?: string
  url?: string
  doi?: string
  read: 'source' | 'mirror' | 'general'
}

export type BlockType = Block['type']
