// Every address of the product, as a function.
import type { Language } from '#domain/works/index.ts'

export const languages: Language[] = ['en', 'es', 'it', 'da', 'pt', 'ro']
export const isLanguage = (text: string): text is Language => (languages as string[]).includes(text)

export const kindPath = { course: 'courses', tool: 'toolbox', curriculum: 'curriculum' } as const

/** The addresses of one language. */
export function pathsIn(language: Language) {
  const at = (...parts: string[]) => `/${[language, ...parts].map(encodeURIComponent).join('/')}`
  return {
    home: `/${language}/`,
    courses: at('courses'),
    course: (slug: string) => at('courses', slug),
    enrolment: (slug: string) => at('courses', slug, 'enrolment'),
    leaving: (slug: string) => at('courses', slug, 'enrolment', 'end'),
    lesson: (course: string, lesson: string) => at('courses', course, lesson),
    completion: (course: string, lesson: string) => at('courses', course, lesson, 'completion'),
    reopening: (course: string, lesson: string) => at('courses', course, lesson, 'completion', 'end'),
    toolbox: at('toolbox'),
    tool: (slug: string) => at('toolbox', slug),
    curricula: at('curriculum'),
    curriculum: (slug: string) => at('curriculum', slug),
    unit: (curriculum: string, unit: string) => at('curriculum', curriculum, unit),
    plan: (curriculum: string, unit: string) => at('curriculum', curriculum, unit, 'plan'),
    search: at('search'),
    signUp: at('sign-up'),
    signIn: at('sign-in'),
    signOut: at('sign-out'),
    confirmation: (key: string) => at('confirmation', key),
    passwordReset: at('password-reset'),
    newPassword: (key: string) => at('password-reset', key),
    me: at('me'),
  }
}

export type Paths = ReturnType<typeof pathsIn>

/** The address of a work or of one of its pages, from 'course/foundations' and a path within it ('about', a slug). */
export function workPath(paths: Paths, work: string, path = 'about'): string {
  const [kind = '', slug = ''] = work.split('/')
  const inside = path === 'about' || path === 'card' ? undefined : path
  if (kind === 'tool') return paths.tool(slug)
  if (kind === 'course') return inside ? paths.lesson(slug, inside) : paths.course(slug)
  if (!inside) return paths.curriculum(slug)
  const [unit = '', plan] = inside.split('/')
  return plan ? paths.plan(slug, unit) : paths.unit(slug, unit)
}

/** The same page in another language. */
export const inLanguage = (language: Language, path: string) =>
  path.replace(/^\/[a-z]{2}(?=\/|$)/, `/${language}`)
