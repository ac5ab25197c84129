import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

const helper = fileURLToPath(
  new URL(
    '../../../../node_modules/amazon-cognito-identity-js/es/AuthenticationHelper.js',
    import.meta.url,
  ),
)

/** What tsdown puts in place of identity-js' needs, see tsdown.config.ts. */
const standIns: Plugin = {
  name: 'stand-ins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^buffer$/ }, () => ({ path: `${root}bundled/buffer.ts` }))
    onResolve({ filter: /\/cryptoSecureRandomInt$/ }, () => ({
      path: `${root}bundled/random-int.ts`,
    }))
    onResolve({ filter: /^amazon-cognito-identity-js$/ }, ({ path }) => ({
      path,
      namespace: 'stand-in',
    }))
    onLoad({ filter: /.*/, namespace: 'stand-in' }, () => ({
      contents: `export { default as AuthenticationHelper } from ${JSON.stringify(helper)}`,
      resolveDir: root,
    }))
  },
}

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
    define: { global: 'globalThis' },
    // As Metro does: every module is run.
    ignoreAnnotations: true,
    treeShaking: false,
    plugins: [standIns],
    logLevel: 'error',
  })
  return outputFiles[0]?.text ?? ''
}
