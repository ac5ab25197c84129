import { type CognitoUser, CognitoUserPool } from 'amazon-cognito-identity-js'
import { actorOf } from '../actor-of.ts'
import { SignedOutError } from '../errors/auth-errors.ts'
import { decodeJwt } from '../platform/decode-jwt.ts'
import type { AuthSession } from '../session/auth-session.ts'
import type { GetOptions } from '../session/session-keeper.ts'
import type { AnyAuth } from '../steps/register.ts'
import { poolOf } from '../tokens/token-claims.ts'
import { type SharedSession, SharedUser } from './shared-user.ts'

export interface ToCognitoUserOptions {
  /**
   * The pool of the app, e.g. with an `endpoint` of its own. By default the pool that the tokens are from, at AWS's
   * endpoint.
   *
   * @example
   * const user = await toCognitoUser(auth, { pool: new CognitoUserPool({ UserPoolId, ClientId, endpoint }) })
   */
  pool?: CognitoUserPool | undefined
}

/**
 * A `CognitoUser` with the session of the signed-in user, for code that calls its methods.
 *
 * The auth keeps the tokens: `getSession` and `refreshSession` ask it, so that one refresh serves both, and the user has
 * no refresh token. `signOut`, `globalSignOut` and `deleteUser` end the session of the auth, too. When that session ends,
 * the user is signed out for good: call this function again after the next sign-in. It stores nothing.
 *
 * @throws SignedOutError when no user is signed in, and the other errors of {@link Auth.getSession}.
 *
 * @example
 * const user = await toCognitoUser(auth)
 * user.getUserAttributes((error, attributes) => console.log(error ?? attributes))
 */
export async function toCognitoUser(
  auth: AnyAuth,
  { pool }: ToCognitoUserOptions = {},
): Promise<CognitoUser> {
  const first = await auth.getSession()
  const { userId } = first.user
  let isOver = false

  async function get(options?: GetOptions): Promise<AuthSession> {
    if (isOver) throw new SignedOutError('The session of this CognitoUser has ended')
    const session = await auth.getSession(options)
    if (session.user.userId === userId && !isOver) return session
    throw new SignedOutError('Another user is signed in')
  }

  function end(global: boolean): Promise<void> {
    if (isOver) return Promise.resolve()
    return new Promise((resolve, reject) => {
      const stops = [
        auth.on('signedOut', () => settle(resolve)),
        // Without the network the other devices stay signed in, and so does this one.
        auth.on('failure', ({ failure, actor }) => {
          if (actor === 'globalSignOut') settle(() => reject(failure.cause ?? failure))
        }),
      ]
      function settle(done: () => void) {
        for (const { unsubscribe } of stops) unsubscribe()
        done()
      }
      actorOf(auth).send({ type: 'signOut', global })
    })
  }

  const shared: SharedSession = { get, end }
  const user = new SharedUser(first.user.username, pool ?? poolOfTokens(first), shared)
  user.show(first)
  const follow = auth.on('token.refreshed', () => {
    get().then(
      (session) => user.show(session),
      // The session has ended meanwhile, which `signedOut` reports.
      () => undefined,
    )
  })
  const last = auth.on('signedOut', () => {
    isOver = true
    user.show(undefined)
    follow.unsubscribe()
    last.unsubscribe()
  })
  return user
}

function poolOfTokens({ accessToken }: AuthSession): CognitoUserPool {
  const { iss, client_id } = decodeJwt(accessToken)
  return new CognitoUserPool({ UserPoolId: poolOf(iss) ?? '', ClientId: String(client_id) })
}
