import type { DeviceKeys } from '../devices/device.ts'

/** All tokens of one sign-in. They are revoked together. */
export interface TokenFamily {
  readonly eventId: string
  readonly originJti: string
  readonly sub: string
  /** Epoch s. */
  readonly authTime: number
  /**
   * The refresh token works only with this device key, after the device is confirmed and until it
   * is forgotten.
   */
  readonly device?: DeviceKeys | undefined
  /** The scopes that the hosted UI granted; undefined for a sign-in through the API. */
  readonly scopes?: readonly string[] | undefined
  revoked: boolean
}

export interface RefreshToken {
  readonly eventId: string
  /** Epoch ms. */
  readonly expiresAt: number
  /** Epoch ms of its rotation. */
  rotatedAt: number | undefined
}
