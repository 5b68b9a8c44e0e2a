// Passwords are kept as scrypt hashes (RFC 7914) with their parameters and salt.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/**
 * OWASP's password storage cheat sheet names N=2^14, r=8, p=5 as one of its equivalent minima: 16 MiB of memory.
 * Production refuses N·r·p over 2^20.
 */
export const PARAMETERS = { N: 2 ** 14, r: 8, p: 5 } as const
const KEY_BYTES = 32

/** 'scrypt$16384$8$5$<salt>$<key>', both in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, PARAMETERS)
  const { N, r, p } = PARAMETERS
  return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** Takes the same time whether there is such a person or not: without a hash a made-up one is tried. */
export async function passwordMatches(password: string, stored: string | undefined): Promise<boolean> {
  const [, N, r, p, salt, key] = (stored ?? NOBODY).split('$')
  const parameters = { N: Number(N), r: Number(r), p: Number(p) }
  const wanted = Buffer.from(key ?? '', 'base64url')
  const got = await derive(password, Buffer.from(salt ?? '', 'base64url'), parameters)
  return got.length === wanted.length && timingSafeEqual(got, wanted) && stored !== undefined
}

const NOBODY = `scrypt$${PARAMETERS.N}$${PARAMETERS.r}$${PARAMETERS.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`

function derive(
  password: string,
  salt: Buffer,
  parameters: { N: number; r: number; p: number },
): Promise<Buffer> {
  const text = password.normalize('NFKC')
  return new Promise((resolve, reject) => {
    scrypt(text, salt, KEY_BYTES, parameters, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
