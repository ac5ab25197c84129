import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))
const modules = `${root}../../node_modules/`

/** A module and all that it imports, as one script that can run in any realm. */
export async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['authchart-source', 'import'],
    // As in tsdown.config.ts.
    alias: {
      '@aws-crypto/sha256-js': `${root}node_modules/@aws-crypto/sha256-js/build/module/index.js`,
      '@smithy/util-utf8': `${modules}@smithy/util-utf8/dist-es/fromUtf8.browser.js`,
    },
    define: { 'process.env.NODE_ENV': '"production"', __DEV__: 'false' },
    // Loaded when the app requests AWS credentials.
    external: ['@aws-sdk/*'],
    // As Metro does: every module is run.
    ignoreAnnotations: true,
    treeShaking: false,
    logLevel: 'error',
  })
  return outputFiles[0]?.text ?? ''
}
