import { UnsecuredJWT } from 'jose'
import type { TokenSet } from '../../src/index.ts'

/**
 * Unsigned tokens, for a storage that does not check signatures. Each of the three has a
 * `generation`, read by `generationOf`.
 */
export function fakeTokens(username: string, generation = 1): TokenSet {
  const claims = { sub: `sub-of-${username}`, generation, iat: 1_000, exp: 4_600 }
  return {
    idToken: new UnsecuredJWT({ ...claims, 'cognito:username': username }).encode(),
    accessToken: new UnsecuredJWT({ ...claims, username }).encode(),
    refreshToken: `refresh-of-${username}.${generation}`,
  }
}

export function generationOf(token: string): number {
  const claims = token.startsWith('refresh-of-')
    ? { generation: token.split('.').at(-1) }
    : UnsecuredJWT.decode(token, { currentDate: new Date(2_000_000) }).payload
  return Number(claims.generation)
}
