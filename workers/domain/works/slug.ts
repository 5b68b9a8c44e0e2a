/** Words as a name in an address: "Qué hacer" → "que-hacer"; "section" when no letter of ours is left. */
export function slugOf(words: string): string {
  const plain = words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const letters = plain.replace(/æ/g, 'ae').replace(/ø/g, 'o').replace(/ß/g, 'ss')
  const slug = letters.replace(/[^a-z0-9]+/g, '-').slice(0, 60)
  return slug.replace(/^-+|-+$/g, '') || 'section'
}
