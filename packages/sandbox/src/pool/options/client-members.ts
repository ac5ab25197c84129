import { flag, integer, listOf, oneOf, optional, structure, text } from '../../input/reader.ts'
import { oauthScopes } from '../tokens/scopes.ts'

const tokenUnit = oneOf('seconds', 'minutes', 'hours', 'days')
const whole = { min: 0, max: 315_360_000 }
const attributeName = text({ min: 1, max: 2048 })
/** Absolute and without a fragment. The scheme can be an app's own. */
const redirectUrl = text({ min: 1, max: 1024, pattern: /[A-Za-z][A-Za-z0-9+.-]*:\/\/[^\s#]*/ })

/** Members of UpdateUserPoolClient. */
export const clientMembers = {
  ExplicitAuthFlows: optional(
    listOf(
      oneOf(
        'ALLOW_USER_SRP_AUTH',
        'ALLOW_USER_PASSWORD_AUTH',
        'ALLOW_REFRESH_TOKEN_AUTH',
        'ALLOW_CUSTOM_AUTH',
        'ALLOW_USER_AUTH',
        'ALLOW_ADMIN_USER_PASSWORD_AUTH',
      ),
    ),
  ),
  PreventUserExistenceErrors: optional(oneOf('LEGACY', 'ENABLED')),
  EnableTokenRevocation: optional(flag),
  AuthSessionValidity: optional(integer({ min: 3, max: 15 })),
  AccessTokenValidity: optional(integer(whole)),
  IdTokenValidity: optional(integer(whole)),
  RefreshTokenValidity: optional(integer(whole)),
  TokenValidityUnits: optional(
    structure({
      AccessToken: optional(tokenUnit),
      IdToken: optional(tokenUnit),
      RefreshToken: optional(tokenUnit),
    }),
  ),
  ReadAttributes: optional(listOf(attributeName)),
  WriteAttributes: optional(listOf(attributeName)),
  RefreshTokenRotation: optional(
    structure({
      Feature: oneOf('ENABLED', 'DISABLED'),
      RetryGracePeriodSeconds: optional(integer({ min: 0, max: 60 })),
    }),
  ),
  AllowedOAuthFlowsUserPoolClient: optional(flag),
  AllowedOAuthFlows: optional(listOf(oneOf('code', 'implicit'))),
  AllowedOAuthScopes: optional(listOf(oneOf(...oauthScopes))),
  CallbackURLs: optional(listOf(redirectUrl)),
  LogoutURLs: optional(listOf(redirectUrl)),
  SupportedIdentityProviders: optional(listOf(text({ min: 1, max: 32 }))),
}
