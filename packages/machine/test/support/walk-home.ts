import { expect } from 'vitest'
import type { AuthRoute, ViewOf } from '../../src/index.ts'
import { rest } from './failure-recorder.ts'
import { type Place, walkIn } from './operation-ways.ts'
import { email, lastCode, password, settled } from './sandbox-auth.ts'

type Forms = {
  readonly [Route in AuthRoute]: (view: ViewOf<Route>, place: Place) => unknown
}

const waits = () => undefined
const asked = (_: unknown, place: Place) => walkIn(place)

/** Fills in each screen's form with what is right. */
const forms: Forms = {
  restoring: waits,
  signingOut: waits,
  redirecting: waits,
  signedIn: waits,
  signIn: asked,
  selectMfaType: asked,
  setupEmail: asked,
  setupTotp: asked,
  confirmSignIn: asked,
  confirmSignUp: asked,
  customChallenge: (view) => view.submit({ answer: String(view.parameters.question) }),
  newPassword: (view) => {
    const missing = view.missingAttributes.map((name) => [name, 'Ada'])
    view.submit({ password, attributes: Object.fromEntries(missing) })
  },
  signUp: (view) => view.submit({ username: email, password, attributes: { email } }),
  forgotPassword: (view) => view.submit({ username: email }),
  resetPassword: async (view, { page }) => view.submit({ code: await lastCode(page), password }),
  verifyContact: (view) => view.submit({ attribute: view.contacts[0]?.attribute ?? '' }),
  confirmContact: async ({ medium, submit }, place) =>
    submit({ code: await newestCode(place, medium) }),
}

/** The newest code of a medium, whoever it went to. */
export async function newestCode(
  { page: { sandbox } }: Place,
  medium?: 'EMAIL' | 'SMS',
): Promise<string> {
  const response = await sandbox.fetch(`${sandbox.config.controlUrl}/outbox`, {
    headers: { accept: 'application/json' },
  })
  const messages = (await response.json()) as { medium: string; code: string }[]
  return messages.find((message) => message.medium === medium)?.code ?? ''
}

/** No flow has more screens than that. */
const longest = 8

/** Goes on from screen to screen until the user is signed in and nothing is left to do. */
export async function walkHome(place: Place): Promise<ViewOf<'signedIn'>> {
  for (let step = 0; step < longest; step += 1) {
    await rest(place)
    const view = place.auth.getView()
    if (view.route === 'signedIn') return view
    const fill: (view: never, place: Place) => unknown = forms[view.route]
    await fill(view as never, place)
  }
  await rest(place)
  expect(place.auth.getView().route).toBe('signedIn')
  return settled(place.auth, 'signedIn')
}
