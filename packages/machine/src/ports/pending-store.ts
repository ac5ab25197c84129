import type { Challenge } from './challenge.ts'
import type { CodeDelivery } from './code-delivery.ts'

/** A screen to come back to after a reload. Holds no secret but Cognito's `Session`. */
export type PendingScreen =
  | { readonly route: 'signUp' }
  | { readonly route: 'forgotPassword'; readonly username: string }
  | {
      readonly route: 'confirmSignUp' | 'resetPassword'
      readonly username: string
      readonly delivery: CodeDelivery | undefined
      /** Epoch ms before which no further code may be asked for. */
      readonly resendAt: number
    }
  | {
      readonly route: 'challenge'
      /** As typed. */
      readonly username: string
      readonly challenge: Challenge
      /** How many custom challenges came one after the other. */
      readonly round: number
    }

/** Remembers the screen of a signed-out user for the life of the tab. */
export interface PendingStore {
  /** `undefined` when there is none, or when what is stored cannot be understood. */
  read(): PendingScreen | undefined
  write(screen: PendingScreen): void
  clear(): void
}
