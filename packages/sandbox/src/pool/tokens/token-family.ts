import type { DeviceKeys } from '../devices/device.ts'

/** Everything issued from one sign-in: what is revoked together. */
export interface TokenFamily {
  readonly eventId: string
  readonly originJti: string
  readonly sub: string
  /** Epoch seconds. */
  readonly authTime: number
  /** The refresh token is of use only with its key, once it is confirmed and until it is forgotten. */
  readonly device?: DeviceKeys | undefined
  /** What the hosted UI granted; undefined for a sign-in through the API. */
  readonly scopes?: readonly string[] | undefined
  revoked: boolean
}

export interface RefreshToken {
  readonly eventId: string
  /** Epoch ms. */
  readonly expiresAt: number
  /** Epoch ms at which rotation replaced it. */
  rotatedAt: number | undefined
}
