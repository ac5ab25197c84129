import { operationsOf } from '../../../../testing/src/catalogue/rejections.ts'
import type { App } from '../../../../testing/test/sandbox-driver/app.ts'
import type { FirstChallenge } from '../../../../testing/test/sandbox-driver/first-factors.ts'
import { type AuthPath, routeOf } from '../../../src/index.ts'
import { authMachine } from '../../../src/xstate.ts'
import { rest } from '../failure-recorder.ts'
import type { RequestName } from '../faults.ts'

/** Where requests meet faults. */
export interface FaultPlace {
  readonly leaf: AuthPath
  /** The requests, in order; an operation is repeated for each of its requests. */
  readonly requests: readonly RequestName[]
  /** Whether it needs a sign-in by SRP, which takes its time. */
  readonly isSrp?: boolean
  /** Leaves to walk through first. */
  readonly via?: readonly AuthPath[]
  /** Prepares the app and the sandbox; by default the sandbox answers as the walk goes on. */
  readonly prepare?: (app: App) => unknown
  /** Sends the requests, where the leaf has none of its own. */
  readonly act?: (app: App) => unknown
  /** Whether `act` has succeeded. */
  readonly isDone?: (app: App) => boolean
}

const requestsOf: Readonly<Partial<Record<string, readonly RequestName[]>>> = {
  ...operationsOf,
  completeRedirect: ['oauth2/token'],
}

/** Here a sign-in begins without a password, so with one request: for this challenge. */
const withoutPassword: Readonly<Partial<Record<AuthPath, FirstChallenge>>> = {
  'passkey.requesting': 'WEB_AUTHN',
  'confirmSignIn.resending': 'SMS_OTP',
}

/** Every leaf that requests something of Cognito. */
const leaves = (Object.keys(routeOf) as AuthPath[]).flatMap(
  (leaf): readonly [string, FaultPlace][] => {
    const [invoked] = authMachine.getStateNodeById(`auth.${leaf}`).invoke
    const all = requestsOf[String(invoked?.src)]
    if (!all) return []
    const first = withoutPassword[leaf]
    if (first) {
      const prepare = ({ people, current }: App) => people.prepareFirst(first, current.account)
      return [[leaf, { leaf, requests: all.slice(0, 1), prepare }]]
    }
    return [[leaf, { leaf, requests: all, isSrp: all[0] === 'InitiateAuth' }]]
  },
)

function signedIn({ auth }: App) {
  const view = auth.getView()
  if (view.route !== 'signedIn') throw new Error(`Not signed in, but at ${view.route}`)
  return view
}

function updateName(app: App): void {
  signedIn(app).updateAttributes({ attributes: { name: 'Grace' } })
}

const hasRead = (part: 'profile' | 'devices') => (app: App) => {
  const { isLoading, data } = signedIn(app)[part]
  return !isLoading && data !== undefined
}

/** Requests that no leaf waits for, and those that only some sign-ins make. */
const others: Readonly<Record<string, FaultPlace>> = {
  'the profile of the account': {
    leaf: 'signedIn.idle',
    requests: ['GetUser'],
    act: (app) => signedIn(app).loadProfile(),
    isDone: hasRead('profile'),
  },
  'the devices of the account': {
    leaf: 'signedIn.idle',
    requests: ['ListDevices'],
    act: (app) => signedIn(app).loadDevices(),
    isDone: hasRead('devices'),
  },
  'a refresh that the app wants': {
    leaf: 'signedIn.idle',
    requests: ['GetTokensFromRefreshToken'],
    act: ({ auth }) => auth.getSession({ forceRefresh: true }).catch(() => undefined),
    isDone: () => true,
  },
  'a refresh before a task': {
    leaf: 'signedIn.idle',
    requests: ['GetTokensFromRefreshToken'],
    // Two hours later a refresh is due before any other request.
    prepare: ({ backend }) => backend.advance(7_200_000),
    act: updateName,
    isDone: ({ auth }) => auth.getView().notice === 'attributesUpdated',
  },
  'what follows a change of attributes': {
    leaf: 'signedIn.idle',
    requests: ['GetTokensFromRefreshToken', 'GetUser'],
    async prepare(app) {
      signedIn(app).loadProfile()
      await rest(app)
    },
    act: updateName,
    isDone(app) {
      const { profile, loadProfile } = signedIn(app)
      if (profile.failure) loadProfile()
      return profile.data?.attributes.name === 'Grace'
    },
  },
  'a sign-in with a device that is known': {
    leaf: 'signIn.submitting',
    isSrp: true,
    via: ['signedIn.devices.remembering', 'signingOut.revoking'],
    requests: [
      'InitiateAuth',
      'RespondToAuthChallenge',
      'RespondToAuthChallenge',
      'RespondToAuthChallenge',
    ],
    prepare: ({ backend, current }) =>
      backend.admin('AdminSetUserMFAPreference', {
        Username: current.account.username,
        EmailMfaSettings: { Enabled: true, PreferredMfa: true },
      }),
  },
}

/** Every place, by name. */
export const faultPlaces: readonly (readonly [name: string, place: FaultPlace])[] = [
  ...leaves,
  ...Object.entries(others),
]
