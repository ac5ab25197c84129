import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from '../paths.mjs'

/**
 * Imports a module that imports TypeScript, which not every supported Node can read.
 *
 * @param {string} name of a file beside this one
 */
export async function bundleSources(name) {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'scripts/lib/docs', name)],
    bundle: true,
    format: 'esm',
    conditions: ['authchart-source'],
    write: false,
    logLevel: 'error',
  })
  const code = Buffer.from(outputFiles[0].contents).toString('base64')
  return import(`data:text/javascript;base64,${code}`)
}
