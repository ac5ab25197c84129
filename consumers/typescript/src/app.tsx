/** Every entry, with the declarations of all that they lead to checked. */
import { inspectAuth } from '@authchart/devtools'
import { mermaidOf } from '@authchart/devtools/pictures'
import { type AuthView, createAuth, unreachable } from '@authchart/machine'
import { cookieStorage } from '@authchart/machine/browser'
import { parseConfig } from '@authchart/machine/cognito'
import { formOf } from '@authchart/machine/forms'
import { identityPool } from '@authchart/machine/identity-pool'
import { requestCookies } from '@authchart/machine/server'
import { validatorOf } from '@authchart/machine/validators'
import { loadWords } from '@authchart/machine/words'
import { german } from '@authchart/machine/words/de'
import { actorOf } from '@authchart/machine/xstate'
import { AuthGate, useAuthForm, useAuthMachine } from '@authchart/react'
import { createSandbox } from '@authchart/sandbox'
import { createAuthenticator } from '@authchart/sandbox/authenticator'
import { authBehaviour } from '@authchart/testing'
import { authAt } from '@authchart/testing/at'
import { uiFromForms } from '@authchart/testing/playwright'
import { authPlugin, useAuthMachine as useVueAuthMachine } from '@authchart/vue'

export const auth = createAuth({
  config: { userPoolId: 'us-east-1_AbCdEf123', userPoolClientId: 'abc' },
  storage: cookieStorage(),
})

export function Screen() {
  const view = useAuthMachine()
  const form = useAuthForm()
  return view.route === 'signIn' ? <h1>{form.title}</h1> : <p>{titleOf(view)}</p>
}

function titleOf(view: AuthView): string {
  switch (view.route) {
    case 'signedIn':
      return view.user.username
    default:
      return view.route
  }
}

export const used = [
  AuthGate,
  createAuthenticator,
  actorOf,
  authAt,
  authBehaviour,
  authPlugin,
  createSandbox,
  formOf,
  german,
  identityPool,
  inspectAuth,
  loadWords,
  parseConfig,
  requestCookies,
  mermaidOf,
  uiFromForms,
  unreachable,
  useVueAuthMachine,
  validatorOf,
]
