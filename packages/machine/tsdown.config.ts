import { fileURLToPath } from 'node:url'
import { defineConfig } from 'tsdown'

const fileOf = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const helper = '../../node_modules/amazon-cognito-identity-js/es/AuthenticationHelper.js'

/**
 * Of identity-js only the SRP arithmetic is bundled, in its ESM build, with a `buffer` that does
 * not touch `global` and a source of randomness that does not touch `require`: users need neither a polyfill nor a `define`. See docs/decisions.
 */
export default defineConfig({
  entry: {
    index: 'src/index.ts',
    cognito: 'src/cognito/index.ts',
    browser: 'src/browser/index.ts',
    'identity-pool': 'src/cognito/identity-pool/index.ts',
    server: 'src/server/index.ts',
    testing: 'src/testing/index.ts',
    'testing-playwright': 'src/testing/integrations/playwright.ts',
    'testing-vitest': 'src/testing/integrations/vitest.ts',
    'testing-random': 'src/testing/plan/random-walks.ts',
    'authchart-test': 'src/testing/cli/main.ts',
  },
  platform: 'neutral',
  fixedExtension: true,
  target: 'es2022',
  sourcemap: true,
  dts: true,
  alias: {
    '@aws-crypto/sha256-js': fileOf('node_modules/@aws-crypto/sha256-js/build/module/index.js'),
    buffer: fileOf('bundled/buffer.ts'),
  },
  plugins: [
    {
      name: 'srp-of-identity-js',
      resolveId(id) {
        if (id === 'amazon-cognito-identity-js') return '\0identity-js'
        return id.endsWith('/cryptoSecureRandomInt') ? fileOf('bundled/random-int.ts') : undefined
      },
      load: (id) =>
        id === '\0identity-js'
          ? `export { default as AuthenticationHelper } from ${JSON.stringify(fileOf(helper))}`
          : undefined,
    },
  ],
  deps: {
    alwaysBundle: [/^amazon-cognito-identity-js/, /^@aws-crypto/, /^@smithy/, 'buffer', 'tslib'],
    onlyBundle: false,
    // Of the command line alone.
    neverBundle: [/^node:/],
  },
  define: { global: 'globalThis' },
  outputOptions: {
    // A chunk of its own, so that its weight can be seen.
    advancedChunks: { groups: [{ name: 'identity-js', test: /node_modules|bundled/ }] },
  },
  inputOptions: {
    treeshake: { moduleSideEffects: false },
    resolve: { mainFields: ['module', 'main'] },
  },
})
