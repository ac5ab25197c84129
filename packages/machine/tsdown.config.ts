import { fileURLToPath } from 'node:url'
import { defineConfig } from 'tsdown'

const resolve = (specifier: string) => fileURLToPath(import.meta.resolve(specifier))

/**
 * identity-js is bundled, its ESM build, with a `buffer` that does not touch `global`: so users
 * need neither polyfill nor `define`, and nothing but SRP's arithmetic is left after tree-shaking.
 */
export default defineConfig({
  entry: {
    index: 'src/index.ts',
    cognito: 'src/cognito/index.ts',
    browser: 'src/browser/index.ts',
  },
  platform: 'neutral',
  fixedExtension: true,
  target: 'es2022',
  sourcemap: true,
  dts: true,
  alias: {
    'amazon-cognito-identity-js': resolve('amazon-cognito-identity-js/es/index.js'),
    buffer: resolve('buffer/'),
  },
  deps: {
    alwaysBundle: [
      /amazon-cognito-identity-js/,
      /@aws-crypto/,
      /@aws-sdk/,
      /^buffer/,
      'tslib',
      'base64-js',
      'ieee754',
    ],
  },
  inputOptions: {
    treeshake: { moduleSideEffects: false },
    resolve: { mainFields: ['module', 'main'] },
  },
})
