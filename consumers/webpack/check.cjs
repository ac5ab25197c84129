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
    // Advice on the chunks of an app: on their sizes, which a page of React always exceeds, and on its own settings.
    performance: { hints: false },
  },
  (error, stats) => {
    assert.ifError(error)
    const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true })
    assert.deepEqual(
      [...errors, ...warnings].map(({ message }) => message),
      [],
    )
    copyFileSync('index.html', 'dist/index.html')
  },
)
