// Keys that are mailed: random, used once, kept only as a hash.

const HOUR = 3_600_000
export const LIFETIME = { confirm: 48 * HOUR, reset: HOUR }

/** 256 random bits in base64url. */
export function newKey(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')
}

/** SHA-256 in hexadecimal. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Buffer.from(digest).toString('hex')
}
