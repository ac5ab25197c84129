/** In Cloudflare's own runtime, on an old and on a new date of compatibility. */
import assert from 'node:assert/strict'
import { env } from 'node:process'
import { build } from 'esbuild'
import { Miniflare } from 'miniflare'

const { outputFiles } = await build({
  entryPoints: ['worker.mjs'],
  bundle: true,
  format: 'esm',
  target: 'es2022',
  conditions: ['workerd', 'worker', 'browser'],
  mainFields: ['module', 'main'],
  // As wrangler does: chunks are other modules of the worker.
  splitting: true,
  outdir: 'dist',
  write: false,
})
const modules = outputFiles.map(({ path, text }) => ({
  type: 'ESModule',
  path: path.slice(path.lastIndexOf('/dist/') + 6),
  contents: text,
}))
// Its first module is the worker.
modules.sort((one, other) => Number(other.path === 'worker.js') - Number(one.path === 'worker.js'))
for (const compatibilityDate of ['2023-08-01', '2025-09-01']) {
  const miniflare = new Miniflare({
    modules,
    compatibilityDate,
    bindings: { AUTH_CONFIG: env.AUTH_CONFIG },
  })
  const body = JSON.stringify({ username: env.AUTH_USERNAME, password: env.AUTH_PASSWORD })
  const answer = await miniflare.dispatchFetch('http://localhost/', { method: 'POST', body })
  assert.deepEqual(await answer.json(), { route: 'signedIn', email: env.AUTH_USERNAME })
  assert.match(answer.headers.get('set-cookie'), /accessToken=/)
  await miniflare.dispose()
}
process.exit(0)
