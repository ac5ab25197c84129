import type { Operation } from '../../src/cognito/operations.ts'
import type {
  Auth,
  AuthNotice,
  AuthPath,
  AuthRoute,
  AuthView,
  FailureCode,
} from '../../src/index.ts'
import { rest } from './failure-recorder.ts'
import { federate, gone, hosted, landing } from './hosted-places.ts'
import {
  devicePool,
  enter,
  home,
  type Place,
  signIn,
  view,
  walkIn,
  ways,
} from './operation-ways.ts'
import {
  asked,
  challenged,
  challengedByApp,
  choosing,
  confirming,
  confirmingContact,
  confirmingTwo,
  cooledDown,
  drop,
  during,
  endless,
  open,
  openAppPool,
  replacingPassword,
  resetting,
  settingUpApp,
  settingUpEmail,
  twoHours,
  unverified,
} from './reload-places.ts'
import {
  control,
  email,
  lastCode,
  openPage,
  password,
  settled,
  slowStorage,
} from './sandbox-auth.ts'
import { walkHome } from './walk-home.ts'

/** What any screen shows, by name. */
type Shown = AuthView extends infer View ? (View extends View ? keyof View : never) : never

/** The way to a leaf, and what a reload there leads to. */
export interface ReloadWay {
  /** Goes there; `auth` where it is not that of the place. */
  readonly reach: () => Promise<Place | { readonly place: Place; readonly auth: Auth }>
  /** Where a reload comes back to something else: what, and why that is right. */
  readonly back?: readonly [route: AuthRoute, why: string]
  /** What the screen shows differently afterwards, and why. */
  readonly differs?: Readonly<Partial<Record<Shown, string>>>
  /** What the page asks of Cognito by itself as it comes back. */
  readonly asks?: readonly Operation[]
  /** Goes on to the end of the flow; up to the signed-in user unless told. */
  readonly finish?: (place: Place) => Promise<unknown>
  readonly end?: AuthRoute
  /** What has to be told on the way there. */
  readonly fails?: readonly FailureCode[]
}

/** With the request under way that an operation's own way makes. */
const asking =
  (operation: Operation): ReloadWay['reach'] =>
  async () => {
    const place = await ways[operation].start()
    return during(place, operation, () => ways[operation].act(place))
  }

async function finishTask(operation: Operation, place: Place): Promise<void> {
  await ways[operation].act(place)
  await rest(place)
  if (!(await ways[operation].isDone(place))) throw new Error(`${operation} is not done`)
}

/** A task of the signed-in user: the reload gives it up, and it can be asked for once more. */
const task = (operation: Operation): ReloadWay => ({
  reach: asking(operation),
  finish: (place) => finishTask(operation, place),
})

/** Goes home, where the end of the flow is told. */
const homeTelling = (notice: AuthNotice) => async (place: Place) => {
  const told = (await walkHome(place)).notice
  if (told !== notice) throw new Error(`Not ${notice} but ${told}`)
}

const freshSecret = 'the secret is stored nowhere; a fresh one is asked for'
const noMoreSecret = 'the app has it already, and it is stored nowhere'
const appStays = 'the app is set up, and its preference is among the settings'
const given = 'the request is given up, so another can be made'
const noPassword = 'all is done but the sign-in, and its password is gone with the page'
const associates = {
  asks: ['AssociateSoftwareToken'],
  differs: { secret: freshSecret },
} as const satisfies Partial<ReloadWay>

/** A leaf that is missing here does not compile. */
export const reloadWays: Readonly<Record<AuthPath, ReloadWay>> = {
  'restoring.reading': {
    async reach() {
      const place = await home()
      const storage = slowStorage(place.page.stored, { get: endless })
      return { place, auth: place.page.load({ storage }) }
    },
    back: ['signedIn', 'it is looked up again'],
  },
  'restoring.completing': {
    async reach() {
      const place = await hosted()
      return during(place, 'oauth2/token', () => landing(place))
    },
    back: ['signIn', 'the code was on its way, and can be used once'],
  },
  'restoring.refreshing': {
    async reach() {
      const place = await home()
      await control(place.page, '/clock', { advanceMs: twoHours })
      return during(place, 'GetTokensFromRefreshToken', () => place.reload())
    },
    back: ['signedIn', 'the tokens are refreshed after all'],
    asks: ['GetTokensFromRefreshToken'],
  },

  'signIn.editing': {
    async reach() {
      const place = await open()
      view(place, 'signIn').submit({ username: email, password: 'Wrong-horse-7' })
      await rest(place)
      return place
    },
  },
  'signIn.federating': {
    async reach() {
      const place = await hosted()
      return during(place, 'GetId', () => federate(place))
    },
  },
  'redirecting.signingIn': {
    async reach() {
      const place = await hosted()
      await gone(place, () => view(place, 'signIn').redirect())
      return place
    },
    back: ['signIn', 'who comes back without an answer begins again'],
  },
  'redirecting.signingOut': {
    async reach() {
      const place = await hosted()
      await landing(place)
      const { signOut } = await settled(place.auth, 'signedIn')
      await gone(place, signOut)
      return place
    },
    back: ['signIn', 'here the session has ended already'],
  },
  'signIn.submitting': { reach: asking('InitiateAuth') },

  'confirmSignIn.editing': { reach: challengedByApp },
  'confirmSignIn.submitting': { reach: asking('RespondToAuthChallenge') },

  'customChallenge.editing': { reach: asked },
  'customChallenge.submitting': {
    async reach() {
      const place = await asked()
      return during(place, 'RespondToAuthChallenge', () =>
        view(place, 'customChallenge').submit({ answer: '2' }),
      )
    },
  },

  'selectMfaType.editing': { reach: choosing },
  'selectMfaType.submitting': {
    async reach() {
      const place = await choosing()
      return during(place, 'RespondToAuthChallenge', () =>
        view(place, 'selectMfaType').submit({ mfaType: 'EMAIL' }),
      )
    },
  },

  'setupTotp.associating': {
    async reach() {
      const place = await openAppPool()
      return during(place, 'AssociateSoftwareToken', () => signIn(place))
    },
    ...associates,
  },
  'setupTotp.failed': {
    async reach() {
      const place = await openAppPool()
      await drop(place, 'AssociateSoftwareToken')
      signIn(place)
      await settled(place.auth, 'setupTotp')
      return place
    },
    ...associates,
    differs: { secret: freshSecret, canRetry: 'the reload was another try' },
  },
  'setupTotp.editing': { reach: settingUpApp, ...associates },
  'setupTotp.verifying': {
    async reach() {
      const place = await settingUpApp()
      return during(place, 'VerifySoftwareToken', () => walkIn(place))
    },
    ...associates,
  },
  'setupTotp.verified': {
    async reach() {
      const place = await settingUpApp()
      await drop(place, 'RespondToAuthChallenge')
      await walkIn(place)
      await rest(place)
      return place
    },
    differs: { secret: noMoreSecret },
  },
  'setupTotp.submitting': {
    async reach() {
      const place = await settingUpApp()
      return during(place, 'RespondToAuthChallenge', () => walkIn(place))
    },
    differs: { secret: noMoreSecret, canRetry: given },
  },

  'setupEmail.editing': { reach: settingUpEmail },
  'setupEmail.submitting': {
    async reach() {
      const place = await settingUpEmail()
      return during(place, 'RespondToAuthChallenge', () =>
        view(place, 'setupEmail').submit({ email }),
      )
    },
  },

  'newPassword.editing': { reach: replacingPassword },
  'newPassword.submitting': {
    async reach() {
      const place = await replacingPassword()
      return during(place, 'RespondToAuthChallenge', () =>
        view(place, 'newPassword').submit({ password, attributes: { given_name: 'Ada' } }),
      )
    },
  },

  'signUp.editing': {
    async reach() {
      const place = enter(openPage())
      ;(await settled(place.auth, 'signIn')).goSignUp()
      view(place, 'signUp').submit({ username: email, password: 'weak', attributes: { email } })
      await rest(place)
      return place
    },
  },
  'signUp.submitting': { reach: asking('SignUp') },
  'signUp.signingIn': {
    async reach() {
      const place = enter(
        openPage({
          triggers: {
            preSignUp(event) {
              event.response.autoConfirmUser = true
              event.response.autoVerifyEmail = true
              return event
            },
          },
        }),
      )
      ;(await settled(place.auth, 'signIn')).goSignUp()
      return during(place, 'InitiateAuth', () =>
        view(place, 'signUp').submit({ username: email, password, attributes: { email } }),
      )
    },
    back: ['signIn', noPassword],
  },

  'confirmSignUp.editing.cooling': { reach: confirming },
  'confirmSignUp.editing.ready': { reach: async () => cooledDown(await confirming()) },
  'confirmSignUp.submitting': { reach: asking('ConfirmSignUp') },
  'confirmSignUp.resending': {
    reach: asking('ResendConfirmationCode'),
    differs: { canResend: given },
  },
  'confirmSignUp.signingIn': {
    async reach() {
      const place = await confirming()
      return during(place, 'InitiateAuth', () => walkIn(place))
    },
    back: ['signIn', noPassword],
  },

  'forgotPassword.editing': {
    async reach() {
      const place = await open()
      view(place, 'signIn').submit({ username: email, password: 'Wrong-horse-7' })
      await rest(place)
      view(place, 'signIn').goForgotPassword()
      return place
    },
  },
  'forgotPassword.submitting': { reach: asking('ForgotPassword') },

  'resetPassword.editing.cooling': { reach: resetting },
  'resetPassword.editing.ready': { reach: async () => cooledDown(await resetting()) },
  'resetPassword.submitting': { reach: asking('ConfirmForgotPassword') },
  'resetPassword.resending': {
    async reach() {
      const place = await cooledDown(await resetting())
      return during(place, 'ForgotPassword', () => view(place, 'resetPassword').resend())
    },
    differs: { canResend: given },
  },
  'resetPassword.signingIn': {
    async reach() {
      const place = await resetting()
      const code = await lastCode(place.page)
      return during(place, 'InitiateAuth', () =>
        view(place, 'resetPassword').submit({ code, password }),
      )
    },
    back: ['signIn', noPassword],
  },

  'signedIn.idle': { reach: () => home(), finish: (place) => finishTask('ChangePassword', place) },
  'signedIn.tasks.changingPassword': task('ChangePassword'),
  'signedIn.tasks.updatingAttributes': task('UpdateUserAttributes'),
  'signedIn.tasks.deletingAttributes': task('DeleteUserAttributes'),
  'signedIn.tasks.sendingCode': {
    reach: asking('GetUserAttributeVerificationCode'),
    async finish(place) {
      await finishTask('GetUserAttributeVerificationCode', place)
      await homeTelling('contactConfirmed')(place)
    },
  },
  'signedIn.tasks.settingMfaPreference': task('SetUserMFAPreference'),
  'signedIn.tasks.deletingUser': { ...task('DeleteUser'), end: 'signIn' },
  'signedIn.devices.confirming': {
    reach: asking('ConfirmDevice'),
    back: ['signedIn', 'until the device is registered it is still restoring'],
    asks: ['ConfirmDevice'],
    finish: ({ auth }) => auth.getSession({ forceRefresh: true }),
  },
  'signedIn.devices.remembering': {
    async reach() {
      const place = await challenged(devicePool(true))
      const code = await lastCode(place.page)
      return during(place, 'UpdateDeviceStatus', () =>
        view(place, 'confirmSignIn').submit({ code, rememberDevice: true }),
      )
    },
    asks: ['UpdateDeviceStatus'],
    finish: homeTelling('deviceRemembered'),
  },
  'signedIn.devices.forgetting': task('ForgetDevice'),
  'signedIn.setupTotp.associating': {
    reach: asking('AssociateSoftwareToken'),
    ...associates,
    finish: homeTelling('totpVerified'),
  },
  'signedIn.setupTotp.failed': {
    async reach() {
      const place = await home()
      await drop(place, 'AssociateSoftwareToken')
      view(place, 'signedIn').setupTotp()
      await rest(place)
      return place
    },
    ...associates,
    differs: { secret: freshSecret, canRetry: 'the reload was another try' },
    finish: homeTelling('totpVerified'),
  },
  'signedIn.setupTotp.editing': {
    reach: () => ways.VerifySoftwareToken.start(),
    ...associates,
    finish: homeTelling('totpVerified'),
  },
  'signedIn.setupTotp.verifying': {
    reach: asking('VerifySoftwareToken'),
    ...associates,
    finish: homeTelling('totpVerified'),
  },
  'signedIn.setupTotp.preferring': {
    async reach() {
      const place = await ways.VerifySoftwareToken.start()
      return during(place, 'SetUserMFAPreference', () => walkIn(place))
    },
    back: ['signedIn', appStays],
  },
  'signedIn.setupTotp.verified': {
    async reach() {
      const place = await ways.VerifySoftwareToken.start()
      await drop(place, 'SetUserMFAPreference')
      await walkIn(place)
      await rest(place)
      return place
    },
    back: ['signedIn', appStays],
  },
  'signedIn.verifyContact.editing': {
    reach: unverified,
    finish: homeTelling('contactConfirmed'),
  },
  'signedIn.verifyContact.submitting': {
    async reach() {
      const place = await unverified()
      return during(place, 'GetUserAttributeVerificationCode', () =>
        view(place, 'verifyContact').submit({ attribute: 'email' }),
      )
    },
    finish: homeTelling('contactConfirmed'),
  },
  'signedIn.confirmContact.editing.cooling': {
    reach: confirmingTwo,
    finish: homeTelling('contactConfirmed'),
  },
  'signedIn.confirmContact.editing.ready': {
    reach: async () => cooledDown(await confirmingContact()),
    finish: homeTelling('contactConfirmed'),
  },
  'signedIn.confirmContact.submitting': {
    reach: asking('VerifyUserAttribute'),
    finish: homeTelling('contactConfirmed'),
  },
  'signedIn.confirmContact.resending': {
    async reach() {
      const place = await cooledDown(await confirmingContact())
      return during(place, 'GetUserAttributeVerificationCode', () =>
        view(place, 'confirmContact').resend(),
      )
    },
    differs: { canResend: given },
    finish: homeTelling('contactConfirmed'),
  },

  'signedIn.revokingAll': {
    ...task('GlobalSignOut'),
    back: [
      'signedIn',
      'Cognito has not said that the session is over, and asking again does no harm',
    ],
    end: 'signIn',
  },
  'signingOut.revoking': {
    reach: asking('RevokeToken'),
    back: ['signIn', 'here the session ended at once'],
  },
  'signingOut.ending': {
    async reach() {
      const place = await home()
      const storage = slowStorage(place.page.stored, { remove: endless })
      const auth = place.page.load({ storage })
      ;(await settled(auth, 'signedIn')).globalSignOut()
      return { place, auth }
    },
    back: ['signedIn', 'the storage still has the tokens; Cognito’s next answer ends the session'],
    async finish(place) {
      view(place, 'signedIn').loadProfile()
      await settled(place.auth, 'signIn')
      await walkHome(place)
    },
    fails: ['sessionRevoked'],
  },
}
