/**
 * How often tokens are decoded: in a sign-in by SRP, and in a refresh that two tabs request at the same
 * time. The machine's own sources run against the sandbox. `--json` for machines.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv, stdout } from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const counted = /platform[\\/]decode-jwt\.ts$/

/** Has every import of `decodeJwt` count its calls in `globalThis.decodes`. */
const countingPlugin = {
  name: 'count-decodes',
  /** @param {import('esbuild').PluginBuild} build */
  setup({ onLoad }) {
    onLoad({ filter: counted }, ({ path, suffix }) => {
      if (suffix === '?real') return undefined
      return {
        contents: `import { decodeJwt as decode } from ${JSON.stringify(`${path}?real`)}
export function decodeJwt(token) {
  globalThis.decodes += 1
  return decode(token)
}`,
        loader: 'js',
        resolveDir: fileURLToPath(new URL('.', import.meta.url)),
      }
    })
  },
}

const directory = mkdtempSync(join(tmpdir(), 'authchart-decodes-'))
try {
  const outfile = join(directory, 'count-decodes.mjs')
  await build({
    entryPoints: [fileURLToPath(new URL('support/count-decodes.ts', import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    conditions: ['authchart-source'],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
    },
    plugins: [countingPlugin],
  })
  const { countDecodes } = await import(pathToFileURL(outfile).href)
  const counts = await countDecodes()
  stdout.write(
    argv.includes('--json')
      ? `${JSON.stringify(counts)}\n`
      : `sign-in by SRP: ${counts.signIn} decodes\nrefresh with two tabs: ${counts.refreshTwoTabs} decodes\n`,
  )
} finally {
  rmSync(directory, { recursive: true })
}
process.exit(0)
