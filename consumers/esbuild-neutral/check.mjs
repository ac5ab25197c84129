import assert from 'node:assert/strict'
import { build } from 'esbuild'

const { metafile, warnings } = await build({
  entryPoints: ['app.mjs'],
  bundle: true,
  platform: 'neutral',
  format: 'esm',
  splitting: true,
  outdir: 'out',
  write: false,
  metafile: true,
  external: ['react', 'vue'],
  logLevel: 'silent',
})
assert.deepEqual(warnings, [])
const inputs = Object.keys(metafile.inputs)
assert.deepEqual(
  inputs.filter((path) => /@aws-sdk|@smithy|playwright/.test(path)),
  [],
)
const externals = Object.values(metafile.outputs).flatMap(({ imports }) =>
  imports.filter(({ external }) => external).map(({ path }) => path),
)
assert.deepEqual([...new Set(externals)].sort(), ['react', 'vue'])
