import { operationContext } from '../../engine.ts'
import { CognitoError } from '../../errors.ts'
import { revokeToken } from '../../operations/revoke-token.ts'
import { readClientForm } from '../form.ts'
import { OAuthError } from '../oauth-errors.ts'
import type { Route } from '../route.ts'
import { requireOAuthClient } from './client-authentication.ts'

/** `POST /oauth2/revoke` (RFC 7009): maps to RevokeToken. */
export const revoke: Route = (engine) => async (http) => {
  const context = operationContext(engine)
  const form = await readClientForm(http)
  requireOAuthClient(context.state, http, form)
  try {
    await revokeToken(context, { Token: form.get('token'), ClientId: form.get('client_id') })
    return http.body(null)
  } catch (error) {
    if (!(error instanceof CognitoError)) throw error
    const isKind = error.type === 'UnsupportedTokenTypeException'
    throw new OAuthError(isKind ? 'unsupported_token_type' : 'invalid_request', error.message)
  }
}
