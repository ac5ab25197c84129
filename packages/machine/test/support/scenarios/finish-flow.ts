import { expect } from 'vitest'
import type { AuthRoute, ViewOf } from '../../../src/index.ts'
import { rest } from '../failure-recorder.ts'
import { email, lastCode, password, settled } from '../sandbox-auth.ts'
import { type App, continueSignIn } from './app.ts'

type Forms = {
  readonly [Route in AuthRoute]: (view: ViewOf<Route>, app: App) => unknown
}

const waits = () => undefined
const continueFlow = (_: unknown, app: App) => continueSignIn(app)

/** Submits each screen's form with correct values. */
const forms: Forms = {
  restoring: waits,
  signingOut: waits,
  redirecting: waits,
  signedIn: waits,
  signIn: continueFlow,
  selectFactor: continueFlow,
  passkey: continueFlow,
  selectMfaType: continueFlow,
  setupEmail: continueFlow,
  setupTotp: continueFlow,
  confirmSignIn: continueFlow,
  confirmSignUp: continueFlow,
  customChallenge: (view) => view.submit({ answer: String(view.parameters.question) }),
  newPassword: (view) => {
    const missing = view.missingAttributes.map((name) => [name, 'Ada'])
    view.submit({ password, attributes: Object.fromEntries(missing) })
  },
  signUp: (view) => view.submit({ username: email, password, attributes: { email } }),
  forgotPassword: (view) => view.submit({ username: email }),
  resetPassword: async (view, { page }) => view.submit({ code: await lastCode(page), password }),
  passkeyPrompt: (view) => view.skip(),
  verifyContact: (view) => view.submit({ attribute: view.contacts[0]?.attribute ?? '' }),
  confirmContact: async ({ medium, submit }, app) =>
    submit({ code: await newestCode(app, medium) }),
}

/** The newest code of a medium, to any address. */
export async function newestCode(
  { page: { sandbox } }: App,
  medium?: 'EMAIL' | 'SMS',
): Promise<string> {
  const response = await sandbox.fetch(`${sandbox.config.controlUrl}/outbox`, {
    headers: { accept: 'application/json' },
  })
  const messages = (await response.json()) as { medium: string; code: string }[]
  return messages.find((message) => message.medium === medium)?.code ?? ''
}

/** The most screens of a flow. */
const longest = 8

/** Continues from screen to screen until the user is signed in and no screen is left. */
export async function finishFlow(app: App): Promise<ViewOf<'signedIn'>> {
  for (let step = 0; step < longest; step += 1) {
    await rest(app)
    const view = app.auth.getView()
    if (view.route === 'signedIn') return view
    const fill: (view: never, app: App) => unknown = forms[view.route]
    await fill(view as never, app)
  }
  await rest(app)
  expect(app.auth.getView().route).toBe('signedIn')
  return settled(app.auth, 'signedIn')
}
