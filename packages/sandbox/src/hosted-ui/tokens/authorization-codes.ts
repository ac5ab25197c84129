import { toBase64Url } from '../../base64.ts'
import type { OperationContext } from '../../operation.ts'
import { randomUuid } from '../../random.ts'
import { sha256 } from '../../srp/bytes.ts'
import type { AuthorizationRequest } from '../authorization-request.ts'
import type { Login } from '../hosted-ui-state.ts'
import { type AuthorizationCode, dropEnded } from '../hosted-ui-state.ts'
import { OAuthError } from '../oauth-errors.ts'

const lifetime = 5 * 60_000

export function createAuthorizationCode(
  { state, now, random }: OperationContext,
  request: AuthorizationRequest,
  login: Login,
): string {
  const { codes } = state.hostedUi
  dropEnded(codes, now)
  const code = randomUuid(random)
  codes.set(code, { request, login, expiresAt: now + lifetime })
  return code
}

const invalidGrant = (description: string) => new OAuthError('invalid_grant', description)

/**
 * The code that a client redeems: valid once, for the client and redirect_uri it was issued to. A
 * second use revokes the tokens of the first (RFC 6749 §4.1.2).
 */
export function requireAuthorizationCode(
  { state, now }: OperationContext,
  value: string,
  redirectUri: string | null,
  verifier: string | null,
): AuthorizationCode {
  const code = state.hostedUi.codes.get(value)
  if (!code) throw invalidGrant('The code is unknown')
  if (code.family) {
    code.family.revoked = true
    throw invalidGrant('The code has been used already')
  }
  if (now >= code.expiresAt) throw invalidGrant('The code has expired')
  const { request } = code
  if (redirectUri !== request.redirectUri) {
    throw invalidGrant('The redirect_uri is not the one of the authorization request')
  }
  // A verifier without a challenge means that an attacker removed the challenge.
  const challenge = verifier === null ? undefined : toBase64Url(sha256(verifier))
  if (challenge !== request.codeChallenge) throw invalidGrant('The code_verifier does not fit')
  return code
}
