/** The key of a device and its group. The group is the `poolName` of the device's SRP verifier. */
export interface DeviceKeys {
  readonly key: string
  readonly groupKey: string
}

/** A device that a user confirmed, with the verifier of its secret. */
export interface Device extends DeviceKeys {
  readonly name: string | undefined
  /** Hex integers, as for a password. */
  readonly salt: string
  readonly verifier: string
  readonly isRemembered: boolean
  /** Epoch ms. */
  readonly createdAt: number
  readonly modifiedAt: number
  readonly authenticatedAt: number
}
