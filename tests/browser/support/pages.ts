// One page of each kind, by name. The association has the whole collection.
import { languages, pathsIn } from '#web/paths.ts'

export type Language = (typeof languages)[number]
export { languages }

export const COURSE = 'foundations-of-e-social-work'
export const CURRICULUM = 'e-social-work'
/** The lessons of the first week, as the course has them. */
export const LESSONS = [
  'welcome',
  'where-do-you-stand',
  'from-social-work-to-e-social-work',
  'life-at-home',
] as const
export const SELF_CHECK = 'week-1-self-check'
export const CARD = 'empathic-call-series'
export const MODULE = 'm1-what-for-whom-when'
export const UNIT = '1-2-life-at-home'

/** What anybody can open on the site of an organisation. */
export function pagesIn(language: Language) {
  const paths = pathsIn(language)
  return {
    'the home page': paths.home,
    'the list of courses': paths.courses,
    'a course': paths.course(COURSE),
    'a lesson': paths.lesson(COURSE, 'life-at-home'),
    'a lesson with a task': paths.lesson(COURSE, 'one-call-listened-to'),
    'a self-check': paths.lesson(COURSE, SELF_CHECK),
    'the tool-box': paths.toolbox,
    'a tool card': paths.tool(CARD),
    'the list of curricula': paths.curricula,
    'a curriculum': paths.curriculum(CURRICULUM),
    'a module': paths.unit(CURRICULUM, MODULE),
    'a unit': paths.unit(CURRICULUM, UNIT),
    'a plan': paths.plan(CURRICULUM, UNIT),
    'the search': paths.search,
    'the results of a search': `${paths.search}?q=telephone`,
    'a search without results': `${paths.search}?q=xylophone`,
    'the form to sign up': paths.signUp,
    'the form to sign in': paths.signIn,
    'the form for a new password': paths.passwordReset,
    'a link that is over': paths.newPassword('no-such-key'),
    'a missing page': `${paths.home}nowhere`,
  }
}

/** What only a learner can open. */
export function ownPagesIn(language: Language) {
  const paths = pathsIn(language)
  return {
    'the home page of a learner': paths.home,
    'the page of one’s own': paths.me,
    'a course one is enrolled in': paths.course(COURSE),
    'a lesson that is completed': paths.lesson(COURSE, 'welcome'),
    'a lesson that is open': paths.lesson(COURSE, 'life-at-home'),
    'the way out': paths.signOut,
  }
}
