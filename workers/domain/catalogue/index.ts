// An organisation's catalogue: what it has taken from the commons.
export { adopt, follow, version } from './adopting.ts'
export { find, list, shelfOf } from './listing.ts'
export { type Found, search } from './searching.ts'
