import type { ChallengeResult } from '../triggers/trigger-events.ts'

/** A sign-in under way: what its sessions remember from challenge to challenge. */
export interface SignIn {
  /** Undefined for a user who does not exist, while that is hidden. */
  readonly sub: string | undefined
  /** As the client wrote it. */
  readonly username: string
  /** A device of the user's that the client says it is. */
  readonly deviceKey?: string | undefined
  readonly isDeviceProven?: boolean
  readonly isMfaDone?: boolean
  readonly hasNewPassword?: boolean
  /** Begun at the hosted UI, where it ends in a session of the browser's instead of tokens. */
  readonly isHosted?: boolean
  /** Set in CUSTOM_AUTH. */
  readonly custom?: CustomFlow | undefined
}

interface CustomFlow {
  /** What the triggers see as `session`. */
  readonly results: readonly ChallengeResult[]
  /** Of a flow that begins with SRP. */
  readonly srpA?: string | undefined
  readonly isPasswordProven: boolean
  /** The define trigger said to issue tokens. */
  readonly isDecided: boolean
}

/** Notes for the triggers of CUSTOM_AUTH how a challenge went. */
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
