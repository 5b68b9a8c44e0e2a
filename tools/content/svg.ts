// A drawing may only draw: what could run, load or lead elsewhere is refused.

const RULES: [RegExp, string][] = [
  [/<(?:[\w-]+:)?script\b/i, 'A drawing must not hold a script: delete it.'],
  [
    /<(?:[\w-]+:)?foreignObject\b/i,
    'A drawing must not hold foreignObject: draw it with SVG shapes and text.',
  ],
  [
    /<(?:[\w-]+:)?(?:iframe|object|embed|audio|video|handler)\b/i,
    'A drawing must not hold other media: delete them.',
  ],
  [/[\s"'/]on[a-z]+\s*=/i, 'A drawing must not react to events (on…=): delete the attribute.'],
  [
    /attributeName\s*=\s*["']?\s*(?:on|xlink:href|href)/i,
    'A drawing must not animate links or events: delete it.',
  ],
  [/<!(?:DOCTYPE|ENTITY)/i, 'A drawing must not have a DOCTYPE or entities: delete the line.'],
  [/<\?xml-stylesheet/i, 'A drawing must not load a style sheet: delete the line.'],
  [/@import/i, 'A drawing must not import styles: delete the line.'],
  [
    /\b(?:xlink:)?href\s*=\s*(?:"(?!#)|'(?!#)|(?=[^"'\s]))/i,
    'A drawing may only refer to itself (href="#…"): put the thing into the file.',
  ],
  [/\bsrc\s*=/i, 'A drawing must not load a file (src=): put the thing into the file.'],
  [
    /url\(\s*["']?\s*(?!["'#\s])/i,
    'A drawing may only refer to itself (url(#…)): put the thing into the file.',
  ],
  [/(?:java|vb)script:/i, 'A drawing must not hold a script: delete it.'],
]

export function svgFaults(text: string): { line: number; message: string }[] {
  const faults: { line: number; message: string }[] = []
  if (!/<svg[\s>]/.test(text))
    faults.push({ line: 1, message: 'This is not an SVG drawing: it has no <svg> element.' })
  for (const [pattern, message] of RULES) {
    const index = text.search(pattern)
    if (index >= 0) faults.push({ line: text.slice(0, index + 1).split('\n').length, message })
  }
  return faults
}
