import type { Secret } from '../secret.ts'

/**
 * Stores one password in memory while its flow waits for a code, for the automatic sign-in afterwards.
 * It can be read once, expires after minutes, and is removed when the user leaves the flow. It is
 * never written to a storage.
 */
export interface Vault {
  put(secret: Secret): void
  /** Returns the secret and removes it; `undefined` when there is none. */
  take(): Secret | undefined
  empty(): void
}
