import type { Secret } from '../secret.ts'

/**
 * Holds one password in memory while its flow waits for a code, for automatic sign-in afterwards.
 * Read once, forgotten after minutes, emptied when the flow is left. Never backed by storage.
 */
export interface Vault {
  put(secret: Secret): void
  /** The secret, which is gone from the vault afterwards; `undefined` when there is none any more. */
  take(): Secret | undefined
  empty(): void
}
