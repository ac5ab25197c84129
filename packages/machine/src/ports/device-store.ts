import type { Secret } from '../secret.ts'

/** What proves that this browser is a device of the user: device SRP's identity and password. */
export interface StoredDevice {
  readonly key: string
  readonly groupKey: string
  readonly password: string
}

/** Keeps one device per user in the storage of the token store, also while nobody is signed in. */
export interface DeviceStore {
  /** By any name of the user: as typed, `cognito:username`, `sub`, an alias. Never rejects. */
  load(username: string): Promise<Secret<StoredDevice> | undefined>
  /** `username` as Cognito spells it (`cognito:username`). */
  save(username: string, device: Secret<StoredDevice>): Promise<void>
  /** Notes that `names` are other names of this user. Never rejects. */
  link(username: string, names: readonly string[]): Promise<void>
  /** By any name of the user. */
  clear(username: string): Promise<void>
}
