import { decodeJwt } from '../platform/decode-jwt.ts'
import type { TokenSet } from '../ports/index.ts'
import { isTime, readIdToken } from './id-token.ts'

/** Where tokens have to be from. */
export interface TokenOrigin {
  /** Where it is not known, `iss` is not compared. */
  readonly userPoolId: string | undefined
  readonly clientId: string
}

/**
 * What makes tokens a session, of whichever way they come: an answer, a redirect or the store. Both
 * decode, each is what it is taken for, and both are of one user, of this pool and of this client.
 * Of `iss` the pool counts, not the host: `endpoint` may lead to another. Claims that are absent are
 * not missed, as some local Cognitos leave them out. Signatures are not verified: tokens come from
 * Cognito over TLS, and somebody who can write into the store can replace the code as well.
 *
 * @throws TypeError that names the claim, without its value.
 */
export function requireTokenSet(
  { idToken, accessToken }: Pick<TokenSet, 'idToken' | 'accessToken'>,
  { userPoolId, clientId }: TokenOrigin,
): void {
  const { user, issuedAt } = readIdToken(idToken)
  const id = decodeJwt(idToken)
  const access = decodeJwt(accessToken)
  require(access.sub === user.userId, 'The access token is of another user: sub')
  require(isAbsentOr(id.token_use, 'id'), 'The ID token is none: token_use')
  require(isAbsentOr(access.token_use, 'access'), 'The access token is none: token_use')
  require(isAbsentOr(id.aud, clientId), 'The ID token is for another client: aud')
  require(isAbsentOr(
    access.client_id,
    clientId,
  ), 'The access token is for another client: client_id')
  require(isAfter(access.exp, issuedAt), 'The access token has no time in which it is good: exp')
  require(isOfPool(id.iss, userPoolId), 'The ID token is of another user pool: iss')
  require(isOfPool(access.iss, userPoolId), 'The access token is of another user pool: iss')
}

const isAbsentOr = (claim: unknown, wanted: string) =>
  claim === undefined || (Array.isArray(claim) ? claim.includes(wanted) : claim === wanted)

/** `issuedAt` in ms, as everywhere but in tokens. */
const isAfter = (exp: unknown, issuedAt: number) =>
  exp === undefined || (isTime(exp) && exp * 1000 > issuedAt)

/** `https://cognito-idp.<region>.amazonaws.com/<pool>`, or what stands for that host. */
const isOfPool = (iss: unknown, userPoolId: string | undefined) =>
  iss === undefined || userPoolId === undefined || poolOf(iss) === userPoolId

/** The user pool in `iss`. */
export const poolOf = (iss: unknown): string | undefined =>
  typeof iss === 'string' ? iss.split('/').at(-1) : undefined

function require(isRight: boolean, message: string): void {
  if (!isRight) throw new TypeError(message)
}
