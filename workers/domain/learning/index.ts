// Learning: enrol in a course, complete its lessons, come back to where one stopped.
export { complete, enrol, leave, reopen } from './enrolling.ts'
export { mine, type Progress, progressIn } from './progress.ts'
