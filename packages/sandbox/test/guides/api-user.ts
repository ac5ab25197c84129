import { CognitoJwtVerifier } from 'aws-jwt-verify'
import { FetchError, WaitPeriodNotYetEndedJwkError } from 'aws-jwt-verify/error'

/** Tells who calls an API, from the access token that `auth.fetch()` sends. */
export function apiUsers(config: { userPoolId: string; userPoolClientId: string }) {
  const { userPoolId, userPoolClientId: clientId } = config
  // Once per process: it keeps the pool's public keys.
  const verifier = CognitoJwtVerifier.create({ userPoolId, clientId, tokenUse: 'access' })
  return {
    verifier,
    /**
     * The user's `sub`; `undefined` for who has to be answered with a 401.
     *
     * @throws FetchError or WaitPeriodNotYetEndedJwkError while the pool's keys cannot be had: a 503.
     */
    async userOf(request: Request): Promise<string | undefined> {
      const token = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1]
      const claims = token && (await verifier.verify(token).catch(unlessOutage))
      return claims ? claims.sub : undefined
    },
  }
}

/** A token that could not be looked at is neither good nor bad. */
function unlessOutage(error: unknown): undefined {
  if (error instanceof FetchError || error instanceof WaitPeriodNotYetEndedJwkError) throw error
}
