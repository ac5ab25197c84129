import { decodeBase64 } from './base64.ts'
import { decodeUtf8 } from './utf8.ts'

export type Claims = Readonly<Record<string, unknown>>

/**
 * The claims of a JWT (RFC 7519). Does not check the signature.
 *
 * @throws TypeError for other text. Its message does not quote the token.
 */
export function decodeJwt(token: string): Claims {
  const parts = typeof token === 'string' ? token.split('.') : []
  const claims = parts.length === 3 ? parse(parts[1] ?? '') : undefined
  if (typeof claims !== 'object' || claims === null || Array.isArray(claims)) {
    throw new TypeError('This is not a JSON Web Token')
  }
  return claims as Claims
}

function parse(part: string): unknown {
  try {
    return JSON.parse(decodeUtf8(decodeBase64(part)))
  } catch {
    return undefined
  }
}
