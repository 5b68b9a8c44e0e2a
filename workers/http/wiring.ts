// What the edge of the product needs of the inside: given by workers/index.ts, and by nobody else.

import type { Organisation } from '#domain/organisations/index.ts'
import type { Actor, Person, Scope, Tenant } from '#domain/scope.ts'
import type { Shelf } from '#domain/works/index.ts'

import type { Look } from './looks.ts'

export interface Assets {
  style: string
  script: string
  font: string
}

/** A mail that was written in development instead of sent. */
export interface OutboxMail {
  to: string
  subject: string
  text: string
  html: string
}

export interface Wiring {
  /** https://example.org: partners stand at its subdomains. */
  origin: string
  build: string
  /** Where organisations write to until they can apply by themselves. */
  contact: string
  demonstration: boolean
  assets: Assets
  /** Organisations resolved a short while ago, by host label; shared by the requests of an isolate. */
  hosts: {
    get(label: string): Promise<Organisation | undefined>
    /** Every organisation that is open, by slug. */
    open(): Promise<Organisation[]>
  }
  /** Rejects while a database that everything needs does not answer. */
  ready(): Promise<unknown>
  /** Public pages as HTML, by key. */
  pages: Shelf
  enter(organisation: Organisation, actor: Actor): Scope
  /** The person of a session token, in this house only. */
  personOf(scope: Scope, token: string): Promise<Person | undefined>
  /** False when this key has asked too often. */
  allowed(limit: 'forms' | 'search', key: string): Promise<boolean>
  /** Only in development: mails of an organisation that wait in the outbox, newest first. */
  outbox: ((organisation: string) => Promise<OutboxMail[]>) | undefined
}

export interface Variables {
  requestId: string
  nonce: string
  wiring: Wiring
  /** Set on the sites of organisations. */
  organisation: Organisation
  tenant: Tenant
  look: Look
  scope: Scope
  person: Person | undefined
  token: string | undefined
}

export interface Edge {
  Bindings: { wiring: Wiring }
  Variables: Variables
}
