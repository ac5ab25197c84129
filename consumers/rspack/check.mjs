import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { rspack } from '@rspack/core'

const parser = { syntax: 'ecmascript', jsx: true }
const transform = { react: { runtime: 'automatic' } }
const compiler = rspack({
  mode: 'production',
  entry: './main.jsx',
  output: { path: resolve('dist'), filename: 'main.js' },
  performance: { hints: false },
  module: {
    rules: [
      { test: /\.jsx$/, loader: 'builtin:swc-loader', options: { jsc: { parser, transform } } },
    ],
  },
  plugins: [new rspack.HtmlRspackPlugin({ template: 'index.html' })],
})
const stats = await new Promise((done, fail) =>
  compiler.run((error, result) => (error ? fail(error) : done(result))),
)
const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true })
assert.deepEqual(
  [...errors, ...warnings].map(({ message }) => message),
  [],
)
// The inspector is for development: a production build has nothing of it.
assert.doesNotMatch(readFileSync('dist/main.js', 'utf8'), /authchart-inspector|dagre/)
