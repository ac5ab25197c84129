/** Without plug-ins and loaders. A warning about the packages fails. */
const assert = require('node:assert/strict')
const { copyFileSync } = require('node:fs')
const { resolve } = require('node:path')
const webpack = require('webpack')

webpack(
  {
    mode: 'production',
    entry: './main.js',
    output: { path: resolve('dist'), filename: 'main.js' },
  },
  (error, stats) => {
    assert.ifError(error)
    const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true })
    const messages = [...errors, ...warnings].map(({ message }) => message)
    assert.deepEqual(
      // Webpack's advice on sizes, which a page of React has always.
      messages.filter((message) => !/size limit|import\(\) or require\.ensure/.test(message)),
      [],
    )
    copyFileSync('index.html', 'dist/index.html')
  },
)
