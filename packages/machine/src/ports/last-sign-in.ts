import type { FirstFactor } from './challenge.ts'

/** Why a sign-in does not offer what it could. */
export interface PasskeyNotes {
  /** The user wants no more prompts for a passkey. */
  readonly isPasskeyPromptSkipped?: boolean | undefined
  /** This browser could not create a passkey without a dialog: the next sign-in shows the prompt. */
  readonly hasFailedUpgrade?: boolean | undefined
}

/** How a user has signed in last in this browser. No secret. */
export interface LastSignIn extends PasskeyNotes {
  /** As typed. */
  readonly username: string
  readonly factor: FirstFactor
}

/** Stores who signed in last, and how, so that the next sign-in begins there. */
export interface LastSignInStore {
  /** `undefined` when there is none, or when the stored value is not valid. Never throws. */
  read(): LastSignIn | undefined
  /** Never throws. */
  save(last: LastSignIn): void
}

/** Instead of a {@link LastSignInStore} where no user is stored: for all users of this browser. */
export interface PasskeyNotesStore {
  /** Never throws. */
  read(): PasskeyNotes
  /** Never throws. */
  save(notes: PasskeyNotes): void
}
