import { expect, test } from 'vitest'
import { migrateText } from './support/migrate-app.ts'

const v6 = (names: string, code: string) =>
  `import { ${names} } from 'aws-amplify/auth'\n\n${code}\n`
const classic = (code: string) => `import { Auth } from 'aws-amplify'\n\n${code}\n`
const hub = (code: string) => `import { Hub } from 'aws-amplify/utils'\n\n${code}\n`

/** Without the imports. */
const codeOf = (text: string) => text.split('\n\n').slice(1).join('\n\n').trim()

test.each([
  [
    'tokens and credentials are two calls',
    v6(
      'fetchAuthSession',
      'const { tokens: t, credentials, userSub } = await fetchAuthSession()\nuse(t!.accessToken!.toString())',
    ),
    'const t = await currentSession(), credentials = await auth.credentials(), userSub = (await currentSession())?.user.userId\nuse(t!.accessToken)',
  ],
  [
    'a template needs no toString()',
    v6(
      'fetchAuthSession',
      `const s = await fetchAuthSession()\nuse(\`Bearer \${s.tokens?.idToken}\`)`,
    ),
    `const s = await currentSession()\nuse(\`Bearer \${s?.idToken}\`)`,
  ],
  [
    'claims are members of the user',
    v6(
      'fetchAuthSession',
      "const s = await fetchAuthSession()\nuse(s.tokens?.idToken?.payload['cognito:groups'], s.userSub)",
    ),
    'const s = await currentSession()\nuse(s?.user.groups, s?.user.userId)',
  ],
  [
    'a user in parentheses',
    v6('getCurrentUser', 'use((await getCurrentUser()).username)'),
    'use((await auth.getSession()).user.username)',
  ],
  [
    'a user or null',
    v6(
      'getCurrentUser',
      'const user = await getCurrentUser().catch(() => null)\nuse(user?.userId)',
    ),
    'const user = await auth.getSession().then(({ user }) => user).catch(() => null)\nuse(user?.userId)',
  ],
  [
    'a sign-out that is passed on is called',
    v6('signOut', 'await signOut({ global: true })'),
    'await signOut({ global: true })',
  ],
  [
    'the provider of a redirect',
    v6(
      'signInWithRedirect',
      "signInWithRedirect({ provider: { custom: 'Okta' }, customState: state })",
    ),
    "signInWithRedirect({ provider: 'Okta', customState: state })",
  ],
  [
    'the members of a classic session',
    classic(
      'Auth.currentSession().then((s) => use(s.getAccessToken().getJwtToken(), s.idToken.payload.sub))',
    ),
    'auth.getSession().then((s) => use(s.accessToken, s.user.userId))',
  ],
  [
    'the attributes of a classic user',
    classic(
      "const user = await Auth.currentAuthenticatedUser({ bypassCache: true })\nuse(user.attributes['email'], user.getUsername())",
    ),
    'const user = (await auth.getSession()).user\nuse(user.email, user.username)',
  ],
  [
    'another provider',
    classic("await Auth.federatedSignIn('google', { token, expires_at }, profile)"),
    "await auth.federatedSignIn('google', { token, expires_at }, profile)",
  ],
  ['the hosted UI without a provider', classic('Auth.federatedSignIn()'), 'signInWithRedirect()'],
  [
    'the event of a Hub alone',
    hub(
      "Hub.listen('auth', ({ payload: { event } }) => {\n  if (event === 'tokenRefresh_failure') use()\n})",
    ),
    "auth.on('*', ({ type: event }) => {\n  if (event === 'token.refreshFailed') use()\n})",
  ],
  [
    'a handler with a name',
    hub(
      "const listener = (data) => use(data.payload.event === 'signedOut')\nconst stop = Hub.listen('auth', listener)",
    ),
    "const listener = (data) => use(data.type === 'signedOut')\nconst stop = auth.on('*', listener).unsubscribe",
  ],
  [
    'the state of a redirect',
    hub(
      "Hub.listen('auth', ({ payload }) => {\n  switch (payload.event) {\n    case 'customOAuthState': use(payload.data)\n  }\n})",
    ),
    "auth.on('*', (event) => {\n  switch (event.type) {\n    case 'redirect.completed': use(event.customState)\n  }\n})",
  ],
])('%s', async (_, before, after) => {
  const { text, findings } = await migrateText(before)
  expect(codeOf(text)).toBe(after)
  expect(findings).toEqual([])
})

test.each([
  [
    v6('fetchAuthSession', 'const s = await fetchAuthSession()\nuse(s.tokens?.signInDetails)'),
    'line 4 has no equal: s.tokens',
  ],
  [v6('fetchAuthSession', 'export const load = () => fetchAuthSession()'), 'has no equal'],
  [v6('getCurrentUser', 'use((await getCurrentUser()).signInDetails)'), 'has no equal'],
  [v6('signOut', 'promise.then(signOut)'), 'it is passed on and not called'],
  [v6('signOut', "signOut({ oauth: { redirectUrl: '/' } })"), 'only { global } has an equal'],
  [v6('signInWithRedirect', 'signInWithRedirect({ provider })'), 'the provider is no text'],
  [
    classic('const user = await Auth.currentAuthenticatedUser()\nuse(user.attributes.given_name)'),
    'no equal',
  ],
  [
    classic('const { accessToken } = await Auth.currentSession()\nuse(accessToken)'),
    'has no equal',
  ],
  [hub("Hub.listen('auth', ({ payload }) => use(payload.data))"), 'data of an event'],
  [hub("Hub.listen('auth', ({ payload }) => use(payload.event === 'configured'))"), "'configured'"],
  [hub("Hub.listen('auth', handler)\nHub.remove('auth', handler)"), 'Hub.remove()'],
  [
    hub("import { handler } from './handler'\nHub.listen('auth', handler)"),
    'not a function of this file',
  ],
])('without an equal it stays, and the list says why: %s', async (before, reason) => {
  const { text, findings, rewritten } = await migrateText(before)
  expect(text).toBe(before)
  expect(rewritten).toEqual([])
  expect(findings[0]).toMatchObject({ kind: 'todo', advice: expect.stringContaining(reason) })
})

test('comments, quotes, semicolons, extensions and line ends stay as they are', async () => {
  const before = [
    '// The session.',
    'import { getCurrentUser } from "aws-amplify/auth"; // old',
    'import { use } from "./use.js";',
    '',
    'use(  await getCurrentUser(/* now */)  ); // twice',
    '',
  ].join('\r\n')
  const { text } = await migrateText(before)
  expect(text).toBe(
    [
      '// The session.',
      'import { auth } from "./auth.js"; // old',
      'import { use } from "./use.js";',
      '',
      'use(  (await auth.getSession(/* now */)).user  ); // twice',
      '',
    ].join('\r\n'),
  )
})

test('a name of the file does not clash with a new one', async () => {
  const before = v6(
    'getCurrentUser',
    'function find(auth: string) {\n  return [auth, getCurrentUser()]\n}',
  )
  const { text } = await migrateText(before)
  expect(text).toContain("import { auth as authOfAuthchart } from './auth'")
  expect(text).toContain('return [auth, authOfAuthchart.getSession().then(({ user }) => user)]')
})

test('an old function that stays gives its name to the new one', async () => {
  const before = v6('signOut', 'await signOut()\nconst leave = { signOut }\nlist.forEach(signOut)')
  const { text } = await migrateText(before)
  expect(text).toContain("import { signOut as signOutOfAmplify } from 'aws-amplify/auth'")
  expect(codeOf(text)).toBe(
    'await signOut()\nconst leave = { signOut: signOutOfAmplify }\nlist.forEach(signOutOfAmplify)',
  )
})

test('all functions of Amplify 6 by one name', async () => {
  const before =
    "import * as amplify from 'aws-amplify/auth'\n\nvoid amplify.getCurrentUser()\nvoid amplify.updatePassword(form)\n"
  const { text, findings } = await migrateText(before)
  expect(text).toContain(
    'void auth.getSession().then(({ user }) => user)\nvoid amplify.updatePassword(form)',
  )
  expect(findings).toMatchObject([{ line: 4, link: 'docs/coming-from-amplify.md#updatepassword' }])
})

test('Amplify stays configured for its other parts', async () => {
  const before = `import { Amplify } from 'aws-amplify'
import { generateClient } from 'aws-amplify/data'
import outputs from '../amplify_outputs.json'

Amplify.configure(outputs)
export const client = generateClient()
`
  const { app, text, findings } = await migrateText(before)
  expect(app.read('src/auth.ts')).toContain("import outputs from '../amplify_outputs.json'")
  expect(text).toContain('Amplify.configure(outputs)\n')
  expect(text).toContain("import './auth'")
  expect(findings).toMatchObject([{ kind: 'check', what: 'Amplify.configure(outputs)' }])
})

test('a configuration moves with its constants; of several parts that for sign-in', async () => {
  const before = `import { Amplify } from 'aws-amplify'
import { stage } from './stage.ts'

const cookieStorage = { domain: stage.host, secure: true }

Amplify.configure({
  Auth: {
    userPoolId: import.meta.env.VITE_POOL,
    userPoolWebClientId: 'abc',
    cookieStorage,
  },
  API: { endpoints: [] },
})
`
  const { app, text } = await migrateText(before)
  expect(app.read('src/auth.ts')).toBe(`import { createAuth, readEntry } from '@authchart/machine'
import { stage } from './stage.ts'

const cookieStorage = { domain: stage.host, secure: true }

/** One for the whole app: it outlives every component. */
export const auth = createAuth({
  config: { Auth: {
    userPoolId: import.meta.env.VITE_POOL,
    userPoolWebClientId: 'abc',
    cookieStorage,
  } },
  entry: readEntry(),
})
`)
  expect(text.trim()).toBe("import './auth.ts'")
})

test('a configuration that a function makes stays, and is in the list', async () => {
  const before =
    "import { Amplify } from 'aws-amplify'\n\nexport function start(config: object) {\n  Amplify.configure(config)\n}\n"
  const { text, findings } = await migrateText(before)
  expect(text).toBe(before)
  expect(findings[0].advice).toContain('it uses config of this file')
})

test('the script of a Vue file; its template is in the list', async () => {
  const before = `<template>
  <authenticator><p>{{ name }}</p></authenticator>
</template>

<script setup lang="ts">
import { Authenticator, useAuthenticator } from '@aws-amplify/ui-vue'
import { getCurrentUser } from 'aws-amplify/auth'

const state = useAuthenticator()
const { username: name } = await getCurrentUser()
</script>
`
  const { text, findings } = await migrateText(before, { path: 'src/page.vue' })
  expect(text).toContain("import { auth } from './auth'\n")
  expect(text).toContain('const { username: name } = (await auth.getSession()).user\n</script>\n')
  expect(findings).toMatchObject([
    { line: 2, what: '<authenticator>' },
    { line: 9, what: 'useAuthenticator()', advice: expect.stringContaining('view.value.user') },
  ])
})

test('withAuthenticator and the routes of useAuthenticator', async () => {
  const before = `import { Authenticator, useAuthenticator, withAuthenticator } from '@aws-amplify/ui-react'

function App() {
  const { route, signOut: leave } = useAuthenticator()
  if (route === 'confirmResetPassword') return null
  return <button onClick={leave}>{route}</button>
}
export default withAuthenticator(App, { hideSignUp: true })
export const other = <Authenticator>text</Authenticator>
`
  const { text, findings } = await migrateText(before, { path: 'src/app.tsx' })
  expect(codeOf(text)).toContain(
    "const { route } = useAuthMachine(), leave = signOut\n  if (route === 'resetPassword') return null",
  )
  expect(text).toContain('export default withAuth(App, { auth, screens: AuthScreens })')
  expect(text).toContain("import { AuthScreens } from './auth/auth-screens'")
  expect(findings).toMatchObject([
    { kind: 'check', advice: expect.stringContaining('the options of withAuthenticator are gone') },
    { kind: 'todo', link: 'docs/coming-from-amplify.md#authenticator' },
  ])
})
