// Removes all local data: the next start makes everything afresh.
import { rmSync } from 'node:fs'
import { join } from 'node:path'

for (const folder of ['.libsql', '.wrangler'])
  rmSync(join(import.meta.dirname, '..', folder), { recursive: true, force: true })
console.log('The local data is gone. npm start makes the demonstration afresh.')
