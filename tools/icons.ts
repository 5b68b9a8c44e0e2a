// Copies the icons that the pages use out of the Lucide set: `node tools/icons.ts` writes web/parts/icons.gen.ts.
// The names on the left are ours and say what the icon stands for; those on the right are Lucide's.
import { readFile, writeFile } from 'node:fs/promises'

const wanted = {
  phone: 'phone',
  mobile: 'smartphone',
  message: 'message-circle',
  video: 'video',
  tablet: 'tablet',
  speaker: 'speaker',
  post: 'mail',
  visit: 'door-open',
  home: 'house',
  clock: 'clock',
  calendar: 'calendar',
  person: 'user-round',
  people: 'users-round',
  globe: 'globe',
  search: 'search',
  check: 'check',
  x: 'x',
  circle: 'circle',
  plus: 'plus',
  pencil: 'pencil',
  'arrow-left': 'arrow-left',
  'arrow-right': 'arrow-right',
  download: 'download',
  print: 'printer',
  info: 'info',
  tip: 'lightbulb',
  warning: 'triangle-alert',
  evidence: 'microscope',
  contacts: 'life-buoy',
  quote: 'quote',
  story: 'book-open',
  task: 'clipboard-list',
  certificate: 'award',
  lock: 'lock',
  open: 'lock-open',
  eye: 'eye',
  'eye-off': 'eye-off',
  menu: 'menu',
  external: 'external-link',
} as const

/** The drawing of an icon without its colours: those are said once, on the <svg>. */
function plain(body: string): string {
  return body.replaceAll(/ (fill="none"|stroke="currentColor"|stroke-(linecap|linejoin|width)="[^"]*")/g, '')
}

const set = new URL('../node_modules/@iconify-json/lucide/icons.json', import.meta.url)
const file: unknown = JSON.parse(await readFile(set, 'utf8'))
const { icons } = file as { icons: Record<string, { body: string } | undefined> } // the shape of an Iconify set

const lines = Object.entries(wanted).map(([name, theirs]) => {
  const icon = icons[theirs]
  if (!icon) throw new Error(`Lucide has no icon "${theirs}"`)
  return `  '${name}': '${plain(icon.body)}',`
})

await writeFile(
  new URL('../web/parts/icons.gen.ts', import.meta.url),
  `// Made by tools/icons.ts. Icons: Lucide (lucide.dev), ISC License, Copyright (c) Lucide Contributors;
// some of them from Feather, MIT License, Copyright (c) Cole Bemis. Each is drawn on 24 by 24.
export const icons = {
${lines.join('\n')}
} as const
`,
)
