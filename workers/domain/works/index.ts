// Works and their editions: published into the commons, read from it.
export { type Commons, type CommonsDb, type Shelf } from './commons.ts'
export * from './face.ts'
export * from './manifest.ts'
export type { Block } from './block.ts'
export { publish, type Published } from './publishing.ts'
export { faces, latest, manifest, part, textsOf, type PageWanted, type ReadPart } from './reading.ts'
