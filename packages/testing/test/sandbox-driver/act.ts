import type { AuthContext, FirstFactor, ScreenEvent } from '@authchart/machine'
import { Secret } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import type { EventObject } from 'xstate'
import { person } from '../../src/catalogue/person.ts'
import { act as perform } from '../../src/drivers/act.ts'
import type { ExpectedStep } from '../../src/run/driver.ts'
import type { App } from './app.ts'
import { factorFor, isFirstChallenge, leadsToSession } from './first-factors.ts'
import { tokenOfGoogle } from './token-of-google.ts'

type Payload = Readonly<Record<string, unknown>>

/** How the walk lets the request end that an action begins, if it does. */
export function nextOutcomeName({
  step,
  rest,
}: Pick<ExpectedStep, 'step' | 'rest'>): string | undefined {
  for (const { from, outcome } of rest) {
    if (from.leaf !== step.to.leaf) return undefined
    if (outcome && outcome.name !== 'breaks') return outcome.name
  }
  return undefined
}

/** What users type depends on what the sandbox has sent them, and on who they are. */
const typed: Readonly<
  Partial<Record<string, (app: App, expected: ExpectedStep) => Promise<Payload>>>
> = {
  async 'signIn.submit'(app, expected) {
    const name = nextOutcomeName(expected)
    const account = become(app)
    // Only by USER_AUTH a password can be rejected with a choice.
    if (name === 'SELECT_CHALLENGE') return { ...account, authFlowType: 'USER_AUTH' }
    if (isFirstChallenge(name)) {
      return { username: account.username, password: undefined, factor: factorFor[name] }
    }
    return { ...account, authFlowType: app.current.nextFlow() }
  },
  async 'selectFactor.submit'({ current }, { step, rest }) {
    const name = nextOutcomeName({ step, rest })
    const { factor: chosen } = step.event as EventObject & { factor?: FirstFactor }
    const { password } = current.account
    // What follows the password alone; of a user who is not confirmed it is stored.
    const isAnswered = name !== undefined && !isFirstChallenge(name) && !isRejection(rest)
    if (isAnswered || name === 'UserNotConfirmedException') {
      return { factor: 'PASSWORD', password }
    }
    if (name === 'WEB_AUTHN' || (name === 'SMS_OTP' && chosen !== 'EMAIL')) {
      return { factor: factorFor[name] }
    }
    return chosen === 'PASSWORD' ? { password } : {}
  },
  async 'signIn.federate'({ backend }) {
    const { token, expires_at: expiresAt } = tokenOfGoogle(backend.clock.now())
    return { token: { provider: 'google', token, expiresAt, profile: { name: 'Ada' } } }
  },
  async 'signUp.submit'(app, { rest }) {
    const account = become(app)
    const form = { ...account, attributes: { email: account.username } }
    if (!leadsToSession(rest) || app.current.nextSignUp() === 'with a password') return form
    app.people.signedUpWithout(account)
    return { ...form, password: undefined }
  },
  async 'go.confirmSignUp'(app) {
    const account = become(app)
    if (!app.current.isOneUser) await app.people.signUpUnconfirmed(account)
    return { username: account.username }
  },
  async 'go.resetPassword'(app) {
    const account = become(app)
    if (!app.current.isOneUser) await app.people.forget(account)
    return { username: account.username }
  },
  async 'forgotPassword.submit'(app) {
    const { username } = become(app)
    return { username }
  },
  async 'confirmSignIn.submit'(app) {
    const { challenge } = contextOf(app)
    if (challenge?.type !== 'code') throw new Error('No code was requested')
    const { mfaType, factor } = challenge
    const code =
      mfaType === 'TOTP'
        ? await app.people.appCode(app.current.account.username)
        : await app.backend.lastCode([factor === 'first' ? 'signIn' : 'mfa'], mfaType)
    return { code }
  },
  async 'setupTotp.submit'(app) {
    const secret = contextOf(app).totpSecret?.reveal()
    return { code: await app.people.appCode(app.current.account.username, secret) }
  },
  'setupEmail.submit': async ({ people }) => ({ email: people.freshEmail() }),
  'confirmSignUp.submit': async (app) => ({
    code: await app.backend.lastCode(['signUp', 'resendCode'], contextOf(app).delivery?.medium),
  }),
  async 'resetPassword.submit'({ auth, backend, current, people }) {
    const { delivery } = actorOf(auth).getSnapshot().context
    // The code of a link may be older than the hour that it is valid for.
    if (!delivery) await people.forget(current.account)
    current.account = { ...current.account, password: person.newPassword }
    return { code: await backend.lastCode(['forgotPassword'], delivery?.medium) }
  },
  'confirmContact.submit': async (app) => ({
    code: await app.backend.lastCode(
      ['updateAttribute', 'verifyAttribute'],
      contextOf(app).delivery?.medium,
    ),
  }),
  async 'signedIn.changePassword'({ current: { account }, people }) {
    const { password: previousPassword } = account
    if (people.hasNoPassword(account)) {
      return { previousPassword: undefined, password: previousPassword }
    }
    const isFirst = previousPassword === person.password
    return { previousPassword, password: isFirst ? person.newPassword : person.password }
  },
  async 'signedIn.deletePasskey'({ people, current }, expected) {
    const isDeleted = nextOutcomeName(expected) === 'success'
    return isDeleted ? { id: await people.registerPasskey(current.account) } : {}
  },
  async 'signedIn.updateAttributes'({ people }, expected) {
    const coming = nextOutcomeName(expected)
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

/** A username that is not used yet, unless one user stays. */
function become({ current, people }: App) {
  if (!(current.isOneUser && current.account.username)) current.account = people.fresh()
  return current.account
}

const isRejection = (rest: ExpectedStep['rest']) =>
  rest.find(({ outcome }) => outcome)?.outcome?.rejection !== undefined

const contextOf = (app: App): AuthContext => actorOf(app.auth).getSnapshot().context

/** Does what a user does, with what this user would type. */
export async function act(app: App, expected: ExpectedStep): Promise<void> {
  const event = expected.step.event as EventObject & Payload
  const before = app.count(event.type)
  const own = await typed[event.type]?.(app, expected)
  perform(app.auth, { ...event, ...hide(own ?? {}) } as unknown as ScreenEvent)
  // The handle has to look at the token first.
  if (event.type === 'signIn.federate') await app.more(event.type, before)
}

const secrets: ReadonlySet<string> = new Set(['code', 'password', 'previousPassword', 'token'])

/** As events carry it. */
const hide = (payload: Payload): Payload =>
  Object.fromEntries(
    Object.entries(payload).map(([key, value]) => [
      key,
      secrets.has(key) && value !== undefined ? new Secret(value) : value,
    ]),
  )
