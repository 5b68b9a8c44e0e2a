// Nothing about people is kept longer than it is of use.

import { lt, lte } from 'drizzle-orm'
import { attempts, mailKeys, sessions } from '#schema/tenant/tables.ts'
import type { Scope } from '../scope.ts'
import { WINDOW } from './attempts.ts'

/** Removes sessions, mailed keys and counted tries whose time is over. One request. */
export async function sweep(scope: Scope) {
  await scope.db.batch([
    scope.db.delete(sessions).where(lt(sessions.expires, scope.now)),
    scope.db.delete(mailKeys).where(lt(mailKeys.expires, scope.now)),
    scope.db.delete(attempts).where(lte(attempts.since, scope.now - WINDOW)),
  ])
}
