import { CognitoJwtVerifier } from 'aws-jwt-verify'
import { FetchError, WaitPeriodNotYetEndedJwkError } from 'aws-jwt-verify/error'

/** Finds the user of a request to an API, by the access token that `auth.fetch()` sends. */
export function apiUsers(config: { userPoolId: string; userPoolClientId: string }) {
  const { userPoolId, userPoolClientId: clientId } = config
  // Once per process: it caches the pool's public keys.
  const verifier = CognitoJwtVerifier.create({ userPoolId, clientId, tokenUse: 'access' })
  return {
    verifier,
    /**
     * The user's `sub`; `undefined` if the response must be a 401.
     *
     * @throws FetchError or WaitPeriodNotYetEndedJwkError while the pool's keys are unavailable: a 503.
     */
    async userOf(request: Request): Promise<string | undefined> {
      const token = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1]
      const claims = token && (await verifier.verify(token).catch(unlessOutage))
      return claims ? claims.sub : undefined
    },
  }
}

/** Without the keys a token is neither valid nor invalid. */
function unlessOutage(error: unknown): undefined {
  if (error instanceof FetchError || error instanceof WaitPeriodNotYetEndedJwkError) throw error
}
