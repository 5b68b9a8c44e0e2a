// Pictures, clips, captions and downloads: found beside the text, checked, and served under the hash of their content.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { isLanguage } from './language.ts'
import type { Problem } from './problem.ts'
import { svgFaults } from './svg.ts'
import type { Tree } from './tree.ts'

export interface Asset {
  href: string
  bytes: number
  extension: string
  /** Of a drawing: the room it is drawn in, so that a page keeps its place before it has come. */
  viewBox?: string
}

export type Use = 'picture' | 'clip' | 'captions' | 'download'

const EXTENSIONS: Record<Use, string[]> = {
  picture: ['svg', 'png', 'jpg', 'jpeg', 'webp', 'avif'],
  clip: ['webm', 'mp4'],
  captions: ['vtt'],
  download: [
    'odt',
    'ods',
    'odp',
    'docx',
    'xlsx',
    'pptx',
    'pdf',
    'txt',
    'csv',
    'svg',
    'png',
    'jpg',
    'mp3',
    'ogg',
  ],
}

export interface Assets {
  /** Finds a file in the first of the folders that has it; answers with words about what is wrong. */
  find(name: string, use: Use, folders: string[]): Asset | string
  served(): { href: string; path: string }[]
}

export function openAssets(tree: Tree, problems: Problem[]): Assets {
  const known = new Map<string, Asset>()
  const served = new Map<string, string>()
  return {
    find(name, use, folders) {
      const fault = nameFault(name, use)
      if (fault) return fault
      const path = folders.map((folder) => `${folder}/${name}`).find((candidate) => tree.has(candidate))
      if (!path) return `The file ${name} is missing: put it in ${homeIn(folders)}/ or correct its name.`
      const asset = known.get(path) ?? load(tree, path, problems)
      if (!asset) return `The file ${name} cannot be used: see the problem with the file itself.`
      known.set(path, asset)
      served.set(asset.href, path)
      return asset
    },
    served: () =>
      [...served]
        .map(([href, path]) => ({ href, path: join(tree.root, path) }))
        .sort((a, b) => (a.href < b.href ? -1 : 1)),
  }
}

// The folder of a language is only for what stands instead of the common file.
function homeIn(folders: string[]) {
  return folders.find((folder) => !isLanguage(folder.split('/').at(-1) ?? '')) ?? folders[0]
}

function nameFault(name: string, use: Use): string | undefined {
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(name)) {
    return `\`${name}\` is not the name of a file beside this text: use lower-case letters, digits and dashes, no folder.`
  }
  const extension = extensionOf(name)
  if (EXTENSIONS[use].includes(extension)) return undefined
  return `\`${name}\` cannot be a ${use}: it must end in one of .${EXTENSIONS[use].join(', .')}.`
}

function extensionOf(name: string) {
  return name.split('.').at(-1) ?? ''
}

function load(tree: Tree, path: string, problems: Problem[]): Asset | undefined {
  const extension = extensionOf(path)
  const bytes = tree.bytes(path)
  if (!bytes) return undefined
  if (bytes.length === 0) {
    problems.push({ file: path, line: 1, message: 'This file is empty: put the real one here.' })
    return undefined
  }
  const drawing = extension === 'svg' ? (tree.text(path) ?? '') : ''
  for (const fault of drawing ? svgFaults(drawing) : []) problems.push({ file: path, ...fault })
  const viewBox = /<svg\b[^>]*\sviewBox="([^"]+)"/.exec(drawing)?.[1]
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  const name = path.split('/').at(-1)
  return { href: `/content/${hash}/${name}`, bytes: bytes.length, extension, ...(viewBox && { viewBox }) }
}
