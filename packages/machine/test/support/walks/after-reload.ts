import type { Operation } from '../../../src/cognito/operations.ts'
import type { AuthPath, AuthRoute, AuthView } from '../../../src/index.ts'

/** What any screen shows, by name. */
type Shown = AuthView extends infer View ? (View extends View ? keyof View : never) : never

/** What a reload changes in a leaf. */
export interface AfterReload {
  /** The route after the reload, where it is not the same: and why that is right. */
  readonly back?: readonly [route: AuthRoute, why: string]
  /** What the screen shows differently, and why. */
  readonly differs?: Readonly<Partial<Record<Shown, string>>>
  /** What the page requests by itself while it restores. */
  readonly requests?: readonly Operation[]
}

const freshSecret = 'the secret is stored nowhere; another one is requested'
const noMoreSecret = 'the app has it already, and it is stored nowhere'
const appStays = 'the app is set up, and its preference is among the settings'
const given = 'the request was aborted, so another can be made'
const noPassword = 'all is done but the sign-in, and its password is lost with the page'
const associates = {
  requests: ['AssociateSoftwareToken'],
  differs: { secret: freshSecret },
} as const satisfies AfterReload
const afterFailedSetup = {
  ...associates,
  differs: { secret: freshSecret, canRetry: 'the reload was another try' },
} as const satisfies AfterReload

/** Leaves where a reload changes something; everywhere else the same screen shows the same. */
export const afterReload: Readonly<Partial<Record<AuthPath, AfterReload>>> = {
  'restoring.reading': { back: ['signIn', 'no session is stored'] },
  'restoring.completing': {
    back: ['signIn', 'the code was in flight, and can be used once'],
  },
  'restoring.refreshing': {
    back: ['signedIn', 'the reload refreshes the tokens'],
    requests: ['GetTokensFromRefreshToken'],
  },
  'redirecting.signingIn': { back: ['signIn', 'a return without an answer starts again'] },
  'redirecting.signingOut': { back: ['signIn', 'here the session has ended already'] },
  'setupTotp.associating': associates,
  'setupTotp.failed': afterFailedSetup,
  'setupTotp.editing': associates,
  'setupTotp.verifying': associates,
  'setupTotp.verified': { differs: { secret: noMoreSecret } },
  'setupTotp.submitting': { differs: { secret: noMoreSecret, canRetry: given } },
  'signUp.signingIn': { back: ['signIn', noPassword] },
  'confirmSignIn.resending': { differs: { canResend: given } },
  'confirmSignUp.resending': { differs: { canResend: given } },
  'confirmSignUp.signingIn': { back: ['signIn', noPassword] },
  'resetPassword.resending': { differs: { canResend: given } },
  'resetPassword.signingIn': { back: ['signIn', noPassword] },
  'signedIn.devices.confirming': {
    back: ['signedIn', 'until the device is registered it is still restoring'],
    requests: ['ConfirmDevice'],
  },
  'signedIn.devices.remembering': { requests: ['UpdateDeviceStatus'] },
  'signedIn.setupTotp.associating': associates,
  'signedIn.setupTotp.failed': afterFailedSetup,
  'signedIn.setupTotp.editing': associates,
  'signedIn.setupTotp.verifying': associates,
  'signedIn.setupTotp.preferring': { back: ['signedIn', appStays] },
  'signedIn.setupTotp.verified': { back: ['signedIn', appStays] },
  'signedIn.confirmContact.resending': { differs: { canResend: given } },
  'signedIn.revokingAll': {
    back: [
      'signedIn',
      'Cognito has not said that the session is over, and a second request does no harm',
    ],
  },
  'signingOut.revoking': { back: ['signIn', 'here the session ended at once'] },
  'signingOut.ending': {
    back: [
      'signedIn',
      'the storage still has the tokens; Cognito’s next response ends the session',
    ],
  },
}
