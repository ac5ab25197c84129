import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { bundleApp, gzippedBytes } from '../../scripts/lib/sizes/bundle-app.mjs'

import { oneCopyFor } from '../support/one-copy.mjs'

export const title = 'Bytes'

export const meaning = `What a browser downloads, bundled by Vite, minified and gzipped (level 9), the framework apart. *First screen* is what loads before the
sign-in form; none of the peers has parts that load later, so it stands beside all that they have. Authchart's figures are
those of \`npm run sizes\`.`

const frameworks = ['react', 'react-dom', 'vue']

/** What an app imports from each peer. */
const imports = {
  uiReact: `export { Authenticator } from '@aws-amplify/ui-react'; export { Amplify } from 'aws-amplify'`,
  uiReactHook: `export { Authenticator, useAuthenticator } from '@aws-amplify/ui-react'; export { Amplify } from 'aws-amplify'`,
  uiReactCore: `export { AuthenticatorProvider, useAuthenticator } from '@aws-amplify/ui-react-core'; export { Amplify } from 'aws-amplify'`,
  uiVue: `export { Authenticator } from '@aws-amplify/ui-vue'; export { Amplify } from 'aws-amplify'`,
  auth: `export * from 'aws-amplify/auth'; export { Amplify } from 'aws-amplify'`,
  authSignIn: `export { signIn, confirmSignIn, signOut, fetchAuthSession } from 'aws-amplify/auth'; export { Amplify } from 'aws-amplify'`,
  identityJs: `export * from 'amazon-cognito-identity-js'`,
  oidc: `export * from 'oidc-client-ts'`,
}

const wholeMachine =
  'Authchart has the chart with every state, and XState below it; its flows load in one part.'
const onlyCalls = `These are functions without a state: which screen comes next, what may happen there, what survives a reload is code of the app. ${wholeMachine}`

/** @returns {Promise<import('../support/statistics.mjs').Row[]>} */
export async function compare() {
  const { react, vue } = ourSizes()
  const theirs = Object.fromEntries(
    await Promise.all(
      Object.entries(imports).map(async ([name, contents]) => [name, await sizeOf(contents)]),
    ),
  )
  const row = (what, ours, peer, name, why) => ({
    what,
    unit: 'B',
    ours: [ours],
    peer,
    theirs: [theirs[name]],
    ...(why && { why }),
  })
  return [
    row('React, all flows', react.all, 'Amplify UI, `<Authenticator>`', 'uiReact'),
    row('React, all flows', react.all, 'Amplify UI, `useAuthenticator()`', 'uiReactHook'),
    row('React, all flows', react.all, 'ui-react-core, `useAuthenticator()`', 'uiReactCore'),
    row('React, first screen', react.first, 'Amplify UI, `<Authenticator>`', 'uiReact'),
    row('React, first screen', react.first, 'ui-react-core, `useAuthenticator()`', 'uiReactCore'),
    ...(react.early
      ? [row('React, early entry', react.early, 'Amplify UI, `<Authenticator>`', 'uiReact')]
      : []),
    row('Vue, all flows', vue.all, 'Amplify UI, `<Authenticator>`', 'uiVue'),
    row('Vue, first screen', vue.first, 'Amplify UI, `<Authenticator>`', 'uiVue'),
    row('all flows', react.all, 'aws-amplify/auth, every function', 'auth', onlyCalls),
    row('sign-in alone', react.all, 'aws-amplify/auth, sign-in alone', 'authSignIn', onlyCalls),
    row('all flows', react.all, 'amazon-cognito-identity-js', 'identityJs', onlyCalls),
    row(
      'all flows',
      react.all,
      'oidc-client-ts',
      'oidc',
      'It sends the user to the hosted UI and has no flow of its own.',
    ),
  ]
}

/** @returns {Record<'react' | 'vue', { all: number, first: number, early: number | null, binding: number }>} */
function ourSizes() {
  const script = fileURLToPath(new URL('../../scripts/sizes.mjs', import.meta.url))
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--json'], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`sizes: ${stderr || stdout}`)
  return JSON.parse(stdout)
}

/** Bundled as ours. @param {string} contents */
async function sizeOf(contents) {
  const app = await bundleApp(contents, frameworks, oneCopyFor(contents))
  return gzippedBytes(app.all)
}
