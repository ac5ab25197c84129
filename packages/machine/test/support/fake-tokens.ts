import { UnsecuredJWT } from 'jose'
import type { TokenSet } from '../../src/index.ts'

/**
 * Tokens that nobody signed, for a storage that does not look at signatures. Each of the three tells
 * its `generation`, in `generationOf`.
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
