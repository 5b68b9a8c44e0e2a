/** How an organisation looks: two colours, '#rrggbb', anything it chose (black, white, neon yellow), and its mark. */
export interface Brand {
  primary: string
  secondary: string
  mark?: Mark
}

/** Marks that can be drawn from a name alone; without a choice it is the letters. */
export const marks = ['letters', 'window', 'quilt', 'circle'] as const
export type Mark = (typeof marks)[number]

/** The colours of a page that belongs to no partner, and of a partner whose own cannot be read. */
export const house: Brand = { primary: '#8a3b24', secondary: '#2f5d62' }
