import type { JWTPayload } from 'jose'
import type { Login } from './identity.ts'

/** A login whose token was accepted. */
export interface ProvidedLogin extends Login {
  /** The claims of the token; empty for an opaque token. */
  readonly claims: JWTPayload
}
