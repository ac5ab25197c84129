import type { SignedOutScreen, Unfinished } from '@authchart/machine'
import { Secret } from '@authchart/machine'
import type { AuthRequests } from '@authchart/machine/xstate'
import type { OutputFrom } from 'xstate'
import { challenges } from './challenges.ts'
import { delivery, federatedUser, hostedUiUser, person, user } from './person.ts'

type Actors = AuthRequests

/** The actors that answer once: all but the two that live on and report. */
export type RequestName = Exclude<keyof Actors, 'session' | 'account'>

/** What an actor answers at a time (epoch ms). */
export type Answer<Output> = (now: number) => Output

type Answers = {
  readonly [Name in RequestName]: Readonly<Record<string, Answer<OutputFrom<Actors[Name]>>>>
}

const always =
  <Output>(output: Output): Answer<Output> =>
  () =>
    output
const success = { success: always(undefined) }

/** As long as the machine makes users wait for a further code, in ms. */
const cooldownMs = 30_000
const codeSent = (now: number) => ({ delivery, resendAt: now + cooldownMs })

const signedIn = {
  kind: 'signedIn',
  user,
  newDevice: undefined,
  isDeviceTracked: false,
  contacts: [],
  passkeyOffer: undefined,
} as const
const newDevice = { key: 'us-east-1_device', groupKey: '-group' }
const contacts = [{ attribute: 'email', value: person.email }] as const

const challenged = Object.fromEntries(
  Object.entries(challenges).map(([label, challenge]) => [
    label,
    (issuedAt: number) => ({ ...challenge, issuedAt }),
  ]),
) as { [Label in keyof typeof challenges]: Answer<(typeof challenges)[Label]> }

const signIns = {
  tokens: always(signedIn),
  'tokens, and a new device': always({ ...signedIn, newDevice, isDeviceTracked: true }),
  'tokens, and an unverified contact': always({ ...signedIn, contacts }),
  'tokens, and a passkey to create': always({ ...signedIn, passkeyOffer: 'prompt' as const }),
  'tokens, and a passkey to create in the background': always({
    ...signedIn,
    passkeyOffer: 'upgrade' as const,
  }),
  ...challenged,
}

/** What was requested, which is a password on walks, is not one of the choices. */
const chosen = {
  ...signIns,
  SELECT_CHALLENGE: always({ ...challenges.SELECT_CHALLENGE, rejected: 'PASSWORD' as const }),
}

const credential = new Secret<string>(person.passkey)

const nothingUnfinished: Unfinished = {
  newDevice: undefined,
  rememberDevice: false,
  contacts: [],
  delivery: undefined,
  deliveries: [],
  resendAt: 0,
  isTotpUnfinished: false,
  passkeyOffer: undefined,
}

/** What a reload may have interrupted while a user was signed in. */
const unfinished: Readonly<Record<string, (now: number) => Unfinished>> = {
  'a device to confirm': always({ ...nothingUnfinished, newDevice }),
  'a device to remember': always({ ...nothingUnfinished, rememberDevice: true }),
  'a contact to verify': always({ ...nothingUnfinished, contacts }),
  'a code to type in': (now) => ({ ...nothingUnfinished, ...codeSent(now) }),
  'an authenticator app to set up': always({ ...nothingUnfinished, isTotpUnfinished: true }),
  'a passkey to create': always({ ...nothingUnfinished, passkeyOffer: 'prompt' }),
}

/** As Cognito sends it: `PublicKeyCredentialCreationOptionsJSON`. */
const passkeyRequest = {
  challenge: 'cGFzc2tleS1jaGFsbGVuZ2U',
  // Without `id`: of the page, wherever it is.
  rp: { name: 'localhost' },
  user: { id: 'YWRh', name: person.username, displayName: person.username },
  pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
  timeout: 60_000,
}

const known = { username: person.username }

/** The screens that a reload may have interrupted while no user was signed in. */
const screens: Readonly<Record<string, (now: number) => SignedOutScreen>> = {
  signIn: always({ route: 'signIn', ...known }),
  signUp: always({ route: 'signUp', ...known }),
  forgotPassword: always({ route: 'forgotPassword', ...known }),
  confirmSignUp: (now) => ({ route: 'confirmSignUp', ...known, ...codeSent(now) }),
  resetPassword: (now) => ({ route: 'resetPassword', ...known, ...codeSent(now) }),
  ...Object.fromEntries(
    Object.entries(challenges)
      // An unknown challenge has no screen that a reload could interrupt.
      .filter(([, { type }]) => type !== 'unknown')
      .map(([label, challenge]) => [
        label,
        (issuedAt: number) => ({
          route: 'challenge' as const,
          challenge: { ...challenge, issuedAt },
          ...known,
          round: 1,
        }),
      ]),
  ),
  'a verified authenticator app': always({
    route: 'totpVerified',
    challenge: challenges['MFA_SETUP of TOTP'],
    ...known,
    round: 1,
  }),
}

const restored = (kind: 'signedIn' | 'due') =>
  Object.fromEntries([
    [
      kind === 'due' ? 'a session, due' : 'a session',
      always({ kind, user, unfinished: undefined }),
    ],
    ...Object.entries(unfinished).map(
      ([label, what]) =>
        [
          kind === 'due' ? `a session, due, with ${label}` : `a session, with ${label}`,
          (now: number) => ({ kind, user, unfinished: what(now) }),
        ] as const,
    ),
  ])

/**
 * The successes of the outcome catalogue: by actor, everything that Cognito (or the browser) may
 * respond and that the chart distinguishes. Labels use Cognito's words.
 */
export const answers = {
  readSession: {
    nothing: always({ kind: 'signedOut' }),
    ...restored('signedIn'),
    ...restored('due'),
    'a session of the hosted UI': always({
      kind: 'signedIn',
      user: hostedUiUser,
      unfinished: undefined,
    }),
    ...Object.fromEntries(
      Object.entries(screens).map(([label, screen]) => [
        `the screen of ${label}`,
        (now: number) => ({ kind: 'interrupted' as const, screen: screen(now) }),
      ]),
    ),
  },
  refreshSession: { tokens: always({ kind: 'signedIn', user }) },
  signIn: chosen,
  redirectToSignIn: {
    'the user gave up': always({ answer: undefined }),
    'an answer': always({ answer: new Secret('http://localhost/?code=code-canary&state=state') }),
  },
  completeRedirect: {
    tokens: always({ ...signedIn, user: hostedUiUser, customState: undefined }),
  },
  federatedSignIn: { credentials: always({ ...signedIn, user: federatedUser }) },
  autoSignIn: { ...chosen, 'no password any more': always({ kind: 'passwordNeeded' }) },
  respondToChallenge: signIns,
  getPasskey: { 'a passkey': always({ credential }) },
  autofillPasskey: {
    'a passkey': always({ username: person.username, challenge: challenges.WEB_AUTHN, credential }),
  },
  signUp: {
    'a code to confirm': (now) => ({ kind: 'unconfirmed', ...codeSent(now) }),
    'confirmed by a trigger': (now) => ({ kind: 'confirmed', ...codeSent(now) }),
  },
  confirmSignUp: { success: always({ session: undefined }) },
  resendSignUpCode: { 'a code': codeSent },
  forgotPassword: { 'a code': codeSent },
  resetPassword: success,
  associateSoftwareToken: {
    'a secret': always({ secret: new Secret(person.totpSecret), challenge: undefined }),
  },
  verifySoftwareToken: success,
  confirmDevice: {
    'to be remembered at once': always({ isUpToUser: false }),
    'to be remembered if the user wants': always({ isUpToUser: true }),
  },
  rememberDevice: success,
  forgetDevice: success,
  changePassword: success,
  updateAttributes: {
    'nothing to confirm': (now) => ({ deliveries: [], resendAt: now + cooldownMs }),
    'a code to confirm': (now) => ({ deliveries: [delivery], resendAt: now + cooldownMs }),
    'two codes to confirm': (now) => ({
      deliveries: [delivery, { medium: 'SMS', destination: '+***11', attribute: 'phone_number' }],
      resendAt: now + cooldownMs,
    }),
  },
  deleteAttributes: success,
  sendAttributeCode: { 'a code': codeSent },
  verifyAttribute: { success: always({ attribute: 'email' }) },
  setMfaPreference: success,
  startPasskeyRegistration: {
    'a request': always({ request: JSON.stringify(passkeyRequest) }),
  },
  createPasskey: {
    'a passkey': always({ credential: new Secret<string>(person.passkey) }),
  },
  completePasskeyRegistration: success,
  deletePasskey: success,
  deleteUser: success,
  revokeToken: success,
  endSession: success,
  globalSignOut: success,
  redirectToSignOut: { 'the page returned': always(undefined) },
} as const satisfies Answers
