// The address of a part: equal content has an equal hash, whatever the order in which its keys were written.

/** JSON with the keys of every object sorted; absent and undefined keys are the same thing. */
export function canonicalJson(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner: unknown) => (isPlainObject(inner) ? sorted(inner) : inner)) ?? 'null'
  )
}

/** Lower-case hex SHA-256 of the canonical JSON. WebCrypto, so that the Worker and the compiler agree. */
export async function hashOf(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(value))
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

// By code unit, not by locale: the order must be the same on every machine.
function sorted(value: Record<string, unknown>) {
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return Object.fromEntries(entries)
}
