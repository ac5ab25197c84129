import type { ChallengeResult } from '../triggers/trigger-events.ts'

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
  readonly hasNewPassword?: boolean
  /** Started at the hosted UI, where it ends with a browser login instead of tokens. */
  readonly isHosted?: boolean
  /** Set in CUSTOM_AUTH. */
  readonly custom?: CustomFlow | undefined
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
