// Wrangler, with the settings of one deployment.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SECRETS, type Settings, VARIABLES } from './settings.ts'
import { Stop } from './stop.ts'

const WRANGLER = join(import.meta.dirname, '../../node_modules/wrangler/bin/wrangler.js')
/** Stands in wrangler.toml for the platform's own domain. */
const PLACE = 'social-connections.example'

/** The configuration with the platform's domain in it; refused when its routes lead elsewhere. */
export function configure(toml: string, origin: string): string {
  const { host } = new URL(origin)
  const written = toml.replaceAll(PLACE, host)
  const missing = [`${host}/*`, `*.${host}/*`].filter(
    (pattern) => !written.includes(`pattern = "${pattern}"`),
  )
  if (missing.length === 0) return written
  throw new Stop(
    `wrangler.toml has no route for ${missing.join(' and ')}. Write it under [env.production], or correct PLATFORM_ORIGIN.`,
  )
}

/** Writes down what one deployment gives to wrangler; the secrets readable by nobody else, and gone with the folder. */
export function equip(folder: string, settings: Settings) {
  const config = join(folder, 'wrangler.toml')
  writeFileSync(config, configure(readFileSync(config, 'utf8'), settings.PLATFORM_ORIGIN))
  const secrets = Object.fromEntries(SECRETS.map((name) => [name, settings[name]]))
  writeFileSync(join(folder, 'secrets.json'), JSON.stringify(secrets), { mode: 0o600 })
}

/** Secrets go with the version that needs them, so that no version ever runs without, or with those of another. */
export function deployArguments(settings: Settings, build: string): string[] {
  const values = { ...Object.fromEntries(VARIABLES.map((name) => [name, settings[name]])), BUILD: build }
  return [
    'deploy',
    '--env=production',
    '--config=wrangler.toml',
    '--secrets-file=secrets.json',
    `--tag=${build}`,
    `--message=Commit ${build}`,
    ...Object.entries(values).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
  ]
}

/** Runs wrangler in the product's folder. `quiet`: its words are shown only when it fails. */
export function wrangler(folder: string, words: string[], { quiet = false } = {}) {
  const ran = spawnSync(process.execPath, [WRANGLER, ...words], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    env: { ...process.env, CI: '1', WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true' },
  })
  if (ran.status === 0) return
  if (quiet) console.error(`${ran.stdout}${ran.stderr}`)
  throw new Stop(
    'Wrangler could not send the Worker, see above. The Worker that is in service stays in service.',
  )
}
