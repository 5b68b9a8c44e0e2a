// Opens databases. A client is made for each request and never shared between two.

import { type Client, createClient } from '@libsql/client/http'
import { drizzle } from 'drizzle-orm/libsql/http'
import type { RegistryDb } from '#domain/organisations/index.ts'
import type { TenantDb } from '#domain/scope.ts'
import type { CommonsDb } from '#domain/works/index.ts'
import { PATIENCE, type Patience, steadyFetch } from './steady-fetch.ts'

export interface Access {
  token: string
  /** How requests are sent; the platform's fetch unless told. */
  fetch?: typeof fetch
  patience?: Patience
}

export function openClient(url: string, { token, fetch: send = fetch, patience = PATIENCE }: Access): Client {
  // Without the slash at the end every database of one host would be the same one.
  const base = url.endsWith('/') ? url : `${url}/`
  return createClient({ url: base, authToken: token, fetch: steadyFetch(send, patience) })
}

export const openRegistry = (url: string, access: Access): RegistryDb => drizzle(openClient(url, access))

export const openCommons = (url: string, access: Access): CommonsDb => drizzle(openClient(url, access))

export const openTenant = (url: string, access: Access): TenantDb => drizzle(openClient(url, access))
