// An edition of a work is a manifest (structure, words about it, languages) and parts, one for each page and language.
import type { Block } from './block.ts'

export type Kind = 'curriculum' | 'tool' | 'course'
export type Language = 'en' | 'es' | 'it' | 'da' | 'pt' | 'ro'

/** One page of a work in one language, addressed by the SHA-256 of its JSON. */
export interface Part {
  format: 1
  language: Language
  title: string
  summary: string
  blocks: Block[]
}

/** Words about a work, a module or a week, by language; English is always there. */
export type Said<Words> = { en: Words } & Partial<Record<Language, Words>>

export interface About {
  title: string
  summary: string
}

export interface Hours {
  live: number
  selfPaced: number
  practice: number
  assessment: number
}

/** EQF learning outcomes: what the learner knows, can do, and takes responsibility for. */
export interface Outcomes {
  knowledge: string[]
  skills: string[]
  responsibility: string[]
}

/** Codes of a framework with its version, e.g. { framework: 'DigComp 3.0', codes: ['4.2'] }. */
export interface Alignment {
  framework: 'DigCompEdu 2017' | 'DigComp 3.0'
  codes: string[]
}

export interface UnitPlace {
  code: string
  slug: string
  hours: number
  alignment: Alignment[]
  cards: string[]
  said: Said<About & { outcomes: string[] }>
}

export interface ModulePlace {
  code: string
  slug: string
  hours: Hours
  said: Said<About & { outcomes: Outcomes; prerequisites: string; assessment: string }>
  units: UnitPlace[]
}

/** A unit has two parts: `slug` (the learner's text) and `slug/plan` (the trainer's plan). */
export interface Curriculum {
  kind: 'curriculum'
  eqf: number
  said: Said<About>
  modules: ModulePlace[]
}

export type LessonKind = 'welcome' | 'text' | 'case' | 'try-it' | 'discussion' | 'self-check' | 'wrap-up'

export interface LessonPlace {
  slug: string
  kind: LessonKind
  minutes: number
  said: Said<About>
}

export interface WeekPlace {
  slug: string
  said: Said<About>
  lessons: LessonPlace[]
}

/** Part paths of a course: the lesson's slug, unique within the course; 'about' is the course's own page. */
export interface Course {
  kind: 'course'
  hours: number
  /** Weeks that the finished course will have; `weeks` holds those that are published. */
  plannedWeeks: number
  audience: Said<{ text: string }>
  outcomes: Said<{ list: string[] }>
  said: Said<About>
  weeks: WeekPlace[]
}

export type Family = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G'
export type Channel =
  | 'landline'
  | 'mobile'
  | 'messaging'
  | 'video'
  | 'tablet'
  | 'voice-assistant'
  | 'post'
  | 'home-visit'
export type Need =
  | 'contact'
  | 'mood'
  | 'identity'
  | 'culture'
  | 'movement'
  | 'autonomy'
  | 'safety'
  | 'carer-support'
export type Grade = 'A' | 'B' | 'C' | 'D'
export type ClientLevel = 'none' | 'with-help' | 'basic' | 'independent'
export type WorkerLevel = 'basic' | 'intermediate' | 'advanced' | 'highly-advanced'

/** The facts of a tool card that do not change with the language. Its part has the path 'card'. */
export interface Tool {
  kind: 'tool'
  code: string
  family: Family
  needs: Need[]
  /** 'one-to-one', 'pair' or 'group'; a group says how many take part. */
  setting: { with: 'one-to-one' | 'pair' | 'group'; min: number; max: number }[]
  timing: 'live' | 'asynchronous'
  /** The first is the one the card is written for. */
  channels: Channel[]
  /** Can be done without the internet and without a screen at the person's end. */
  phoneOnly: boolean
  internet: 'none' | 'low' | 'broadband'
  cost: 'none' | 'low' | 'medium' | 'high'
  clientLevel: ClientLevel
  workerLevel: WorkerLevel
  volunteer: { possible: boolean; trainingHours: number }
  minutes: [number, number]
  sessions: [number, number]
  evidence: Grade
  alignment: Alignment[]
  units: string[]
  reviewed: string
  nextReview: string
  said: Said<
    About & {
      forWhom: string
      notFor: string
      equipment: string[]
      people: string[]
      frequency: string
    }
  >
}

export interface Manifest {
  format: 1
  slug: string
  licence: 'CC BY-SA 4.0'
  authors: string[]
  /** Languages that every part exists in; English first. */
  languages: Language[]
  structure: Curriculum | Course | Tool
  /** The hash of each part, by path and language. */
  parts: Record<string, Partial<Record<Language, string>>>
}

/** What the compiler makes of one folder of content: the manifest and the parts it names, by hash. */
export interface Compiled {
  manifest: Manifest
  parts: Record<string, Part>
}
