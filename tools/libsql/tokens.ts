// The tokens of databases: JSON web tokens signed with Ed25519, with the claims that Turso gives them.
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Database } from './databases.ts'
import { Refused } from './errors.ts'
import type { Access } from './hrana.ts'

/** `id` opens one database, `gid` those of a group; a database made anew under an old name has another id. */
const claims = v.object({
  a: v.picklist(['rw', 'ro']),
  id: v.optional(v.string()),
  gid: v.optional(v.string()),
  iat: v.number(),
  exp: v.optional(v.number()),
})
export type Claims = v.InferOutput<typeof claims>

export interface Grant {
  access: Access
  /** Undefined: for ever. */
  lifetimeSeconds: number | undefined
}

export class Tokens {
  readonly #dir: string
  #key: KeyObject | undefined

  constructor(dir: string) {
    this.#dir = dir
  }

  forDatabase(database: Database, grant: Grant) {
    return this.#mint({ id: database.id }, grant)
  }

  forGroup(organisation: string, group: string, grant: Grant) {
    return this.#mint({ gid: groupId(organisation, group) }, grant)
  }

  /** What a token of this server's making says; throws a 401 for any other and for an expired one. */
  read(token: string): Claims {
    const [head = '', body = '', signature = '', ...rest] = token.split('.')
    const signed = Buffer.from(`${head}.${body}`)
    const key = createPublicKey(this.#privateKey())
    if (rest.length > 0 || !verify(null, signed, key, Buffer.from(signature, 'base64url')))
      throw unauthorized('The JWT is invalid')
    const payload = v.parse(claims, JSON.parse(Buffer.from(body, 'base64url').toString())) // was signed here
    if (payload.exp !== undefined && payload.exp <= seconds()) throw unauthorized('The JWT has expired')
    return payload
  }

  #mint(opens: Pick<Claims, 'id' | 'gid'>, { access, lifetimeSeconds }: Grant) {
    const iat = seconds()
    const expiry = lifetimeSeconds === undefined ? {} : { exp: iat + lifetimeSeconds }
    const payload: Claims = { a: access === 'read-only' ? 'ro' : 'rw', ...opens, iat, ...expiry }
    const text = `${encode({ alg: 'EdDSA', typ: 'JWT' })}.${encode(payload)}`
    return `${text}.${sign(null, Buffer.from(text), this.#privateKey()).toString('base64url')}`
  }

  /** Kept beside the databases, so that tokens outlive the process. */
  #privateKey(): KeyObject {
    this.#key ??= this.#readOrMakeKey()
    return this.#key
  }

  #readOrMakeKey() {
    const path = join(this.#dir, 'signing-key.pem')
    if (existsSync(path)) return createPrivateKey(readFileSync(path))
    const { privateKey } = generateKeyPairSync('ed25519')
    writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
    return privateKey
  }
}

/** What the bearer of these claims may do with the database; throws a 401 when that is nothing. */
export function accessTo(database: Database, { a, id, gid }: Claims): Access {
  const opens = id === database.id || gid === groupId(database.organisation, database.group)
  if (!opens) throw unauthorized('The JWT is not valid for this database')
  return a === 'ro' ? 'read-only' : 'full-access'
}

export const unauthorized = (reason: string) => new Refused(401, `Unauthorized: \`${reason}\``)

/** What follows `Bearer` in the request's header. */
export const bearerToken = (request: Request) =>
  /^bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]?.trim()

const groupId = (organisation: string, group: string) => `${organisation}/${group}`
const seconds = () => Math.floor(Date.now() / 1000)
const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
