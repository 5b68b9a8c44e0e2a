import fc from 'fast-check'

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

/** Colours that a partner may well choose and that are hard to read on paper, at night, or anywhere. */
export const hardColours = [
  '#000000',
  '#ffffff',
  '#e7ff00',
  '#808080',
  '#777777',
  '#faf6ee',
  '#23201c',
  '#ffff00',
  '#00ffff',
  '#0000ff',
  '#ff0000',
  '#ff6600',
]

export const anyColour = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...hardColours) },
  { weight: 3, arbitrary: hex },
)
