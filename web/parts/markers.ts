// Solid marks the places that may change by comments. Only islands ever change: elsewhere they are weight.

const OPEN = '<!--$-->'
const CLOSE = '<!--/-->'
// Control characters, which no text of ours holds.
const HIDDEN_OPEN = '\u0001'
const HIDDEN_CLOSE = '\u0002'

/** Puts the markers of an island out of the way of `strip`. */
export const hide = (html: string) => html.replaceAll(OPEN, HIDDEN_OPEN).replaceAll(CLOSE, HIDDEN_CLOSE)

/** The HTML without markers, but for the hidden ones. */
export const strip = (html: string) => html.replaceAll(OPEN, '').replaceAll(CLOSE, '')

/** The hidden markers in their places again. */
export const show = (html: string) => html.replaceAll(HIDDEN_OPEN, OPEN).replaceAll(HIDDEN_CLOSE, CLOSE)
