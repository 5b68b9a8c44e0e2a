// Installs the packages of the lock file when they are not there yet. Plain JavaScript: it runs on any Node from 20 on.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const MARK = 'node_modules/.installed'
const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')

if (!existsSync(MARK) || readFileSync(MARK, 'utf8') !== lock) {
  console.log('Installing the packages (about a minute) …')
  // A package that wants a newer Node gets it: the lock file brings one, and npm's scripts find it first.
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  writeFileSync(MARK, lock)
}
