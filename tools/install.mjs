// Installs the packages of the lock file when they are not there yet, then runs the command it is given:
//   node tools/install.mjs node tools/start.ts
// Plain JavaScript: it runs on any Node from 20 on. The command gets the Node that the lock file brings.
import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, resolve } from 'node:path'

const MARK = 'node_modules/.installed'
const shell = process.platform === 'win32'
const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')

if (!existsSync(MARK) || readFileSync(MARK, 'utf8') !== lock) {
  console.log('Installing the packages (a minute or two) …')
  // Not `npm ci`: it stops when a registry does not offer the optional packages of every other platform.
  const options = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error']
  execFileSync('npm', ['install', ...options], { stdio: 'inherit', shell })
  writeFileSync(MARK, lock)
}

const [command, ...args] = process.argv.slice(2)
if (command) {
  const path = [resolve('node_modules/.bin'), process.env.PATH].join(delimiter)
  const child = spawn(command, args, { stdio: 'inherit', shell, env: { ...process.env, PATH: path } })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 130 : 1)))
}
