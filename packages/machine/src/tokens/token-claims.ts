import type { Claims } from '../platform/decode-jwt.ts'

/** The user pool and the app client that tokens have to be from. */
export interface TokenOrigin {
  /** `undefined` if it is not known: `iss` is not compared then. */
  readonly userPoolId: string | undefined
  readonly clientId: string
}

/**
 * Checks that two decoded tokens make a session: each has its own `token_use`, and both are of one
 * user, of this pool and of this client. In `iss` only the pool counts, not the host, because
 * `endpoint` may lead to another host. A claim that is absent is accepted, as some local Cognitos
 * leave some out. Signatures are not verified: tokens come from Cognito over TLS, and an attacker who
 * can write into the store can replace the code as well.
 *
 * @param id of an ID token that `readIdToken` accepts.
 * @throws TypeError that names the claim, without its value.
 */
export function requireSessionClaims(
  id: Claims,
  access: Claims,
  { userPoolId, clientId }: TokenOrigin,
): void {
  require(access.sub === id.sub, 'access', 'sub')
  require(isAbsentOr(id.token_use, 'id'), 'ID', 'token_use')
  require(isAbsentOr(access.token_use, 'access'), 'access', 'token_use')
  require(isAbsentOr(id.aud, clientId), 'ID', 'aud')
  require(isAbsentOr(access.client_id, clientId), 'access', 'client_id')
  require(isAfter(access.exp, id.iat), 'access', 'exp')
  require(isOfPool(id.iss, userPoolId), 'ID', 'iss')
  require(isOfPool(access.iss, userPoolId), 'access', 'iss')
}

const isAbsentOr = (claim: unknown, expected: string) =>
  claim === undefined || (Array.isArray(claim) ? claim.includes(expected) : claim === expected)

const isAfter = (exp: unknown, issuedAt: unknown) =>
  exp === undefined || (isTime(exp) && isTime(issuedAt) && exp > issuedAt)

/** `https://cognito-idp.<region>.amazonaws.com/<pool>`, or another host with the same path. */
const isOfPool = (iss: unknown, userPoolId: string | undefined) =>
  iss === undefined || userPoolId === undefined || poolOf(iss) === userPoolId

/** The user pool in `iss`. */
export function poolOf(iss: unknown): string | undefined {
  return typeof iss === 'string' ? iss.split('/').at(-1) : undefined
}

/** The last second that a `Date` can show. */
const lastTime = 8.64e12

/** Whether `value` is a NumericDate (RFC 7519, section 2): seconds since the epoch. */
export function isTime(value: unknown): value is number {
  return Number.isFinite(value) && Math.abs(Number(value)) <= lastTime
}

function require(isRight: boolean, token: string, claim: string): void {
  if (!isRight) throw new TypeError(`The ${token} token has a wrong ${claim}`)
}
