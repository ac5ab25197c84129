import { CognitoJwtVerifier } from 'aws-jwt-verify'

/** Tells who calls an API, from the access token that `auth.fetch()` sends. */
export function apiUsers(pool: { userPoolId: string; clientId: string }) {
  // Once per process: it keeps the pool's public keys.
  const verifier = CognitoJwtVerifier.create({ ...pool, tokenUse: 'access' })
  return {
    verifier,
    /** The user's `sub`; `undefined` for who has to be answered with a 401. */
    async userOf(request: Request): Promise<string | undefined> {
      const token = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1]
      const claims = token && (await verifier.verify(token).catch(() => undefined))
      return claims ? claims.sub : undefined
    },
  }
}
