// Colours as a partner writes them (#rrggbb) and as an eye sees them (OKLCH), and how far two of them are apart.

/** Lightness 0–1, chroma 0–0.4, hue in degrees. */
export interface Oklch {
  l: number
  c: number
  h: number
}

/** '#rrggbb' in lower case, or nothing when the text is no colour: what a partner typed never reaches CSS unread. */
export function parseColour(text: string): string | undefined {
  const digits = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text.trim())?.[1]?.toLowerCase()
  if (!digits) return undefined
  return digits.length === 6 ? `#${digits}` : `#${[...digits].map((digit) => digit + digit).join('')}`
}

/**
 * Contrast ratio of two '#rrggbb' colours, 1 to 21, in either order.
 * Formula: WCAG 2.2, "contrast ratio" and "relative luminance" (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
 */
export function contrast(a: string, b: string): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

/** Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it. */
export function luminance(colour: string): number {
  const [r, g, b] = linear(colour)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Matrices: Björn Ottosson, "A perceptual color space for image processing", 2020 (public domain). */
export function toOklch(colour: string): Oklch {
  const [r, g, b] = linear(colour)
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const medium = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const l = 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short
  const redGreen = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short
  const blueYellow = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short
  const h = ((Math.atan2(blueYellow, redGreen) * 180) / Math.PI + 360) % 360
  return { l, c: Math.hypot(redGreen, blueYellow), h }
}

/** The nearest colour a screen can show: lightness and hue are kept, chroma gives way. */
export function fromOklch(wanted: Oklch): string {
  const l = Math.min(1, Math.max(0, wanted.l))
  let [low, high] = [0, wanted.c]
  if (onScreen(rgb({ ...wanted, l }))) low = high
  for (let round = 0; round < 14 && low < high; round += 1) {
    const c = (low + high) / 2
    if (onScreen(rgb({ l, c, h: wanted.h }))) low = c
    else high = c
  }
  return hex(rgb({ l, c: low, h: wanted.h }))
}

type Triple = [number, number, number]

function rgb({ l, c, h }: Oklch): Triple {
  const angle = (h * Math.PI) / 180
  const [redGreen, blueYellow] = [c * Math.cos(angle), c * Math.sin(angle)]
  const long = (l + 0.3963377774 * redGreen + 0.2158037573 * blueYellow) ** 3
  const medium = (l - 0.1055613458 * redGreen - 0.0638541728 * blueYellow) ** 3
  const short = (l - 0.0894841775 * redGreen - 1.291485548 * blueYellow) ** 3
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ]
}

function onScreen(channels: Triple): boolean {
  return channels.every((channel) => channel >= -0.0005 && channel <= 1.0005)
}

function linear(colour: string): Triple {
  const channel = (start: number) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

function hex(channels: Triple): string {
  const digits = channels.map((channel) => {
    const bound = Math.min(1, Math.max(0, channel))
    const value = bound <= 0.0031308 ? bound * 12.92 : 1.055 * bound ** (1 / 2.4) - 0.055
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${digits.join('')}`
}
