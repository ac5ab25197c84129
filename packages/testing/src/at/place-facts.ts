import type {
  AccountFactor,
  AuthPath,
  AuthRoute,
  AuthUser,
  Contact,
  Device,
  FirstFactor,
  LastSignIn,
  LoginMechanism,
  MfaType,
  Passkey,
  PasswordPolicy,
  PendingLeaf,
  Profile,
  Reading,
  routeOf,
  SignUpAttribute,
} from '@authchart/machine'
import type { Answers } from './answers.ts'
import type { FailureAt, NoticeAt } from './messages-at.ts'

/** As typed; an example by default. */
interface Named {
  readonly username?: string | undefined
}

/** The user who has signed in in another tab; what is left out is an example. No user by default. */
interface LeftFor {
  readonly elsewhere?: Partial<AuthUser> | undefined
}

/** The signed-in user; what is left out is an example. */
interface Owned {
  readonly user?: Partial<AuthUser> | undefined
}

interface Entered {
  /** A user name by default, as with `createAuth`. */
  readonly loginWith?: readonly LoginMechanism[] | undefined
}

interface WithHostedUi {
  /** As the configuration names them, e.g. `Google`. Without the list there is no hosted UI. */
  readonly providers?: readonly string[] | undefined
}

interface WithPolicy {
  readonly passwordPolicy?: PasswordPolicy | undefined
}

interface CodeSent {
  /** Masked, e.g. `a***@e***`. */
  readonly destination?: string | undefined
  readonly medium?: 'EMAIL' | 'SMS' | undefined
  /** When another code can be sent, in ms since the epoch; at once by default. */
  readonly resendAt?: number | undefined
}

interface Linked {
  /** The code of the link that has opened the screen; none by default. */
  readonly linkCode?: string | undefined
}

interface WithFactors {
  /** As the configuration has them; a password alone by default. */
  readonly factors?: readonly FirstFactor[] | undefined
}

/** The facts of each screen, by the names of its view. */
export interface PlaceFacts {
  readonly restoring: object
  readonly signIn: Named &
    Entered &
    WithHostedUi &
    WithFactors & {
      /** None by default. */
      readonly lastSignIn?: LastSignIn | undefined
    }
  readonly redirecting: object
  readonly selectFactor: Named &
    LeftFor & {
      /** The options; all by default. */
      readonly factors?: readonly FirstFactor[] | undefined
    }
  readonly passkey: Named &
    LeftFor & {
      /** None by default. */
      readonly otherFactors?: readonly FirstFactor[] | undefined
    }
  readonly confirmSignIn: Named &
    LeftFor & {
      /** When another code of a first factor can be sent, in ms since the epoch; at once by default. */
      readonly resendAt?: number | undefined
      /** `'second'` by default. */
      readonly factor?: 'first' | 'second' | undefined
      /** None by default. */
      readonly otherFactors?: readonly FirstFactor[] | undefined
      /** `'SMS'` by default. */
      readonly mfaType?: MfaType | undefined
      readonly destination?: string | undefined
      readonly deviceName?: string | undefined
    }
  readonly customChallenge: Named &
    LeftFor & {
      readonly parameters?: Readonly<Record<string, string>> | undefined
      readonly round?: number | undefined
    }
  readonly selectMfaType: Named &
    LeftFor & {
      readonly options?: readonly MfaType[] | undefined
      /** `'signIn'` by default. */
      readonly purpose?: 'setup' | 'signIn' | undefined
    }
  readonly setupTotp: Named &
    LeftFor &
    Owned & {
      /** The key of the authenticator app. */
      readonly secret?: string | undefined
      /** The app is set up, and Cognito does not know it yet. */
      readonly isVerified?: true | undefined
      /** Something went wrong halfway: without `isVerified` there is no key. */
      readonly canRetry?: true | undefined
    }
  readonly setupEmail: Named & LeftFor
  readonly newPassword: Named &
    LeftFor &
    WithPolicy & {
      readonly missingAttributes?: readonly string[] | undefined
    }
  readonly signUp: Named &
    LeftFor &
    Entered &
    WithHostedUi &
    WithFactors &
    WithPolicy & {
      readonly attributes?: readonly SignUpAttribute[] | undefined
    }
  readonly confirmSignUp: Named & LeftFor & CodeSent & Linked
  readonly forgotPassword: Named & LeftFor & Entered
  readonly resetPassword: Named & LeftFor & CodeSent & Linked & WithPolicy
  readonly verifyContact: Owned & { readonly contacts?: readonly Contact[] | undefined }
  readonly confirmContact: Owned &
    CodeSent & {
      /** `'email'` by default. */
      readonly attribute?: 'email' | 'phone_number' | undefined
    }
  readonly passkeyPrompt: Owned
  readonly signedIn: Owned &
    WithPolicy & {
      /** An example by default. */
      readonly profile?: Partial<Reading<Profile>> | undefined
      /** An example by default. */
      readonly devices?: Partial<Reading<readonly Device[]>> | undefined
      /** With it the pool has passkeys; by default it has none. */
      readonly passkeys?: Partial<Reading<readonly Passkey[]>> | undefined
      /** An example by default, where `passkeys` are. */
      readonly factors?: Partial<Reading<readonly AccountFactor[]>> | undefined
    }
  readonly signingOut: Owned
}

type LastKey<Path extends string> = Path extends `${string}.${infer Rest}` ? LastKey<Rest> : Path

type PathsOf<Route extends AuthRoute> = {
  [Path in AuthPath]: (typeof routeOf)[Path] extends Route ? Path : never
}[AuthPath]

/** The requests that a screen can wait for. */
export type PendingAt<Route extends AuthRoute> = Extract<LastKey<PathsOf<Route>>, PendingLeaf>

/** At most one of: a failure, a notice, a request in flight. */
type Progress<Route extends AuthRoute> =
  | {
      /** What went wrong last. */
      readonly failure?: FailureAt<Route> | undefined
      readonly notice?: undefined
      readonly isPending?: false | undefined
      readonly pending?: undefined
    }
  | {
      readonly failure?: undefined
      /** What went well last. */
      readonly notice?: NoticeAt<Route> | undefined
      readonly isPending?: false | undefined
      readonly pending?: undefined
    }
  | {
      readonly failure?: undefined
      readonly notice?: undefined
      /** The request of the screen is in flight, and stays so. */
      readonly isPending?: true | undefined
      /** Another request than the usual one is, e.g. `'resending'`. */
      readonly pending?: PendingAt<Route> | undefined
    }

/** Where an auth is to be: the facts of the screen, and how what the UI calls is answered. */
export type PlaceAt<Route extends AuthRoute> = PlaceFacts[Route] &
  Progress<Route> & {
    /** By request; the others stay in flight. */
    readonly answers?: Answers | undefined
  }
