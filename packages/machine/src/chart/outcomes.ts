import type { AuthUser } from '../auth-user.ts'
import type {
  Challenge,
  CodeDelivery,
  Contact,
  NewDevice,
  SignedOutScreen,
  SignUpOutcome,
  Unfinished,
} from '../ports/index.ts'
import type { Secret } from '../secret.ts'
import type { PasskeyOffer } from './context.ts'

/** The session keeper has the tokens; the chart only learns who it is. */
export interface SignedIn {
  readonly kind: 'signedIn'
  readonly user: AuthUser
}

/** Tokens have just arrived. */
export interface JustSignedIn extends SignedIn {
  readonly newDevice: NewDevice | undefined
  /** The pool tracks this device, new or known. */
  readonly isDeviceTracked: boolean
  /** Unverified ones, where none is verified. */
  readonly contacts: readonly Contact[]
  readonly passkeyOffer: PasskeyOffer | undefined
}

/** The hosted UI has returned tokens. */
export interface RedirectCompleted extends JustSignedIn {
  readonly customState: string | undefined
}

/** Back from the hosted UI while the app went on: `undefined` where the user gave up. */
export interface RedirectReturned {
  readonly answer: Secret | undefined
}

export type SignInResult = JustSignedIn | Challenge

/** What the ceremony of a passkey gives: `AuthenticationResponseJSON`. */
export interface PasskeyPicked {
  readonly credential: Secret
}

/** The user has picked a passkey in the list of a field, which answers this challenge. */
export interface PasskeyAutofilled extends PasskeyPicked {
  readonly username: string
  readonly challenge: Challenge
}

/** `passwordNeeded` when the vault has forgotten the password. */
export type AutoSignInResult = SignInResult | { readonly kind: 'passwordNeeded' }

/** A session that was there when the page loaded. `due`: its tokens need a refresh first. */
interface Restored {
  readonly kind: 'signedIn' | 'due'
  readonly user: AuthUser
  /** What a reload interrupted. */
  readonly unfinished: Unfinished | undefined
}

/** What is there when a page loads. */
export type RestoreResult =
  | Restored
  | { readonly kind: 'interrupted'; readonly screen: SignedOutScreen }
  | { readonly kind: 'signedOut' }

export interface CodeSent {
  readonly delivery: CodeDelivery | undefined
  /** Epoch ms from which another code can be sent. */
  readonly resendAt: number
}

export type SignUpResult = CodeSent & Pick<SignUpOutcome, 'kind' | 'session'>

/** `deliveries`: the codes that have to be typed in, one after the other. */
export interface AttributesUpdated {
  readonly deliveries: readonly CodeDelivery[]
  readonly resendAt: number
}
