// Sessions by Lucia. Its session id is the token in the cookie; the database keeps only the SHA-256 of it.
// Lucia's development has ended: this is the one file that knows it.

import { eq } from 'drizzle-orm'
import { type Adapter, Lucia, TimeSpan } from 'lucia'
import type { Person, Sessions, TenantDb } from '#domain/scope.ts'
import type { Id } from '#schema/ids.ts'
import { people, sessions } from '#schema/tenant/tables.ts'

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof luciaWith>
    DatabaseUserAttributes: { name: string; email: string }
  }
}

type Row = typeof sessions.$inferInsert

export const SESSION_COOKIE = '__Host-session'
const LIFETIME = new TimeSpan(30, 'd')

export interface SessionReader extends Sessions {
  /** The person of a token, or undefined. One request; a second one once a fortnight, when the session is prolonged. */
  read(token: string): Promise<Person | undefined>
}

export function sessionsOf(db: TenantDb): SessionReader {
  return {
    hashOf,
    async open(person) {
      const rows: Row[] = []
      const lucia = luciaWith({
        ...adapterOf(db),
        setSession: async (session) => void rows.push(await rowOf(session)),
      })
      const { id: token } = await lucia.createSession(person, {})
      const [row] = rows
      if (!row) throw new Error('Lucia made no session')
      return { token, row }
    },
    async read(token) {
      const { user } = await luciaWith(adapterOf(db)).validateSession(token)
      return user
        ? { kind: 'person', id: user.id as Id<'person'>, name: user.name, email: user.email }
        : undefined // ids of people are written by us
    },
  }
}

const luciaWith = (adapter: Adapter) =>
  new Lucia(adapter, {
    sessionExpiresIn: LIFETIME,
    getUserAttributes: ({ name, email }) => ({ name, email }),
  })

async function hashOf(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))
  return Buffer.from(digest).toString('hex')
}

async function rowOf(session: { id: string; userId: string; expiresAt: Date }): Promise<Row> {
  return {
    id: await hashOf(session.id),
    person: session.userId as Id<'person'>, // given to createSession above
    expires: session.expiresAt.getTime(),
  }
}

function adapterOf(db: TenantDb): Adapter {
  return {
    async getSessionAndUser(token) {
      const id = await hashOf(token)
      const [row] = await db
        .select({ expires: sessions.expires, id: people.id, name: people.name, email: people.email })
        .from(sessions)
        .innerJoin(people, eq(people.id, sessions.person))
        .where(eq(sessions.id, id))
      if (!row) return [null, null]
      const session = { id: token, userId: row.id, expiresAt: new Date(row.expires), attributes: {} }
      return [session, { id: row.id, attributes: { name: row.name, email: row.email } }]
    },
    async getUserSessions(person) {
      const rows = await db
        .select()
        .from(sessions)
        .where(eq(sessions.person, person as Id<'person'>))
      return rows.map((row) => ({
        id: row.id,
        userId: row.person,
        expiresAt: new Date(row.expires),
        attributes: {},
      }))
    },
    setSession: async (session) => void (await db.insert(sessions).values(await rowOf(session))),
    updateSessionExpiration: async (token, at) =>
      void (await db
        .update(sessions)
        .set({ expires: at.getTime() })
        .where(eq(sessions.id, await hashOf(token)))),
    deleteSession: async (token) =>
      void (await db.delete(sessions).where(eq(sessions.id, await hashOf(token)))),
    deleteUserSessions: async (person) =>
      void (await db.delete(sessions).where(eq(sessions.person, person as Id<'person'>))),
    async deleteExpiredSessions() {
      throw new Error('Sessions are swept by the nightly job')
    },
  }
}
