import type { JWTPayload } from 'jose'
import type { Login } from './identity.ts'

/** A login whose token was accepted. */
export interface ProvidedLogin extends Login {
  /** What the token says; nothing where it is opaque. */
  readonly claims: JWTPayload
}
