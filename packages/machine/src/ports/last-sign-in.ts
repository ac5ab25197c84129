import type { FirstFactor } from './challenge.ts'

/** How a user has signed in last in this browser. No secret. */
export interface LastSignIn {
  /** As typed. */
  readonly username: string
  readonly factor: FirstFactor
  /** The user wants no more prompts for a passkey. */
  readonly isPasskeyPromptSkipped?: boolean | undefined
  /** This browser could not create a passkey without a dialog: the next sign-in shows the prompt. */
  readonly hasFailedUpgrade?: boolean | undefined
}

/** Stores who signed in last, and how, so that the next sign-in begins there. */
export interface LastSignInStore {
  /** `undefined` when there is none, or when the stored value is not valid. Never throws. */
  read(): LastSignIn | undefined
  /** Never throws. */
  save(last: LastSignIn): void
}
