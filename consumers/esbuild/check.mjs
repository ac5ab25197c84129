import assert from 'node:assert/strict'
import { copyFileSync } from 'node:fs'
import { build } from 'esbuild'

const { warnings } = await build({
  entryPoints: ['main.js'],
  bundle: true,
  splitting: true,
  format: 'esm',
  minify: true,
  target: 'es2022',
  outdir: 'dist',
  logLevel: 'silent',
})
assert.deepEqual(warnings, [])
copyFileSync('index.html', 'dist/index.html')
