import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import solid from 'vite-plugin-solid'

const MANIFEST = 'dist/client/.vite/manifest.json'

/** Gives the Worker the hashed names of what the client build wrote. */
export function clientAssets(): Plugin {
  const id = 'virtual:client-assets'
  return {
    name: 'client-assets',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load(resolved) {
      if (resolved !== `\0${id}`) return undefined
      this.addWatchFile(resolve(MANIFEST))
      const files = existsSync(MANIFEST) ? JSON.parse(readFileSync(MANIFEST, 'utf8')) : {}
      const entry = files['web/hydrate.ts'] ?? { css: [] }
      const font = (entry.assets ?? []).find(
        (file: string) => /latin-wght-normal/.test(file) && !/latin-ext/.test(file),
      )
      const path = (file: string | undefined) => (file ? `/${file}` : '')
      return `export default ${JSON.stringify({ style: path(entry.css?.[0]), script: path(entry.file), font: path(font) })}`
    },
  }
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [solid({ ssr: true }), clientAssets()],
  // workerd has no address of its own modules; nothing reads this but libraries made for Node.
  define: isSsrBuild ? { 'import.meta.url': '"file:///worker.js"' } : {},
  publicDir: isSsrBuild ? false : 'web/public',
  build: isSsrBuild ? workerBuild : clientBuild,
  ssr: {
    target: 'node' as const,
    noExternal: true as const,
    resolve: { conditions: ['solid', 'workerd', 'worker', 'node', 'module', 'import', 'default'] },
  },
}))

const clientBuild = {
  outDir: 'dist/client',
  manifest: true,
  // Parts of the Worker are never in the client; fonts stay files so that they are cached by themselves.
  assetsInlineLimit: 0,
  rolldownOptions: { input: 'web/hydrate.ts', checks: { pluginTimings: false } },
}

const workerBuild = {
  outDir: 'dist/worker',
  target: 'esnext',
  rolldownOptions: {
    checks: { pluginTimings: false },
    external: [/^node:/, /^cloudflare:/],
    output: { format: 'es' as const, entryFileNames: 'index.js' },
  },
}
