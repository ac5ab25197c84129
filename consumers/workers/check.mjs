/** In Cloudflare's own runtime, on an old and on a new date of compatibility. */
import assert from 'node:assert/strict'
import { createSandbox } from '@authchart/sandbox'
import { build } from 'esbuild'
import { Miniflare } from 'miniflare'

const { outputFiles } = await build({
  entryPoints: ['worker.mjs'],
  bundle: true,
  format: 'esm',
  target: 'es2022',
  conditions: ['workerd', 'worker', 'browser'],
  mainFields: ['module', 'main'],
  write: false,
})
const sandbox = createSandbox()
const { config, close } = await sandbox.listen(0)
for (const compatibilityDate of ['2023-08-01', '2025-09-01']) {
  const miniflare = new Miniflare({
    modules: true,
    script: outputFiles[0].text,
    compatibilityDate,
    bindings: { AUTH_CONFIG: JSON.stringify(config) },
  })
  const username = `ada.${compatibilityDate}@example.com`
  const body = JSON.stringify({ username, password: 'Correct-horse-7' })
  const answer = await miniflare.dispatchFetch('http://localhost/', { method: 'POST', body })
  assert.deepEqual(await answer.json(), { route: 'confirmSignUp' })
  await miniflare.dispose()
}
await close()
process.exit(0)
