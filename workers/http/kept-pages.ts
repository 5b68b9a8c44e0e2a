// Public pages ready to be sent: as bytes, open at the places where the nonce of each answer goes. A page is kept with
// the nonce it was made with, which nobody could know beforehand: no text that got into it can stand in such a place.
import type { Shelf } from '#domain/works/index.ts'

interface Kept {
  nonce: string
  html: string
}

const ready = new Map<string, Uint8Array[]>()
const PLACES = 200
type Bytes = Uint8Array<ArrayBuffer>
const encoder = new TextEncoder()

/** The page kept under this key, with this nonce; undefined when it is not kept. */
export async function keptPage(pages: Shelf, key: string, nonce: string): Promise<Bytes | undefined> {
  const known = ready.get(key)
  if (known) return joined(known, nonce)
  const kept = await pages.get<Kept>(key)
  return kept && joined(prepare(key, kept), nonce)
}

export function keepPage(pages: Shelf, key: string, kept: Kept): Bytes {
  pages.put(key, kept)
  return joined(prepare(key, kept), kept.nonce)
}

function prepare(key: string, { nonce, html }: Kept): Uint8Array[] {
  const pieces = html.split(nonce).map((piece) => encoder.encode(piece))
  const [oldest] = ready.keys()
  if (ready.size >= PLACES && oldest !== undefined) ready.delete(oldest)
  ready.set(key, pieces)
  return pieces
}

function joined(pieces: Uint8Array[], nonce: string): Bytes {
  const between = encoder.encode(nonce)
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0) + between.length * (pieces.length - 1)
  const bytes = new Uint8Array(length)
  let at = 0
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) {
      bytes.set(between, at)
      at += between.length
    }
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}
