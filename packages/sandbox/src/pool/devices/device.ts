/** What identifies a device; its group is its own, as `poolName` is that of a password. */
export interface DeviceKeys {
  readonly key: string
  readonly groupKey: string
}

/** A device that a user confirmed, with the verifier of its secret. */
export interface Device extends DeviceKeys {
  readonly name: string | undefined
  /** Hex integers, as of a password. */
  readonly salt: string
  readonly verifier: string
  readonly isRemembered: boolean
  /** Epoch ms. */
  readonly createdAt: number
  readonly modifiedAt: number
  readonly authenticatedAt: number
}
