import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { oneCopyFor } from './one-copy.mjs'

const folder = fileURLToPath(new URL('..', import.meta.url))

/**
 * An app as a server has it.
 *
 * @typedef {object} BuiltApp
 * @property {Map<string, string>} files the text of each by its name; the entry is `app.js`, its styles `app.css`
 * @property {string[]} imported what the entry imports at once, by name: Vite's pages preload it
 */

/**
 * Builds an app of `bench/apps` by Vite for production: development builds render more often.
 *
 * @param {string} entry below `bench/apps`, `first-screen/react-amplify.tsx`
 * @returns {Promise<BuiltApp>}
 */
export async function bundleApp(entry) {
  const path = `${folder}apps/${entry}`
  const built = await build({
    root: folder,
    base: './',
    configFile: false,
    logLevel: 'error',
    resolve: { alias: oneCopyFor(readFileSync(path, 'utf8')) },
    define: { global: 'globalThis' },
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: {
        input: { app: path },
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          assetFileNames: '[name][extname]',
        },
      },
    },
  })
  const { output } = /** @type {import('vite').Rolldown.RolldownOutput} */ (built)
  const files = output.map((file) => [
    file.fileName,
    file.type === 'chunk' ? file.code : String(file.source),
  ])
  return { files: new Map(files), imported: importedBy('app.js', output) }
}

/** @param {string} name @param {import('vite').Rolldown.RolldownOutput['output']} output */
function importedBy(name, output) {
  const imported = new Set([name])
  for (const one of imported) {
    const file = output.find(({ fileName }) => fileName === one)
    if (file?.type === 'chunk') for (const next of file.imports) imported.add(next)
  }
  return [...imported].slice(1)
}
