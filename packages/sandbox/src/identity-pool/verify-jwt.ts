import { decodeJwt, errors, type JWTPayload, type JWTVerifyOptions, jwtVerify } from 'jose'
import type { OperationContext } from '../operation.ts'
import { loginExpired, notOpenId, unverified } from './login-errors.ts'

/** The claims of a JWT, not verified. */
export function readClaims(token: string): JWTPayload {
  try {
    return decodeJwt(token)
  } catch {
    throw notOpenId()
  }
}

/** Verifies the signature with the key of ID tokens, and the expiry with the sandbox's clock. */
export async function verifyOwnJwt(
  { keys, now }: OperationContext,
  token: string,
  options: JWTVerifyOptions,
): Promise<JWTPayload> {
  const { publicKey } = await keys.signingKey('id')
  try {
    const { payload } = await jwtVerify(token, publicKey, {
      ...options,
      algorithms: ['RS256'],
      currentDate: new Date(now),
    })
    return payload
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw loginExpired(error.payload.exp ?? 0, now)
    throw unverified()
  }
}
