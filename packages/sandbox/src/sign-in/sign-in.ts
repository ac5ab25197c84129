import type { ChallengeResult } from '../triggers/trigger-events.ts'

/** A challenge with which a sign-in by USER_AUTH can begin. */
export type FirstFactor = 'PASSWORD_SRP' | 'PASSWORD' | 'EMAIL_OTP' | 'SMS_OTP' | 'WEB_AUTHN'

/** A sign-in in progress: what its sessions pass from challenge to challenge. */
export interface SignIn {
  /** Undefined for a user who does not exist while the pool hides that. */
  readonly sub: string | undefined
  /** As the client sent it. */
  readonly username: string
  /** The user's device that the client named. */
  readonly deviceKey?: string | undefined
  readonly isDeviceProven?: boolean
  readonly isMfaDone?: boolean
  /** A code or a passkey came first in USER_AUTH: neither a second factor nor a device challenge follows. */
  readonly isPasswordless?: boolean
  readonly hasNewPassword?: boolean
  /** Started at the hosted UI, where it ends with a browser login instead of tokens. */
  readonly isHosted?: boolean
  /** Set in CUSTOM_AUTH. */
  readonly custom?: CustomFlow | undefined
  /** Set in USER_AUTH. */
  readonly choice?: FactorChoice | undefined
}

export interface ChoiceSignIn extends SignIn {
  readonly choice: FactorChoice
}

interface FactorChoice {
  /** The first factors that the client can choose. */
  readonly available: readonly FirstFactor[]
}

interface CustomFlow {
  /** The triggers see it as `session`. */
  readonly results: readonly ChallengeResult[]
  /** For a flow that starts with SRP. */
  readonly srpA?: string | undefined
  readonly isPasswordProven: boolean
  /** The define trigger chose to issue tokens. */
  readonly isDecided: boolean
}

/** Records the result of a challenge for the triggers of CUSTOM_AUTH. */
export function withResult(
  signIn: SignIn,
  challengeName: string,
  challengeResult = true,
  challengeMetadata?: string | undefined,
): SignIn {
  const { custom } = signIn
  if (!custom) return signIn
  const result: ChallengeResult = {
    challengeName,
    challengeResult,
    ...(challengeMetadata !== undefined && { challengeMetadata }),
  }
  return { ...signIn, custom: { ...custom, results: [...custom.results, result] } }
}
