import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { importBundled } from './bundle-for-node.mjs'

const require = createRequire(import.meta.url)

/**
 * The machine of Amplify UI, with the XState 4 that it is made of.
 *
 * @returns {Promise<{ createAuthenticatorMachine: Function, interpret: Function }>}
 */
export function openAmplifyMachine() {
  return importBundled({
    contents: `export { createAuthenticatorMachine } from '@aws-amplify/ui'; export { interpret } from 'xstate'`,
    // `@aws-amplify/ui` is installed below each of its bindings.
    resolveDir: dirname(require.resolve('@aws-amplify/ui-react')),
    alias: { xstate: require.resolve('xstate-4') },
  })
}
