import type { FirstFactor } from './challenge.ts'

/** Sign-in with other factors than a password (`USER_AUTH`), from the configuration. */
export interface PasswordlessSettings {
  /** What the pool allows, in the order of the forms; at least one. */
  readonly factors: readonly FirstFactor[]
  /** What a sign-in begins with, if the user does not choose. */
  readonly preferred: FirstFactor | undefined
  /** Whether a user without a passkey is prompted for one after a sign-in. */
  readonly passkeyPrompt: boolean
}
