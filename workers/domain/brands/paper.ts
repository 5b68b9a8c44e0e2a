// The product's own colours, the same for every partner: paper, ink, and what says yes, careful and no.
// web/styles/tokens.css repeats them for pages without a theme; a test holds the two together.

export type Scheme = 'light' | 'dark'

const light = {
  paper: '#faf6ee',
  raised: '#fffdf9',
  sunk: '#f2ecdf',
  ink: '#221d17',
  'ink-soft': '#5a5145',
  line: '#ddd3c2',
  control: '#7f7466',
  ok: '#2b6140',
  'ok-soft': '#e3eddd',
  warn: '#7d4c00',
  'warn-soft': '#f8e8c8',
  error: '#a32a1e',
  'error-soft': '#f9e2da',
  stamp: '#44497f',
}

export type PaperToken = keyof typeof light

const dark: Record<PaperToken, string> = {
  paper: '#23201c',
  raised: '#2d2924',
  sunk: '#1b1815',
  ink: '#ede6da',
  'ink-soft': '#bfb5a6',
  line: '#474038',
  control: '#978c7d',
  ok: '#a3d0a8',
  'ok-soft': '#2b3a2c',
  warn: '#ecc277',
  'warn-soft': '#43351c',
  error: '#f5aa98',
  'error-soft': '#4a2a24',
  stamp: '#b4b9ec',
}

export const paper: Record<Scheme, Record<PaperToken, string>> = { light, dark }

/** Text on a band or a button is one of these two, whichever asks less of the partner's colour. */
export const white = '#ffffff'
export const ink = '#1a1612'
