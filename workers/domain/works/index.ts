// Works and their editions: published into the commons, read from it.

export type { Block } from './block.ts'
export { type CommonsDb, type Shelf } from './commons.ts'
export * from './face.ts'
export { hashOf } from './hash.ts'
export * from './manifest.ts'
export { inlineText, plainText } from './plain-text.ts'
export { publish } from './publishing.ts'
export { faces, latest, manifest, manifests, part, type ReadPart, textsOf } from './reading.ts'
export { slugOf } from './slug.ts'
