import type { Contact, NewDevice } from './account.ts'
import type { Challenge } from './challenge.ts'
import type { CodeDelivery } from './code-delivery.ts'

/** The screen that a reload interrupted while no user was signed in. */
export type SignedOutScreen =
  | {
      /** `confirmed`: a step of the app's own after the confirmation of a sign-up. */
      readonly route: 'signIn' | 'signUp' | 'forgotPassword' | 'confirmed'
      /** As the user typed it. */
      readonly username: string
    }
  | {
      readonly route: 'confirmSignUp' | 'resetPassword'
      readonly username: string
      readonly delivery: CodeDelivery | undefined
      /** Epoch ms from which the user may request another code. */
      readonly resendAt: number
    }
  | {
      /** `totpVerified`: Cognito has verified the authenticator app; `MFA_SETUP` is not answered yet. */
      readonly route: 'challenge' | 'totpVerified'
      readonly username: string
      readonly challenge: Challenge
      /** The number of custom challenges in a row. */
      readonly round: number
    }

/** The tasks that a signed-in user had begun. An empty member: not begun. */
export interface Unfinished {
  /** Not registered yet; until then Cognito rejects a refresh of the tokens. */
  readonly newDevice: NewDevice | undefined
  /** The user wants this device to replace the second factor. */
  readonly rememberDevice: boolean
  /** The contacts that are not verified yet. */
  readonly contacts: readonly Contact[]
  /** The delivery of the requested code, and of further codes. */
  readonly delivery: CodeDelivery | undefined
  readonly deliveries: readonly CodeDelivery[]
  /** Epoch ms from which the user may request another code. */
  readonly resendAt: number
  /** The user was setting up an authenticator app. Its secret is not stored: a new one is requested. */
  readonly isTotpUnfinished: boolean
  /** The prompt for a passkey was shown. */
  readonly passkeyOffer: 'prompt' | undefined
}

/** Belongs to one user (`sub`); another user does not get it. */
export interface SignedInScreen {
  readonly route: 'signedIn'
  readonly userId: string
  readonly unfinished: Unfinished
}

/** The screen to resume after a reload. Its only secret is Cognito's `Session`. */
export type InterruptedScreen = SignedOutScreen | SignedInScreen

/** Stores the screen of a tab, for the life of the tab. */
export interface ScreenStore {
  /** `undefined` when there is none, or when the stored value is not valid. */
  read(): InterruptedScreen | undefined | Promise<InterruptedScreen | undefined>
  /** The route of that screen, at once: for a store whose `read` returns a promise. */
  route?(): string | undefined
  write(screen: InterruptedScreen): void
  clear(): void
}
