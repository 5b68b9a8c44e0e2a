// The files under the content root: each is read at most once, and those that nobody asked for are known at the end.
import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from './problem.ts'

const LARGEST_FILE = 1_000_000
// A static file of the platform may have 25 MiB.
const LARGEST_CLIP = 25_000_000
const CLIPS = /\.(webm|mp4)$/
// Everything below a space but tab, line feed and carriage return; and the mark of a lost character.
const CONTROLS = /(?![\t\n\r])[\p{Cc}\ufffd]/u

export interface Tree {
  root: string
  has(path: string): boolean
  /** Names of the folders directly in a folder. */
  folders(path: string): string[]
  /** Names of the files directly in a folder. */
  files(path: string): string[]
  /** A text without its byte order mark; undefined (and a problem) when it cannot be read. */
  text(path: string): string | undefined
  bytes(path: string): Uint8Array | undefined
  /** Does not ask what the files of this folder are for, e.g. because the list that names them is broken. */
  excuse(folder: string): void
  unused(): string[]
}

export function openTree(root: string, folders: string[], problems: Problem[]): Tree {
  const sizes = new Map<string, number>()
  const used = new Set<string>()
  const excused: string[] = []
  const tell = (file: string, message: string, line = 1) => problems.push({ file, line, message })
  for (const folder of folders) list(root, folder, sizes, tell)

  const bytes = (path: string) => {
    used.add(path)
    const limit = CLIPS.test(path) ? LARGEST_CLIP : LARGEST_FILE
    if ((sizes.get(path) ?? 0) > limit) {
      tell(path, `This file is larger than ${limit / 1_000_000} MB: make it smaller or split it.`)
      return undefined
    }
    try {
      return new Uint8Array(readFileSync(join(root, path)))
    } catch {
      tell(path, 'This file cannot be read: is it there, and may you open it?')
      return undefined
    }
  }
  return {
    root,
    bytes,
    has: (path) => sizes.has(path),
    folders: (path) => namesIn(sizes.keys(), path, true),
    files: (path) => namesIn(sizes.keys(), path, false),
    text: (path) => {
      const read = bytes(path)
      return read && decode(read, (line, message) => tell(path, message, line))
    },
    excuse: (folder) => excused.push(`${folder}/`),
    unused: () =>
      [...sizes.keys()].filter(
        (path) => !used.has(path) && !excused.some((folder) => path.startsWith(folder)),
      ),
  }
}

function list(
  root: string,
  folder: string,
  sizes: Map<string, number>,
  tell: (file: string, m: string) => void,
) {
  let entries: Dirent[] = []
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true })
  } catch {
    return
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${folder}/${entry.name}`
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory()) list(root, path, sizes, tell)
    else if (entry.isFile()) sizes.set(path, statSync(join(root, path), { throwIfNoEntry: false })?.size ?? 0)
    else tell(path, 'This is neither a file nor a folder: put a real file here.')
  }
}

function namesIn(paths: Iterable<string>, folder: string, folders: boolean): string[] {
  const names = new Set<string>()
  for (const path of paths) {
    if (!path.startsWith(`${folder}/`)) continue
    const [name = '', ...rest] = path.slice(folder.length + 1).split('/')
    if (rest.length > 0 === folders) names.add(name)
  }
  return [...names]
}

function decode(bytes: Uint8Array, report: (line: number, message: string) => void): string | undefined {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    report(firstBadLine(bytes), 'A character here is not valid UTF-8: save the file as UTF-8.')
    return undefined
  }
  if (text.trim() === '') {
    report(1, 'This file is empty: write it or delete it.')
    return undefined
  }
  const control = text.search(CONTROLS)
  if (control >= 0) {
    report(
      text.slice(0, control).split('\n').length,
      'An invisible or broken character stands here: delete it.',
    )
  }
  return text
}

// No byte of a longer UTF-8 sequence is a line feed, so each line can be judged alone.
function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  let start = 0
  while (start < bytes.length) {
    const end = bytes.indexOf(10, start)
    try {
      decoder.decode(bytes.subarray(start, end < 0 ? bytes.length : end))
    } catch {
      return line
    }
    if (end < 0) break
    start = end + 1
    line += 1
  }
  return line
}
