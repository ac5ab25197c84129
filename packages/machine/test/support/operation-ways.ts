import type { Operation } from '../../src/cognito/operations.ts'
import type { Auth, AuthRoute, ViewOf } from '../../src/index.ts'
import {
  control,
  createUser,
  email,
  lastCode,
  mfaPool,
  mustAsk,
  openPage,
  type Page,
  password,
  settled,
  signUp,
  totpCode,
} from './sandbox-auth.ts'

export interface Place {
  readonly page: Page
  readonly auth: Auth
}

/** How a request comes about, and how one sees that it went well. */
export interface Way {
  readonly start: () => Promise<Place>
  readonly act: (place: Place) => unknown
  readonly isDone: (place: Place) => unknown
}

const fresh = 'Another-horse-8'

/** Signs in without SRP, which is slow and judged elsewhere. */
const config = { authenticationFlowType: 'USER_PASSWORD_AUTH' }

async function start(pool: object = mfaPool('OPTIONAL')): Promise<Place> {
  const page = openPage({ pool })
  await createUser(page, { name: 'Ada' })
  return { page, auth: page.load({ config }) }
}

async function submitSignIn({ auth }: Place) {
  ;(await settled(auth, 'signIn')).submit({ username: email, password })
}

async function home(pool?: object): Promise<Place> {
  const place = await start(pool)
  await submitSignIn(place)
  await settled(place.auth, 'signedIn')
  return place
}

const view = <Route extends AuthRoute>({ auth }: Place, route: Route): ViewOf<Route> => {
  const view = auth.getView()
  if (view.route !== route) throw new Error(`Not ${route} but ${view.route}`)
  return view as ViewOf<Route>
}

const isAt = (route: AuthRoute) => (place: Place) => place.auth.getView().route === route
const tells = (notice: string) => (place: Place) => place.auth.getView().notice === notice

const task = (
  act: (view: ViewOf<'signedIn'>) => void,
  isDone: Way['isDone'],
  pool?: object,
): Way => ({ start: () => home(pool), act: (place) => act(view(place, 'signedIn')), isDone })

const reading = (part: 'profile' | 'devices', act: (view: ViewOf<'signedIn'>) => void): Way =>
  task(act, (place) => {
    const { isLoading, data } = view(place, 'signedIn')[part]
    return !isLoading && data !== undefined
  })

const devicePool = (DeviceOnlyRememberedOnUserPrompt: boolean) => ({
  DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt },
})

export const ways: Readonly<Record<Operation, Way>> = {
  InitiateAuth: {
    start,
    act: (place) => view(place, 'signIn').submit({ username: email, password }),
    isDone: isAt('signedIn'),
  },
  RespondToAuthChallenge: {
    async start() {
      const place = await start()
      const EmailMfaSettings = { Enabled: true, PreferredMfa: true }
      const factor = { Username: email, EmailMfaSettings }
      await mustAsk(place.page, 'AdminSetUserMFAPreference', factor)
      await submitSignIn(place)
      await settled(place.auth, 'confirmSignIn')
      return place
    },
    act: async (place) => view(place, 'confirmSignIn').submit({ code: await lastCode(place.page) }),
    isDone: isAt('signedIn'),
  },
  AssociateSoftwareToken: {
    start: home,
    act: ({ auth }) => {
      const view = auth.getView()
      if (view.route === 'signedIn') view.setupTotp()
      if (view.route === 'setupTotp') view.retry()
    },
    isDone: (place) => view(place, 'setupTotp').secret !== undefined,
  },
  VerifySoftwareToken: {
    async start() {
      const place = await home()
      view(place, 'signedIn').setupTotp()
      await settled(place.auth, 'setupTotp')
      return place
    },
    act: async (place) => {
      const setup = view(place, 'setupTotp')
      setup.submit({ code: await totpCode(place.page, setup.secret?.reveal() ?? '') })
    },
    isDone: tells('totpVerified'),
  },
  SignUp: {
    async start() {
      const page = openPage()
      const auth = page.load({ config })
      ;(await settled(auth, 'signIn')).goSignUp()
      return { page, auth }
    },
    act: (place) =>
      view(place, 'signUp').submit({ username: email, password, attributes: { email } }),
    isDone: isAt('confirmSignUp'),
  },
  ConfirmSignUp: {
    async start() {
      const page = openPage()
      const auth = page.load({ config })
      await signUp(auth)
      return { page, auth }
    },
    act: async (place) => view(place, 'confirmSignUp').submit({ code: await lastCode(place.page) }),
    isDone: isAt('signedIn'),
  },
  ResendConfirmationCode: {
    async start() {
      const page = openPage()
      await signUp(page.load({ config }))
      await control(page, '/clock', { advanceMs: 31_000 })
      const auth = page.load({ config })
      await settled(auth, 'confirmSignUp')
      return { page, auth }
    },
    act: (place) => view(place, 'confirmSignUp').resend(),
    isDone: tells('codeSent'),
  },
  ForgotPassword: {
    async start() {
      const place = await start()
      ;(await settled(place.auth, 'signIn')).goForgotPassword()
      return place
    },
    act: (place) => view(place, 'forgotPassword').submit({ username: email }),
    isDone: isAt('resetPassword'),
  },
  ConfirmForgotPassword: {
    async start() {
      const place = await start()
      ;(await settled(place.auth, 'signIn')).goForgotPassword()
      ;(await settled(place.auth, 'forgotPassword')).submit({ username: email })
      await settled(place.auth, 'resetPassword')
      return place
    },
    act: async (place) =>
      view(place, 'resetPassword').submit({ code: await lastCode(place.page), password: fresh }),
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
    async start() {
      const place = await home()
      view(place, 'signedIn').verifyAttribute({ attribute: 'email' })
      await settled(place.auth, 'confirmContact')
      return place
    },
    act: async (place) =>
      view(place, 'confirmContact').submit({ code: await lastCode(place.page) }),
    isDone: tells('contactConfirmed'),
  },
  ChangePassword: task(
    (view) => view.changePassword({ previousPassword: password, password: fresh }),
    tells('passwordChanged'),
  ),
  SetUserMFAPreference: task(
    (view) => view.setMfaPreference({ EMAIL: 'ENABLED' }),
    tells('mfaPreferenceSet'),
  ),
  ConfirmDevice: {
    start: () => start(devicePool(false)),
    act: (place) => view(place, 'signIn').submit({ username: email, password }),
    isDone: isAt('signedIn'),
  },
  UpdateDeviceStatus: task(
    (view) => view.rememberDevice(),
    tells('deviceRemembered'),
    devicePool(true),
  ),
  ForgetDevice: task((view) => view.forgetDevice(), tells('deviceForgotten'), devicePool(true)),
  DeleteUser: task((view) => view.deleteUser(), tells('userDeleted')),
}
