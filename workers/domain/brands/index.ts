// The door of brands: pure functions, from two colours and a name to everything that is seen of them.
export { type Brand, marks } from './brand.ts'
export { markSvg } from './mark.ts'
export { themeCss, themeHash } from './theme.ts'
