// Ids carry their kind, in the type and in the text: organisation_0199… sorts by the time it was made.

export type Kind = 'organisation' | 'operator' | 'person' | 'event'

declare const kind: unique symbol
export type Id<K extends Kind> = string & { readonly [kind]: K }

/** A new id: the kind, then a UUIDv7 (RFC 9562: 48 bits of epoch milliseconds, then random) without dashes. */
export function newId<K extends Kind>(of: K, now: number): Id<K> {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 256 ** (5 - i)) % 256
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${of}_${hex}` as Id<K> // the one place where an id is made
}

/** The id itself if the text has the form of one of this kind; for what comes from outside (queues, forms, flags). */
export function parseId<K extends Kind>(of: K, text: string): Id<K> | undefined {
  return new RegExp(`^${of}_[0-9a-f]{32}$`).test(text) ? (text as Id<K>) : undefined // checked on this line
}
