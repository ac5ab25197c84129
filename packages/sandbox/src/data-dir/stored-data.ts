import type { StoredKeys } from '../pool/tokens/keys.ts'

/** The data of a sandbox between runs. */
export interface StoredData {
  readonly keys: StoredKeys | undefined
  /** The next `commit` writes them. */
  storeKeys(keys: StoredKeys): void
  /** Writes the changes. If it throws, the next call tries again. */
  commit(): void
  /** Writes the changes and releases the directory. Throws if something could not be written. */
  close(): void
}
