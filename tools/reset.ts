// Removes the local data: the next start makes everything afresh. With DATA_DIR only what was made there.
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const elsewhere = process.env['DATA_DIR']
const folders = elsewhere
  ? ['databases', 'worker', 'server.json', 'worker.env'].map((made) => resolve(elsewhere, made))
  : [join(ROOT, '.libsql'), join(ROOT, '.wrangler')]

for (const folder of folders) rmSync(folder, { recursive: true, force: true })
console.log('The local data is gone. npm start makes the demonstration afresh.')
