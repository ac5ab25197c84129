import type { CodeDelivery } from './user-pool.ts'

/** A screen to come back to after a reload. Holds no secret. */
export type PendingScreen =
  | { readonly route: 'signUp' }
  | {
      readonly route: 'confirmSignUp'
      readonly username: string
      readonly delivery: CodeDelivery | undefined
      /** Epoch ms before which no further code may be asked for. */
      readonly resendAt: number
    }

/** Remembers the screen of a signed-out user for the life of the tab. */
export interface PendingStore {
  /** `undefined` when there is none, or when what is stored cannot be understood. */
  read(): PendingScreen | undefined
  write(screen: PendingScreen): void
  clear(): void
}
