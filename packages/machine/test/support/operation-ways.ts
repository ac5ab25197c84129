import type { Operation } from '../../src/cognito/operations.ts'
import type { Auth, AuthRoute, ViewOf } from '../../src/index.ts'
import {
  control,
  createUser,
  email,
  type LoadOptions,
  lastCode,
  mfaPool,
  mustCallCognito,
  openPage,
  type Page,
  password,
  settled,
  signUp,
  submitSignIn,
  totpCode,
} from './sandbox-auth.ts'

export interface Place {
  readonly page: Page
  readonly auth: Auth
  /** Loads the page again, and tells whoever watches. */
  readonly reload: () => void
  onReload?: () => void
  /** Of the authenticator app, once it was shown. */
  totpSecret?: string | undefined
}

/** How the app is opened, e.g. how patient it is. */
export type Opening = Pick<LoadOptions, 'timeoutMs' | 'config' | 'navigator'>

/** A request: of the user pool, or of what stands beside it. */
export type Asked = Operation | 'oauth2/token' | 'GetId' | 'GetCredentialsForIdentity'

/** How a request comes about, and how one sees that it went well. */
export interface Way {
  readonly start: (opening?: Opening) => Promise<Place>
  readonly act: (place: Place) => unknown
  /** One step on from where a failure led, if `act` is not it: as often as it takes. */
  readonly goOn?: (place: Place) => unknown
  readonly isDone: (place: Place) => unknown
}

/** The password after a reset or a change. */
export const fresh = 'Another-horse-8'

/** Signs in without SRP, which is slow and judged elsewhere. */
export const withoutSrp = { authenticationFlowType: 'USER_PASSWORD_AUTH' }

/** Opens the app over a page, without SRP unless told. */
export function enter(page: Page, { config = withoutSrp, ...opening }: Opening = {}): Place {
  let auth = page.load({ config, ...opening })
  const place: Place = {
    page,
    get auth() {
      return auth
    },
    reload() {
      auth = page.load({ config, ...opening })
      place.onReload?.()
    },
  }
  return place
}

/** At the sign-in form, with a user who can sign in. */
export async function start(opening?: Opening, pool: object = mfaPool('OPTIONAL')): Promise<Place> {
  const page = openPage({ pool })
  await createUser(page, { name: 'Ada' })
  const place = enter(page, opening)
  await settled(place.auth, 'signIn')
  return place
}

export async function home(opening?: Opening, pool?: object): Promise<Place> {
  const place = await start(opening, pool)
  await submitSignIn(place.auth)
  await settled(place.auth, 'signedIn')
  return place
}

export const view = <Route extends AuthRoute>({ auth }: Place, route: Route): ViewOf<Route> => {
  const view = auth.getView()
  if (view.route !== route) throw new Error(`Not ${route} but ${view.route}`)
  return view as ViewOf<Route>
}

export const isAt = (route: AuthRoute) => (place: Place) => place.auth.getView().route === route
export const tells = (notice: string) => (place: Place) => place.auth.getView().notice === notice

export const signIn = (place: Place) => view(place, 'signIn').submit({ username: email, password })

/** Types in what the way in asks for, whatever it is. */
export async function walkIn(place: Place): Promise<void> {
  const { auth, page } = place
  const now = auth.getView()
  switch (now.route) {
    case 'signIn':
      return now.submit({ username: email, password })
    case 'selectMfaType':
      return now.submit({ mfaType: 'EMAIL' })
    case 'setupEmail':
      return now.submit({ email })
    case 'setupTotp':
      if (now.canRetry) return now.retry()
      place.totpSecret = now.secret?.reveal() ?? ''
      return now.submit({ code: await nextTotpCode(place) })
    case 'confirmSignIn':
    case 'confirmSignUp': {
      const isByApp = now.route === 'confirmSignIn' && now.mfaType === 'TOTP'
      return now.submit({ code: await (isByApp ? nextTotpCode(place) : lastCode(page)) })
    }
    default:
      throw new Error(`Nothing is asked on the way in at ${now.route}`)
  }
}

/** No code is good twice. */
async function nextTotpCode({ page, totpSecret = '' }: Place): Promise<string> {
  await control(page, '/clock', { advanceMs: 30_000 })
  return totpCode(page, totpSecret)
}

const task = (
  act: (view: ViewOf<'signedIn'>) => void,
  isDone: Way['isDone'],
  pool?: object,
): Way => ({
  start: (opening) => home(opening, pool),
  act: (place) => act(view(place, 'signedIn')),
  isDone,
})

const reading = (part: 'profile' | 'devices', act: (view: ViewOf<'signedIn'>) => void): Way =>
  task(act, (place) => {
    const { isLoading, data } = view(place, 'signedIn')[part]
    return !isLoading && data !== undefined
  })

/** Every sign-in from an unknown device makes it one of the user's. */
export const devicePool = (DeviceOnlyRememberedOnUserPrompt: boolean) => ({
  DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt },
})

/** Makes a code by e-mail the user's second factor. */
export const preferEmail = (page: Page) =>
  mustCallCognito(page, 'AdminSetUserMFAPreference', {
    Username: email,
    EmailMfaSettings: { Enabled: true, PreferredMfa: true },
  })

function goOnAfterReset(place: Place) {
  const now = place.auth.getView()
  if (now.route === 'signIn') return now.submit({ username: email, password: fresh })
  // The code was used: the password is the new one already.
  if (now.failure?.field === 'code') return view(place, 'resetPassword').goSignIn()
  return ways.ConfirmForgotPassword.act(place)
}

export const ways: Readonly<Record<Operation, Way>> = {
  InitiateAuth: { start, act: signIn, isDone: isAt('signedIn') },
  RespondToAuthChallenge: {
    async start(opening) {
      const place = await start(opening)
      await preferEmail(place.page)
      signIn(place)
      await settled(place.auth, 'confirmSignIn')
      return place
    },
    act: walkIn,
    isDone: isAt('signedIn'),
  },
  AssociateSoftwareToken: {
    start: home,
    act: ({ auth }) => {
      const view = auth.getView()
      if (view.route === 'signedIn') view.setupTotp()
      if (view.route === 'setupTotp') view.retry()
    },
    isDone: (place) => isAt('setupTotp')(place) && view(place, 'setupTotp').secret !== undefined,
  },
  VerifySoftwareToken: {
    async start(opening) {
      const place = await home(opening)
      view(place, 'signedIn').setupTotp()
      await settled(place.auth, 'setupTotp')
      return place
    },
    act: walkIn,
    goOn(place) {
      const now = place.auth.getView()
      if (now.route === 'signedIn') return now.setupTotp()
      // Cognito has taken it already, and the secret with it.
      if (now.failure?.code === 'mfaNotSetUp') return view(place, 'setupTotp').leave()
      return walkIn(place)
    },
    isDone: tells('totpVerified'),
  },
  SignUp: {
    async start(opening) {
      const place = enter(openPage(), opening)
      ;(await settled(place.auth, 'signIn')).goSignUp()
      return place
    },
    act: (place) =>
      view(place, 'signUp').submit({ username: email, password, attributes: { email } }),
    goOn(place) {
      const { auth } = place
      const now = auth.getView()
      if (now.route === 'signIn') return signIn(place)
      if (now.failure?.code === 'usernameExists') return view(place, 'signUp').goSignIn()
      return ways.SignUp.act(place)
    },
    isDone: isAt('confirmSignUp'),
  },
  ConfirmSignUp: {
    async start(opening) {
      const place = enter(openPage(), opening)
      await signUp(place.auth)
      return place
    },
    act: walkIn,
    isDone: isAt('signedIn'),
  },
  ResendConfirmationCode: {
    async start(opening) {
      const page = openPage()
      await signUp(page.load())
      await control(page, '/clock', { advanceMs: 31_000 })
      const place = enter(page, opening)
      await settled(place.auth, 'confirmSignUp')
      return place
    },
    act: (place) => view(place, 'confirmSignUp').resend(),
    isDone: tells('codeSent'),
  },
  ForgotPassword: {
    async start(opening) {
      const place = await start(opening)
      view(place, 'signIn').goForgotPassword()
      return place
    },
    act: (place) => view(place, 'forgotPassword').submit({ username: email }),
    isDone: isAt('resetPassword'),
  },
  ConfirmForgotPassword: {
    async start(opening) {
      const place = await start(opening)
      view(place, 'signIn').goForgotPassword()
      view(place, 'forgotPassword').submit({ username: email })
      await settled(place.auth, 'resetPassword')
      return place
    },
    act: async (place) =>
      view(place, 'resetPassword').submit({ code: await lastCode(place.page), password: fresh }),
    goOn: goOnAfterReset,
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
    tells('attributesUpdated'),
  ),
  DeleteUserAttributes: task(
    (view) => view.deleteAttributes({ names: ['name'] }),
    tells('attributesDeleted'),
  ),
  GetUserAttributeVerificationCode: task(
    (view) => view.verifyAttribute({ attribute: 'email' }),
    isAt('confirmContact'),
  ),
  VerifyUserAttribute: {
    async start(opening) {
      const place = await home(opening)
      view(place, 'signedIn').verifyAttribute({ attribute: 'email' })
      await settled(place.auth, 'confirmContact')
      return place
    },
    act: async (place) =>
      view(place, 'confirmContact').submit({ code: await lastCode(place.page) }),
    goOn(place) {
      const now = place.auth.getView()
      if (now.route === 'signedIn') return now.verifyAttribute({ attribute: 'email' })
      if (now.failure?.field === 'code') return view(place, 'confirmContact').skip()
      return ways.VerifyUserAttribute.act(place)
    },
    isDone: tells('contactConfirmed'),
  },
  ChangePassword: task((view) => {
    const isChanged = view.failure?.code === 'incorrectPreviousPassword'
    view.changePassword({ previousPassword: isChanged ? fresh : password, password: fresh })
  }, tells('passwordChanged')),
  SetUserMFAPreference: task(
    (view) => view.setMfaPreference({ EMAIL: 'ENABLED' }),
    tells('mfaPreferenceSet'),
  ),
  ConfirmDevice: {
    start: (opening) => start(opening, devicePool(false)),
    act: signIn,
    isDone: isAt('signedIn'),
  },
  UpdateDeviceStatus: task(
    (view) => view.rememberDevice(),
    tells('deviceRemembered'),
    devicePool(true),
  ),
  ForgetDevice: task((view) => view.forgetDevice(), tells('deviceForgotten'), devicePool(true)),
  DeleteUser: task((view) => view.deleteUser(), isAt('signIn')),
}
