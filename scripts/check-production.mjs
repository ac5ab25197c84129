/**
 * Builds both examples for production and prints what a user downloads, and how much of it is the
 * inspector: nothing. `--json` for machines; exits with 1 where a byte of it is found.
 */
import { join } from 'node:path'
import { argv, exit, stdout } from 'node:process'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { root } from './lib/paths.mjs'

/** Texts that only the inspector has: they reveal it also in chunks that no longer name their modules. */
const marks = ['authchart-inspector', 'authchart-trace']

/** @param {string} app */
async function measure(app) {
  const folder = join(root, 'examples', app)
  const built = await build({
    root: folder,
    configFile: join(folder, 'vite.config.ts'),
    mode: 'production',
    logLevel: 'silent',
    build: { write: false },
  })
  const files = [built].flat().flatMap(({ output }) => output)
  const texts = files.map((file) => Buffer.from(file.type === 'chunk' ? file.code : file.source))
  const sum = (sizes) => sizes.reduce((total, size) => total + size, 0)
  const modules = files.flatMap((file) => Object.entries(file.modules ?? {}))
  const found = modules.filter(([id]) => id.includes('/packages/devtools/'))
  const marked = texts.filter((text) => marks.some((mark) => text.includes(mark)))
  return {
    bytes: sum(texts.map(({ length }) => length)),
    gzip: sum(texts.map((text) => gzipSync(text, { level: 9 }).length)),
    devtoolsBytes:
      sum(found.map(([, { renderedLength }]) => renderedLength)) ||
      sum(marked.map(({ length }) => length)),
  }
}

const sizes = { react: await measure('react'), vue: await measure('vue') }
if (argv.includes('--json')) stdout.write(`${JSON.stringify(sizes)}\n`)
else {
  for (const [app, { bytes, gzip, devtoolsBytes }] of Object.entries(sizes)) {
    stdout.write(`${app}: ${bytes} bytes, ${gzip} gzipped, ${devtoolsBytes} of the inspector\n`)
  }
}
if (sizes.react.devtoolsBytes + sizes.vue.devtoolsBytes > 0) exit(1)
