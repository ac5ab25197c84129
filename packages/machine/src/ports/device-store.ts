import type { Secret } from '../secret.ts'

/** What proves that this browser is a device of the user: device SRP's identity and password. */
export interface StoredDevice {
  readonly key: string
  readonly groupKey: string
  readonly password: string
}

/** Keeps one device per user in the storage of the token store, also while nobody is signed in. */
export interface DeviceStore {
  /** `username` as Cognito spells it (`cognito:username`). */
  load(username: string): Promise<Secret<StoredDevice> | undefined>
  save(username: string, device: Secret<StoredDevice>): Promise<void>
  clear(username: string): Promise<void>
}
