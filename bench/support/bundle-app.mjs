import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { oneCopyFor } from './one-copy.mjs'

const folder = fileURLToPath(new URL('..', import.meta.url))

/**
 * Builds an app of `bench/apps` for production: development builds render more often.
 *
 * @param {string} entry below `bench/apps`, `first-screen/react-amplify.tsx`
 * @returns {Promise<Map<string, string>>} the text of each file by its name; the entry is `app.js`, its styles `app.css`
 */
export async function bundleApp(entry) {
  const code = readFileSync(`${folder}apps/${entry}`, 'utf8')
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: { app: `apps/${entry}` },
    bundle: true,
    splitting: true,
    format: 'esm',
    jsx: 'automatic',
    target: 'es2022',
    minify: true,
    write: false,
    outdir: 'out',
    alias: oneCopyFor(code),
    define: {
      global: 'globalThis',
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
  })
  return new Map(outputFiles.map(({ path, text }) => [basename(path), text]))
}
