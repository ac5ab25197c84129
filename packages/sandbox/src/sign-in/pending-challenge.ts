import type { MfaFactor } from '../pool/mfa/user-mfa.ts'
import type { PasskeyRequest } from '../pool/passkeys/passkey-request.ts'
import type { ChoiceSignIn, SignIn } from './sign-in.ts'

/** The server's side of an SRP exchange. */
export interface SrpExchange {
  readonly A: bigint
  readonly B: bigint
  readonly b: bigint
}

interface Shapes {
  PASSWORD_VERIFIER: { readonly exchange: SrpExchange; readonly userIdForSrp: string }
  NEW_PASSWORD_REQUIRED: object
  SMS_MFA: SentCode
  EMAIL_OTP: SentCode & {
    /** A setup: the right code sets the user's e-mail address and enables it as a second factor. */
    readonly purpose: 'firstFactor' | 'mfa' | 'setup'
  }
  SMS_OTP: SentCode
  /** Not a challenge: what SignUp and ConfirmSignUp pass on to a sign-in. */
  SIGN_UP: {
    /** The contact that ConfirmSignUp verified. */
    readonly confirmed: 'email' | 'phone_number' | undefined
  }
  SELECT_CHALLENGE: Chosen
  PASSWORD: Chosen
  PASSWORD_SRP: Chosen
  WEB_AUTHN: Chosen & { readonly request: PasskeyRequest }
  SOFTWARE_TOKEN_MFA: object
  SELECT_MFA_TYPE: { readonly choices: readonly MfaFactor[] }
  MFA_SETUP: {
    /** Created by AssociateSoftwareToken. */
    readonly secret?: string | undefined
    /** VerifySoftwareToken received a right code. */
    readonly isVerified?: boolean
  }
  CUSTOM_CHALLENGE: {
    readonly privateChallengeParameters: Readonly<Record<string, string>>
    readonly challengeMetadata: string | undefined
    /** The right answer of a forced challenge. Then no trigger runs. */
    readonly rightAnswer?: string | undefined
  }
  DEVICE_SRP_AUTH: { readonly deviceKey: string }
  DEVICE_PASSWORD_VERIFIER: { readonly deviceKey: string; readonly exchange: SrpExchange }
}

interface Chosen {
  readonly signIn: ChoiceSignIn
}

interface SentCode {
  /** Undefined: no code is right. */
  readonly code: string | undefined
  readonly to: string
}

export type ChallengeName = keyof Shapes

/** What the service remembers between a challenge and its response. */
export type Pending<C extends ChallengeName> = {
  readonly [K in ChallengeName]: { readonly challenge: K; readonly signIn: SignIn } & Shapes[K]
}[C]

export type PendingChallenge = Pending<ChallengeName>

export interface ChallengeSession<P extends PendingChallenge = PendingChallenge> {
  pending: P
  /** Epoch ms. */
  readonly issuedAt: number
  used: boolean
}
