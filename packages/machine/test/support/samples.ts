import type { OutputFrom } from 'xstate'
import type { actors } from '../../src/chart/setup.ts'
import { failureTable } from '../../src/failure-table.ts'
import {
  type AuthEvent,
  type AuthUser,
  type Challenge,
  Secret,
  type SignedOutScreen,
  type Unfinished,
} from '../../src/index.ts'

type Actors = typeof actors
export type RequestName = Exclude<keyof Actors, 'session' | 'account'>

const user: AuthUser = {
  kind: 'userPool',
  username: 'sub',
  userId: 'sub',
  email: 'ada@example.com',
  name: undefined,
  groups: [],
  provider: undefined,
}
const hostedUiUser: AuthUser = { ...user, kind: 'hostedUi', provider: 'Google' }
const federatedUser: AuthUser = { ...user, kind: 'federated', provider: 'google' }
const delivery = { medium: 'EMAIL', destination: 'a***@e***', attribute: 'email' } as const
const codeSent = { delivery, resendAt: Number.MAX_SAFE_INTEGER }
const held = {
  kind: 'challenge',
  username: 'sub',
  session: new Secret('session'),
  askedAt: 0,
} as const

/** One of each kind that the chart tells apart. */
export const challenges: readonly Challenge[] = [
  { ...held, type: 'code', mfaType: 'SMS', destination: '+***', deviceName: undefined },
  { ...held, type: 'custom', parameters: { question: '?' } },
  { ...held, type: 'mfaType', options: ['SMS', 'TOTP'] },
  { ...held, type: 'mfaSetup', options: ['TOTP', 'EMAIL'] },
  { ...held, type: 'mfaSetup', options: ['TOTP'] },
  { ...held, type: 'mfaSetup', options: ['EMAIL'] },
  { ...held, type: 'mfaSetup', options: ['SMS'] },
  { ...held, type: 'newPassword', missingAttributes: ['gender'], providedAttributes: ['email'] },
  { ...held, type: 'unknown', name: 'HOLOGRAM' },
]

const signedIn = {
  kind: 'signedIn',
  user,
  newDevice: undefined,
  isDeviceTracked: true,
  contacts: [],
} as const
const newDevice = { key: 'device', groupKey: 'group' }
const contacts = [{ attribute: 'email', value: 'ada@example.com' }] as const
const signIns = [
  signedIn,
  { ...signedIn, newDevice },
  { ...signedIn, contacts },
  ...challenges,
] as const

const nothingUnfinished: Unfinished = {
  newDevice: undefined,
  rememberDevice: false,
  contacts: [],
  delivery: undefined,
  deliveries: [],
  resendAt: 0,
  isTotpUnfinished: false,
}
/** The challenges that a reload may have interrupted. */
export const interrupted: readonly SignedOutScreen[] = [
  ...challenges.map((challenge) => ({ route: 'challenge' as const, challenge })),
  ...challenges
    .filter(({ type }) => type === 'mfaSetup')
    .map((challenge) => ({ route: 'totpVerified' as const, challenge })),
].map((screen) => ({ ...screen, username: 'ada', round: 2 }))

/** What a reload may have interrupted while somebody was signed in. */
export const unfinished: readonly Unfinished[] = [
  { ...nothingUnfinished, newDevice },
  { ...nothingUnfinished, newDevice, rememberDevice: true, contacts },
  { ...nothingUnfinished, rememberDevice: true },
  { ...nothingUnfinished, contacts },
  { ...nothingUnfinished, ...codeSent },
  { ...nothingUnfinished, delivery, deliveries: [delivery] },
  { ...nothingUnfinished, isTotpUnfinished: true },
]

/** What each actor may answer: one sample of everything that the chart tells apart. */
export const outputs: { readonly [Name in RequestName]: readonly OutputFrom<Actors[Name]>[] } = {
  readSession: [
    ...[undefined, ...unfinished].flatMap((unfinished) => [
      { kind: 'signedIn' as const, user, unfinished },
      { kind: 'due' as const, user, unfinished },
    ]),
    { kind: 'signedIn', user: hostedUiUser, unfinished: undefined },
    { kind: 'signedOut' },
    { kind: 'pending', screen: { route: 'signIn', username: 'ada' } },
    { kind: 'pending', screen: { route: 'signUp', username: 'ada' } },
    { kind: 'pending', screen: { route: 'forgotPassword', username: 'ada' } },
    { kind: 'pending', screen: { route: 'confirmSignUp', username: 'ada', ...codeSent } },
    { kind: 'pending', screen: { route: 'resetPassword', username: 'ada', ...codeSent } },
    ...interrupted.map((screen) => ({ kind: 'pending' as const, screen })),
  ],
  refreshSession: [
    { kind: 'signedIn', user },
    { kind: 'signedIn', user: hostedUiUser },
  ],
  signIn: signIns,
  redirectToSignIn: [{ answer: undefined }, { answer: new Secret('https://example.com/?code=') }],
  completeRedirect: [{ ...signedIn, user: hostedUiUser, customState: 'page' }],
  federatedSignIn: [{ ...signedIn, user: federatedUser }],
  redirectToSignOut: [undefined],
  autoSignIn: [...signIns, { kind: 'passwordNeeded' }],
  respondToChallenge: signIns,
  signUp: [
    { kind: 'confirmed', ...codeSent },
    { kind: 'unconfirmed', ...codeSent },
  ],
  confirmSignUp: [undefined],
  resendSignUpCode: [codeSent],
  forgotPassword: [codeSent],
  resetPassword: [undefined],
  associateSoftwareToken: [{ secret: new Secret('BASE32'), challenge: undefined }],
  verifySoftwareToken: [undefined],
  confirmDevice: [{ isUpToUser: false }, { isUpToUser: true }],
  rememberDevice: [undefined],
  forgetDevice: [undefined],
  changePassword: [undefined],
  updateAttributes: [
    { deliveries: [], resendAt: 0 },
    { deliveries: [delivery, delivery], resendAt: Number.MAX_SAFE_INTEGER },
  ],
  deleteAttributes: [undefined],
  sendAttributeCode: [codeSent],
  verifyAttribute: [{ attribute: 'email' }],
  setMfaPreference: [undefined],
  deleteUser: [undefined],
  revokeToken: [undefined],
  globalSignOut: [undefined],
  endSession: [undefined],
}

/** What each actor may throw: every row of the failure table, and something nobody knows. */
export const errors: readonly Error[] = [
  ...Object.entries(failureTable).flatMap(([name, rows]) =>
    rows.map((row) => named(name, 'says' in row ? row.says : 'Something')),
  ),
  named('BrandNewException', '!'),
]

function named(name: string, message: string) {
  return Object.assign(new Error(message), { name })
}

const code = new Secret('123456')
const password = new Secret('Correct-horse-7')
const providerToken = {
  provider: 'google',
  token: 'x.y.z',
  expiresAt: Number.MAX_SAFE_INTEGER,
  identityId: undefined,
  profile: { name: 'Ada' },
}
const failure = { code: 'sessionRevoked', message: '', retryable: false, cause: undefined } as const
const reading = { data: undefined, isLoading: true, failure: undefined }

/** Every event that may come from a screen or from a child actor, by type. */
export const events: {
  readonly [Type in AuthEvent['type']]: readonly Omit<Extract<AuthEvent, { type: Type }>, 'type'>[]
} = {
  'go.signIn': [{}],
  'go.signUp': [{}],
  'go.signedIn': [{}],
  'go.forgotPassword': [{}],
  'signIn.submit': [{ username: 'ada', password }],
  'signIn.cancel': [{}],
  'signIn.redirect': [{}, { provider: 'Google', customState: 'page' }],
  'signIn.federate': [{ token: new Secret(providerToken) }],
  'redirecting.cancel': [{}],
  'confirmSignIn.submit': [
    { code, rememberDevice: true },
    { code, rememberDevice: false },
  ],
  'confirmSignIn.cancel': [{}],
  'customChallenge.submit': [{ answer: code }],
  'customChallenge.cancel': [{}],
  'selectMfaType.submit': [{ mfaType: 'TOTP' }, { mfaType: 'EMAIL' }, { mfaType: 'SMS' }],
  'selectMfaType.cancel': [{}],
  'setupEmail.submit': [{ email: 'ada@example.com' }],
  'setupEmail.cancel': [{}],
  'setupTotp.submit': [{ code }],
  'setupTotp.cancel': [{}],
  'setupTotp.retry': [{}],
  'setupTotp.leave': [{}],
  'newPassword.submit': [{ password }],
  'newPassword.cancel': [{}],
  'signUp.submit': [{ username: 'ada', password }],
  'signUp.cancel': [{}],
  'confirmSignUp.submit': [{ code }],
  'confirmSignUp.resend': [{}],
  'confirmSignUp.cancel': [{}],
  'forgotPassword.submit': [{ username: 'ada' }],
  'forgotPassword.cancel': [{}],
  'resetPassword.submit': [{ code, password }],
  'resetPassword.resend': [{}],
  'resetPassword.cancel': [{}],
  'verifyContact.submit': [{ attribute: 'email' }],
  'verifyContact.cancel': [{}],
  'verifyContact.skip': [{}],
  'confirmContact.submit': [{ code }],
  'confirmContact.resend': [{}],
  'confirmContact.cancel': [{}],
  'confirmContact.skip': [{}],
  'signedIn.load': [{ part: 'profile' }],
  'signedIn.changePassword': [{ previousPassword: password, password }],
  'signedIn.updateAttributes': [{ attributes: { name: 'Ada' } }],
  'signedIn.deleteAttributes': [{ names: ['name'] }],
  'signedIn.verifyAttribute': [{ attribute: 'email' }],
  'signedIn.setupTotp': [{}],
  'signedIn.setMfaPreference': [{ preference: { TOTP: 'PREFERRED' } }],
  'signedIn.rememberDevice': [{}],
  'signedIn.forgetDevice': [{}],
  'signedIn.deleteUser': [{}],
  'signedIn.cancel': [{}],
  signOut: [{}, { global: true }],
  'session.refreshed': [{ user }],
  'session.refreshFailed': [{ failure }],
  'session.found': [{ user }],
  'session.ended': [{ failure }, { failure: undefined }],
  'account.read': [{ readings: { profile: reading } }],
}
