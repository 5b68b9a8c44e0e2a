// What a list of works shows of a work, without its manifest.
import type { About, Course, Curriculum, Kind, Language, Manifest, Said, Tool } from './manifest.ts'

interface Common {
  slug: string
  languages: Language[]
  said: Said<About>
}

export type ToolFace = Common & { kind: 'tool' } & Pick<
    Tool,
    | 'code'
    | 'family'
    | 'needs'
    | 'setting'
    | 'channels'
    | 'phoneOnly'
    | 'internet'
    | 'minutes'
    | 'sessions'
    | 'evidence'
  >
export type CourseFace = Common & { kind: 'course' } & Pick<Course, 'hours' | 'plannedWeeks'> & {
    weeks: number
    lessons: number
  }
export type CurriculumFace = Common & { kind: 'curriculum' } & Pick<Curriculum, 'eqf'> & {
    modules: { code: string; slug: string; units: number; hours: number; said: Said<{ title: string }> }[]
  }
export type Face = ToolFace | CourseFace | CurriculumFace
export type FaceOf<K extends Kind> = Extract<Face, { kind: K }>

export function faceOf(manifest: Manifest): Face {
  const { slug, languages, structure } = manifest
  const common = { slug, languages, said: briefly(structure.said) }
  switch (structure.kind) {
    case 'tool': {
      const {
        kind,
        code,
        family,
        needs,
        setting,
        channels,
        phoneOnly,
        internet,
        minutes,
        sessions,
        evidence,
      } = structure
      const facts = {
        code,
        family,
        needs,
        setting,
        channels,
        phoneOnly,
        internet,
        minutes,
        sessions,
        evidence,
      }
      return { kind, ...common, ...facts }
    }
    case 'course': {
      const { kind, hours, plannedWeeks, weeks } = structure
      const lessons = weeks.reduce((sum, week) => sum + week.lessons.length, 0)
      return { kind, ...common, hours, plannedWeeks, weeks: weeks.length, lessons }
    }
    case 'curriculum': {
      const { kind, eqf, modules } = structure
      return { kind, ...common, eqf, modules: modules.map(moduleFace) }
    }
    default:
      return structure satisfies never
  }
}

function moduleFace(module: Curriculum['modules'][number]) {
  const hours = module.units.reduce((sum, unit) => sum + unit.hours, 0)
  return { code: module.code, slug: module.slug, units: module.units.length, hours, said: module.said }
}

/** Only title and summary, whatever else is said about the work. */
function briefly(said: Said<About>): Said<About> {
  const entries = Object.entries(said).map(([language, { title, summary }]) => [language, { title, summary }])
  return Object.fromEntries(entries) as Said<About> // the same languages as before
}
