import type { Operation } from '../../../src/cognito/operations.ts'
import type { ViewOf } from '../../../src/index.ts'
import { control, email, lastCode, openPage, password, settled, signUp } from '../sandbox-auth.ts'
import {
  type App,
  changedPassword,
  continueSignIn,
  devicePool,
  hasNotice,
  home,
  isAt,
  type Opening,
  openApp,
  preferEmail,
  signIn,
  start,
  view,
} from './app.ts'

/** A request to the user pool, the hosted UI or the identity pool. */
export type RequestName = Operation | 'oauth2/token' | 'GetId' | 'GetCredentialsForIdentity'

/** The steps that lead to a request, and the check that it succeeded. */
export interface Scenario {
  readonly start: (opening?: Opening) => Promise<App>
  readonly act: (app: App) => unknown
  /** The next step after a failure, repeated until `isDone`; by default `act`. */
  readonly next?: (app: App) => unknown
  readonly isDone: (app: App) => unknown
}

/** A scenario with more than one request, or from another screen than the operation's own. */
export interface MultiRequestScenario extends Scenario {
  /** The requests to test, in order; an operation is repeated for each of its requests. */
  readonly requests: readonly RequestName[]
}

const task = (
  act: (view: ViewOf<'signedIn'>) => void,
  isDone: Scenario['isDone'],
  pool?: object,
): Scenario => ({
  start: (opening) => home(opening, pool),
  act: (app) => act(view(app, 'signedIn')),
  isDone,
})

const reading = (part: 'profile' | 'devices', act: (view: ViewOf<'signedIn'>) => void): Scenario =>
  task(act, (app) => {
    const { isLoading, data } = view(app, 'signedIn')[part]
    return !isLoading && data !== undefined
  })

function nextAfterReset(app: App) {
  const now = app.auth.getView()
  if (now.route === 'signIn') return now.submit({ username: email, password: changedPassword })
  // The code was used: the password is the new one already.
  if (now.failure?.field === 'code') return view(app, 'resetPassword').goSignIn()
  return operationScenarios.ConfirmForgotPassword.act(app)
}

export const operationScenarios: Readonly<Record<Operation, Scenario>> = {
  InitiateAuth: { start, act: signIn, isDone: isAt('signedIn') },
  RespondToAuthChallenge: {
    async start(opening) {
      const app = await start(opening)
      await preferEmail(app.page)
      signIn(app)
      await settled(app.auth, 'confirmSignIn')
      return app
    },
    act: continueSignIn,
    isDone: isAt('signedIn'),
  },
  AssociateSoftwareToken: {
    start: home,
    act: ({ auth }) => {
      const view = auth.getView()
      if (view.route === 'signedIn') view.setupTotp()
      if (view.route === 'setupTotp') view.retry()
    },
    isDone: (app) => isAt('setupTotp')(app) && view(app, 'setupTotp').secret !== undefined,
  },
  VerifySoftwareToken: {
    async start(opening) {
      const app = await home(opening)
      view(app, 'signedIn').setupTotp()
      await settled(app.auth, 'setupTotp')
      return app
    },
    act: continueSignIn,
    next(app) {
      const now = app.auth.getView()
      if (now.route === 'signedIn') return now.setupTotp()
      // Cognito has taken it already, and the secret with it.
      if (now.failure?.code === 'mfaNotSetUp') return view(app, 'setupTotp').leave()
      return continueSignIn(app)
    },
    isDone: hasNotice('totpVerified'),
  },
  SignUp: {
    async start(opening) {
      const app = openApp(openPage(), opening)
      ;(await settled(app.auth, 'signIn')).goSignUp()
      return app
    },
    act: (app) => view(app, 'signUp').submit({ username: email, password, attributes: { email } }),
    next(app) {
      const { auth } = app
      const now = auth.getView()
      if (now.route === 'signIn') return signIn(app)
      if (now.failure?.code === 'usernameExists') return view(app, 'signUp').goSignIn()
      return operationScenarios.SignUp.act(app)
    },
    isDone: isAt('confirmSignUp'),
  },
  ConfirmSignUp: {
    async start(opening) {
      const app = openApp(openPage(), opening)
      await signUp(app.auth)
      return app
    },
    act: continueSignIn,
    isDone: isAt('signedIn'),
  },
  ResendConfirmationCode: {
    async start(opening) {
      const page = openPage()
      await signUp(page.load())
      await control(page, '/clock', { advanceMs: 31_000 })
      const app = openApp(page, opening)
      await settled(app.auth, 'confirmSignUp')
      return app
    },
    act: (app) => view(app, 'confirmSignUp').resend(),
    isDone: hasNotice('codeSent'),
  },
  ForgotPassword: {
    async start(opening) {
      const app = await start(opening)
      view(app, 'signIn').goForgotPassword()
      return app
    },
    act: (app) => view(app, 'forgotPassword').submit({ username: email }),
    isDone: isAt('resetPassword'),
  },
  ConfirmForgotPassword: {
    async start(opening) {
      const app = await start(opening)
      view(app, 'signIn').goForgotPassword()
      view(app, 'forgotPassword').submit({ username: email })
      await settled(app.auth, 'resetPassword')
      return app
    },
    act: async (app) =>
      view(app, 'resetPassword').submit({
        code: await lastCode(app.page),
        password: changedPassword,
      }),
    next: nextAfterReset,
    isDone: isAt('signedIn'),
  },
  GetTokensFromRefreshToken: {
    start: home,
    act: ({ auth }) => auth.getSession({ forceRefresh: true }).catch(() => undefined),
    isDone: ({ auth }) =>
      auth.getSession({ forceRefresh: true }).then(
        () => true,
        () => false,
      ),
  },
  RevokeToken: task((view) => view.signOut(), isAt('signIn')),
  GlobalSignOut: task((view) => view.globalSignOut(), isAt('signIn')),
  GetUser: reading('profile', (view) => view.loadProfile()),
  ListDevices: reading('devices', (view) => view.loadDevices()),
  UpdateUserAttributes: task(
    (view) => view.updateAttributes({ attributes: { name: 'Grace' } }),
    hasNotice('attributesUpdated'),
  ),
  DeleteUserAttributes: task(
    (view) => view.deleteAttributes({ names: ['name'] }),
    hasNotice('attributesDeleted'),
  ),
  GetUserAttributeVerificationCode: task(
    (view) => view.verifyAttribute({ attribute: 'email' }),
    isAt('confirmContact'),
  ),
  VerifyUserAttribute: {
    async start(opening) {
      const app = await home(opening)
      view(app, 'signedIn').verifyAttribute({ attribute: 'email' })
      await settled(app.auth, 'confirmContact')
      return app
    },
    act: async (app) => view(app, 'confirmContact').submit({ code: await lastCode(app.page) }),
    next(app) {
      const now = app.auth.getView()
      if (now.route === 'signedIn') return now.verifyAttribute({ attribute: 'email' })
      if (now.failure?.field === 'code') return view(app, 'confirmContact').skip()
      return operationScenarios.VerifyUserAttribute.act(app)
    },
    isDone: hasNotice('contactConfirmed'),
  },
  ChangePassword: task((view) => {
    const isChanged = view.failure?.code === 'incorrectPreviousPassword'
    view.changePassword({
      previousPassword: isChanged ? changedPassword : password,
      password: changedPassword,
    })
  }, hasNotice('passwordChanged')),
  SetUserMFAPreference: task(
    (view) => view.setMfaPreference({ EMAIL: 'ENABLED' }),
    hasNotice('mfaPreferenceSet'),
  ),
  ConfirmDevice: {
    start: (opening) => start(opening, devicePool(false)),
    act: signIn,
    isDone: isAt('signedIn'),
  },
  UpdateDeviceStatus: task(
    (view) => view.rememberDevice(),
    hasNotice('deviceRemembered'),
    devicePool(true),
  ),
  ForgetDevice: task((view) => view.forgetDevice(), hasNotice('deviceForgotten'), devicePool(true)),
  DeleteUser: task((view) => view.deleteUser(), isAt('signIn')),
}
