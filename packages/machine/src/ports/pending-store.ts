import type { Contact, NewDevice } from './account.ts'
import type { Challenge } from './challenge.ts'
import type { CodeDelivery } from './code-delivery.ts'

/** What a reload interrupted while nobody was signed in. */
export type SignedOutScreen =
  | {
      readonly route: 'signIn' | 'signUp' | 'forgotPassword'
      /** As typed, like the others. */
      readonly username: string
    }
  | {
      readonly route: 'confirmSignUp' | 'resetPassword'
      readonly username: string
      readonly delivery: CodeDelivery | undefined
      /** Epoch ms before which no further code may be asked for. */
      readonly resendAt: number
    }
  | {
      /** `totpVerified`: the authenticator app is set up, and Cognito has not been told so. */
      readonly route: 'challenge' | 'totpVerified'
      readonly username: string
      readonly challenge: Challenge
      /** How many custom challenges came one after the other. */
      readonly round: number
    }

/** What a signed-in user was in the middle of; what is empty was not begun. */
export interface Unfinished {
  /** Not registered yet: until then Cognito rejects to refresh the tokens. */
  readonly newDevice: NewDevice | undefined
  /** The user wants this device to stand for a second factor. */
  readonly rememberDevice: boolean
  /** The unverified ones that could be verified. */
  readonly contacts: readonly Contact[]
  /** Where the code went that was asked for, and where further ones went. */
  readonly delivery: CodeDelivery | undefined
  readonly deliveries: readonly CodeDelivery[]
  /** Epoch ms before which no further code may be asked for. */
  readonly resendAt: number
  /** An authenticator app was being set up. Its secret is not kept: a fresh one is asked for. */
  readonly isTotpUnfinished: boolean
}

/** Of one user (`sub`): for another one it is not there. */
export interface SignedInScreen {
  readonly route: 'signedIn'
  readonly userId: string
  readonly unfinished: Unfinished
}

/** A screen to come back to after a reload. Holds no secret but Cognito's `Session`. */
export type PendingScreen = SignedOutScreen | SignedInScreen

/** Remembers what a tab shows, for the life of the tab. */
export interface PendingStore {
  /** `undefined` when there is none, or when what is stored cannot be understood. */
  read(): PendingScreen | undefined
  write(screen: PendingScreen): void
  clear(): void
}
