// One organisation's tables, all of them.
export { events } from '../events.ts'
export * from './catalogue.ts'
export * from './learning.ts'
export * from './people.ts'
