import type { Auth, AuthRoute, AuthView, ScreenEvent, Secret, ViewOf } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'

type Acts = {
  readonly [Type in ScreenEvent['type']]: (
    auth: Auth,
    event: Extract<ScreenEvent, { type: Type }>,
  ) => void
}

/** A screen has no function for the requested action. */
class NotOfferedError extends Error {
  override readonly name = 'NotOfferedError'
}

function on<Route extends AuthRoute>(auth: Auth, route: Route): ViewOf<Route> {
  const view = auth.getView()
  if (view.route === route) return view as ViewOf<Route>
  throw new NotOfferedError(`The screen is ${view.route}, and not ${route}`)
}

type Offering<Name extends string> = Extract<AuthView, { readonly [Key in Name]: unknown }>

function offering<Name extends string>(auth: Auth, name: Name): Offering<Name> {
  const view = auth.getView()
  if (name in view) return view as Offering<Name>
  throw new NotOfferedError(`The screen ${view.route} has no ${name}()`)
}

/** How a user does it: by what the view of the screen offers, with what is typed in as plain text. */
const acts: Acts = {
  'go.signIn': (auth) => offering(auth, 'goSignIn').goSignIn(),
  'go.signedIn': (auth) => offering(auth, 'goSignedIn').goSignedIn(),
  'go.signUp': (auth) => on(auth, 'signIn').goSignUp(),
  'go.selectFactor': (auth) => offering(auth, 'goSelectFactor').goSelectFactor(),
  'go.forgotPassword': (auth) => on(auth, 'signIn').goForgotPassword(),
  'go.confirmSignUp': (auth, { username }) =>
    offering(auth, 'goConfirmSignUp').goConfirmSignUp({ username }),
  'go.resetPassword': (auth, { username }) =>
    offering(auth, 'goResetPassword').goResetPassword({ username }),
  'signIn.submit': (auth, { username, password, factor, authFlowType }) =>
    on(auth, 'signIn').submit(
      factor && factor !== 'PASSWORD'
        ? { username, factor }
        : { username, password: password?.reveal() ?? '', authFlowType },
    ),
  'signIn.cancel': (auth) => on(auth, 'signIn').cancel(),
  'signIn.redirect': (auth, { type: _type, ...input }) => on(auth, 'signIn').redirect(input),
  'signIn.federate': (auth, { token }) => {
    on(auth, 'signIn')
    const { provider, profile, ...given } = token.reveal()
    const response = { token: given.token, expires_at: given.expiresAt }
    // What it rejects with is the failure of the screen as well.
    auth.federatedSignIn(provider, response, profile).catch(() => undefined)
  },
  'redirecting.cancel': (auth) => on(auth, 'redirecting').cancel(),
  'confirmSignIn.submit': (auth, { code, rememberDevice }) =>
    on(auth, 'confirmSignIn').submit({ code: code.reveal(), rememberDevice }),
  'confirmSignIn.resend': (auth) => on(auth, 'confirmSignIn').resend(),
  'selectFactor.submit': (auth, { factor, password }) =>
    on(auth, 'selectFactor').submit(
      factor === 'PASSWORD' ? { factor, password: password?.reveal() ?? '' } : { factor },
    ),
  'selectFactor.cancel': (auth) => on(auth, 'selectFactor').cancel(),
  'passkey.submit': (auth) => on(auth, 'passkey').submit(),
  'passkey.cancel': (auth) => on(auth, 'passkey').cancel(),
  'confirmSignIn.cancel': (auth) => on(auth, 'confirmSignIn').cancel(),
  'customChallenge.submit': (auth, { answer }) =>
    on(auth, 'customChallenge').submit({ answer: answer.reveal() }),
  'customChallenge.cancel': (auth) => on(auth, 'customChallenge').cancel(),
  'selectMfaType.submit': (auth, { mfaType }) => on(auth, 'selectMfaType').submit({ mfaType }),
  'selectMfaType.cancel': (auth) => on(auth, 'selectMfaType').cancel(),
  'setupEmail.submit': (auth, { email }) => on(auth, 'setupEmail').submit({ email }),
  'setupEmail.cancel': (auth) => on(auth, 'setupEmail').cancel(),
  'newPassword.submit': (auth, { password, attributes }) =>
    on(auth, 'newPassword').submit({ password: password.reveal(), attributes }),
  'newPassword.cancel': (auth) => on(auth, 'newPassword').cancel(),
  'setupTotp.submit': (auth, { code, deviceName, prefer }) =>
    on(auth, 'setupTotp').submit({ code: code.reveal(), deviceName, prefer }),
  'setupTotp.cancel': (auth) => on(auth, 'setupTotp').cancel(),
  'setupTotp.retry': (auth) => on(auth, 'setupTotp').retry(),
  'setupTotp.leave': (auth) => on(auth, 'setupTotp').leave(),
  'signUp.submit': (auth, { username, password, attributes }) =>
    on(auth, 'signUp').submit({ username, password: password?.reveal(), attributes }),
  'signUp.redirect': (auth, { type: _type, ...input }) => on(auth, 'signUp').redirect(input),
  'signUp.cancel': (auth) => on(auth, 'signUp').cancel(),
  'confirmSignUp.submit': (auth, { code }) =>
    on(auth, 'confirmSignUp').submit({ code: code.reveal() }),
  'confirmSignUp.resend': (auth) => on(auth, 'confirmSignUp').resend(),
  'confirmSignUp.cancel': (auth) => on(auth, 'confirmSignUp').cancel(),
  'forgotPassword.submit': (auth, { username }) => on(auth, 'forgotPassword').submit({ username }),
  'forgotPassword.cancel': (auth) => on(auth, 'forgotPassword').cancel(),
  'resetPassword.submit': (auth, { code, password }) =>
    on(auth, 'resetPassword').submit({ code: code.reveal(), password: password.reveal() }),
  'resetPassword.resend': (auth) => on(auth, 'resetPassword').resend(),
  'resetPassword.cancel': (auth) => on(auth, 'resetPassword').cancel(),
  'verifyContact.submit': (auth, { attribute }) => on(auth, 'verifyContact').submit({ attribute }),
  'verifyContact.cancel': (auth) => on(auth, 'verifyContact').cancel(),
  'verifyContact.skip': (auth) => on(auth, 'verifyContact').skip(),
  'confirmContact.submit': (auth, { code }) =>
    on(auth, 'confirmContact').submit({ code: code.reveal() }),
  'confirmContact.resend': (auth) => on(auth, 'confirmContact').resend(),
  'confirmContact.cancel': (auth) => on(auth, 'confirmContact').cancel(),
  'confirmContact.skip': (auth) => on(auth, 'confirmContact').skip(),
  'passkeyPrompt.submit': (auth) => on(auth, 'passkeyPrompt').submit(),
  'passkeyPrompt.cancel': (auth) => on(auth, 'passkeyPrompt').cancel(),
  'passkeyPrompt.skip': (auth) => on(auth, 'passkeyPrompt').skip(),
  'passkeyPrompt.never': (auth) => on(auth, 'passkeyPrompt').never(),
  'signedIn.load': (auth, { part }) => {
    const view = on(auth, 'signedIn')
    if (part === 'profile') view.loadProfile()
    else if (part === 'devices') view.loadDevices()
    else if (part === 'passkeys') view.loadPasskeys()
    else view.loadFactors()
  },
  'signedIn.changePassword': (auth, { previousPassword, password }) =>
    on(auth, 'signedIn').changePassword({
      previousPassword: previousPassword?.reveal(),
      password: password.reveal(),
    }),
  'signedIn.updateAttributes': (auth, { attributes }) =>
    on(auth, 'signedIn').updateAttributes({ attributes }),
  'signedIn.deleteAttributes': (auth, { names }) =>
    on(auth, 'signedIn').deleteAttributes({ names }),
  'signedIn.verifyAttribute': (auth, { attribute }) =>
    on(auth, 'signedIn').verifyAttribute({ attribute }),
  'signedIn.setupTotp': (auth) => on(auth, 'signedIn').setupTotp(),
  'signedIn.setMfaPreference': (auth, { preference }) =>
    on(auth, 'signedIn').setMfaPreference(preference),
  'signedIn.rememberDevice': (auth, { key }) => on(auth, 'signedIn').rememberDevice(key),
  'signedIn.forgetDevice': (auth, { key }) => on(auth, 'signedIn').forgetDevice(key),
  'signedIn.registerPasskey': (auth) => on(auth, 'signedIn').registerPasskey(),
  'signedIn.deletePasskey': (auth, { id }) => on(auth, 'signedIn').deletePasskey({ id }),
  'signedIn.deleteUser': (auth) => on(auth, 'signedIn').deleteUser(),
  'signedIn.cancel': (auth) => on(auth, 'signedIn').cancel(),
  signOut: (auth, { global }) => {
    const view = on(auth, 'signedIn')
    if (global) view.globalSignOut()
    else view.signOut()
  },
}

/** By the function of the view that has the name of the action, `acceptTerms.accept`. */
function actInStep(auth: Auth, { type, input }: { type: string; input?: Secret<unknown> }): void {
  const name = type.slice(type.indexOf('.') + 1)
  const view = auth.getView() as unknown as Record<string, unknown>
  const run = view[name]
  if (typeof run !== 'function') throw new NotOfferedError(`The screen has no ${name}()`)
  run(input?.reveal())
}

/** What apps may send on any screen: no view has a function for it. */
const sentAnywhere: ReadonlySet<string> = new Set<ScreenEvent['type']>([
  'go.signedIn',
  'signedIn.load',
  'signedIn.cancel',
  'signOut',
])

/** Does what an event of a walk says, as a user does it. */
export function act(auth: Auth, event: ScreenEvent): void {
  const how: (auth: Auth, event: never) => void = acts[event.type] ?? actInStep
  try {
    how(auth, event as never)
  } catch (error) {
    if (!(error instanceof NotOfferedError && sentAnywhere.has(event.type))) throw error
    actorOf(auth).send(event)
  }
}
