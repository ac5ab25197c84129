import type { EventObject } from 'xstate'
import type { AuthContext } from '../../../chart/context.ts'
import { person } from '../../catalogue/person.ts'
import type { Stride } from '../../run/driver.ts'
import { reveal } from '../../ui/reveal.ts'
import type { App } from './app.ts'
import { tokenOfGoogle } from './token-of-google.ts'

type Payload = Readonly<Record<string, unknown>>

/** How the walk lets the request end that an action begins, if it does. */
export function comingOutcome({ step, rest }: Pick<Stride, 'step' | 'rest'>): string | undefined {
  for (const { from, outcome } of rest) {
    if (from.leaf !== step.to.leaf) return undefined
    if (outcome && outcome.name !== 'breaks') return outcome.name
  }
  return undefined
}

/** What users type depends on what the sandbox has sent them, and on who they are. */
const typed: Readonly<Partial<Record<string, (app: App, stride: Stride) => Promise<Payload>>>> = {
  async 'signIn.submit'(app) {
    const isFirst = app.isFirstSignIn
    app.isFirstSignIn = false
    return { ...become(app), ...(isFirst && { authFlowType: 'USER_SRP_AUTH' }) }
  },
  async 'signUp.submit'(app) {
    const account = become(app)
    return { ...account, attributes: { email: account.username } }
  },
  async 'forgotPassword.submit'(app) {
    const { username } = become(app)
    return { username }
  },
  async 'confirmSignIn.submit'(app) {
    const { challenge } = contextOf(app)
    if (challenge?.type !== 'code') throw new Error('Nobody has asked for a code')
    const { mfaType } = challenge
    const code =
      mfaType === 'TOTP'
        ? await app.people.appCode(app.account.username)
        : await app.backend.lastCode(['mfa'], mfaType)
    return { code }
  },
  async 'setupTotp.submit'(app) {
    const secret = contextOf(app).totpSecret?.reveal()
    return { code: await app.people.appCode(app.account.username, secret) }
  },
  'setupEmail.submit': async ({ people }) => ({ email: people.freshEmail() }),
  'confirmSignUp.submit': async (app) => ({
    code: await app.backend.lastCode(['signUp', 'resendCode'], contextOf(app).delivery?.medium),
  }),
  'resetPassword.submit': async (app) => ({
    code: await app.backend.lastCode(['forgotPassword'], contextOf(app).delivery?.medium),
  }),
  'confirmContact.submit': async (app) => ({
    code: await app.backend.lastCode(
      ['updateAttribute', 'verifyAttribute'],
      contextOf(app).delivery?.medium,
    ),
  }),
  async 'signedIn.changePassword'({ account }) {
    const { password: previousPassword } = account
    const isFirst = previousPassword === person.password
    return { previousPassword, password: isFirst ? person.newPassword : person.password }
  },
  async 'signedIn.updateAttributes'({ people }, stride) {
    const coming = comingOutcome(stride)
    const isOne = coming === 'a code to confirm'
    const areTwo = coming === 'two codes to confirm'
    return isOne || areTwo
      ? {
          attributes: {
            email: people.freshEmail(),
            ...(areTwo && { phone_number: people.freshPhone() }),
          },
        }
      : {}
  },
}

/** Nobody has used this name before. */
function become(app: App) {
  app.account = app.people.fresh()
  return app.account
}

const contextOf = (app: App): AuthContext => app.auth.actor.getSnapshot().context

/** Does what a user does, by the functions of the view. */
export async function act(app: App, stride: Stride): Promise<void> {
  const { event } = stride.step
  const { type, ...given } = event as EventObject & Payload
  const own = await typed[type]?.(app, stride)
  const payload = { ...reveal(given), ...own }
  if (type === 'signIn.federate') {
    const before = app.count(type)
    const response = tokenOfGoogle(app.backend.clock.now())
    void app.auth.federatedSignIn('google', response, { name: 'Ada' }).catch(() => undefined)
    await app.more(type, before)
    return
  }
  const view: Payload & { readonly route: string } = { ...app.auth.getView() }
  const [screen, verb = ''] = type.split('.')
  const offered = screen === 'go' || screen === view.route || type === 'signOut'
  const [name, ...parameters] = callOf(type, verb, payload)
  const perform = offered ? view[name] : undefined
  if (typeof perform === 'function') perform(...parameters)
  // A function of an earlier screen, of which somebody has kept hold.
  else app.auth.actor.send(event as Parameters<typeof app.auth.actor.send>[0])
}

/** The function of the view for an event, and what it is given. */
function callOf(type: string, verb: string, payload: Payload): [string, ...unknown[]] {
  switch (type) {
    case 'signOut':
      return [payload.global ? 'globalSignOut' : 'signOut']
    case 'signedIn.load':
      return ['loadProfile']
    case 'signedIn.setMfaPreference':
      return [verb, payload.preference]
    case 'signedIn.rememberDevice':
    case 'signedIn.forgetDevice':
      return [verb, payload.key]
    default:
      return [
        type.startsWith('go.') ? `go${verb.charAt(0).toUpperCase()}${verb.slice(1)}` : verb,
        payload,
      ]
  }
}
