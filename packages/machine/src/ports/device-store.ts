import type { Secret } from '../secret.ts'

/** The identity and password of device SRP: they prove that this browser is a device of the user. */
export interface StoredDevice {
  readonly key: string
  readonly groupKey: string
  readonly password: string
}

/** Stores one device per user in the storage of the token store, also while no user is signed in. */
export interface DeviceStore {
  /** By any name of the user: as typed, `cognito:username`, `sub`, an alias. Never rejects. */
  load(username: string): Promise<Secret<StoredDevice> | undefined>
  /** `username` as Cognito spells it (`cognito:username`). */
  save(username: string, device: Secret<StoredDevice>): Promise<void>
  /** Stores that `names` are other names of this user. Never rejects. */
  link(username: string, names: readonly string[]): Promise<void>
  /** By any name of the user. */
  clear(username: string): Promise<void>
}
