import { operationContext } from '../../engine.ts'
import { CognitoError } from '../../errors.ts'
import { readAccessToken } from '../../pool/tokens/access-token.ts'
import { scopedAttributes } from '../../pool/tokens/scopes.ts'
import { readableAttributes } from '../../pool/users/attributes.ts'
import { OAuthError } from '../oauth-errors.ts'
import type { Route } from '../route.ts'

/**
 * `GET` and `POST /oauth2/userInfo`: the attributes that the token's scopes show, all as strings.
 */
export const userInfo: Route = (engine) => async (http) => {
  const context = operationContext(engine)
  const [, token] = /^Bearer ([\w.~+/=-]+)$/i.exec(http.req.header('authorization') ?? '') ?? []
  if (token === undefined) {
    throw new OAuthError('invalid_request', 'An access token is missing', 401)
  }
  const { user, family } = await readAccessToken(context, token).catch((error: unknown) => {
    if (!(error instanceof CognitoError)) throw error
    throw new OAuthError('invalid_token', error.message, 401)
  })
  if (!family.scopes?.includes('openid')) {
    throw new OAuthError('insufficient_scope', 'The token was not granted openid', 403)
  }
  const { sub, ...attributes } = scopedAttributes(
    family.scopes,
    readableAttributes(context.state.options, user.attributes),
  )
  return http.json({ sub, ...attributes, username: user.username })
}
