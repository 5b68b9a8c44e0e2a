// Organisations: found, provisioned, resolved by their address, suspended.
export { existing, type Founding, found, raiseCatalogueVersion, resume, suspend } from './founding.ts'
export { behind, migrate } from './migrating.ts'
export { doneSteps, houseOf, provision, STEPS } from './provisioning.ts'
export { readdress } from './readdressing.ts'
export type { Address, Houses, Registry, RegistryDb } from './registry.ts'
export { all, atHost, byId, bySlug, type Organisation } from './resolving.ts'
export { RESERVED, slugFault } from './slugs.ts'
