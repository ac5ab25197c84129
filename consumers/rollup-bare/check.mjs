/** No plugin but the one that finds packages: none for CommonJS, none for JSON. */
import assert from 'node:assert/strict'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import { rollup } from 'rollup'

const warnings = []
const bundle = await rollup({
  input: 'app.mjs',
  plugins: [nodeResolve({ browser: true })],
  onwarn: ({ message }) => warnings.push(message),
})
const { output } = await bundle.generate({ format: 'es' })
assert.deepEqual(warnings, [])
const modules = output.flatMap(({ moduleIds = [] }) => moduleIds)
assert.ok(modules.length > 10)
assert.deepEqual(
  modules.filter((id) => /@aws-sdk|@smithy/.test(id)),
  [],
)
assert.deepEqual(
  [...new Set(output.flatMap(({ imports = [] }) => imports))].filter((id) => !id.endsWith('.js')),
  [],
)
