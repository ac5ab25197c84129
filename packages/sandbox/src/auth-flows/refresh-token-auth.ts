import { invalidParameter, notAuthorized } from '../errors.ts'
import { requireRefreshToken } from '../pool/tokens/token-families.ts'
import { refreshTokens } from '../pool/tokens/tokens.ts'
import { type AuthFlow, requireParameter } from './auth-flow.ts'

export const refreshTokenAuth: AuthFlow = async (context, parameters) => {
  const { options } = context.state
  if (options.RefreshTokenRotation.Feature === 'ENABLED') {
    throw invalidParameter(
      'REFRESH_TOKEN_AUTH is not available while refresh token rotation is enabled for the client: use GetTokensFromRefreshToken.',
    )
  }
  if (!options.ExplicitAuthFlows.includes('ALLOW_REFRESH_TOKEN_AUTH')) {
    throw invalidParameter('REFRESH_TOKEN_AUTH flow not enabled for this client')
  }
  const token = requireParameter(parameters, 'REFRESH_TOKEN')
  const { user, family } = requireRefreshToken(context, token, parameters.DEVICE_KEY, {
    // InitiateAuth does not declare RefreshTokenReuseException.
    reused: () => notAuthorized('Refresh Token has been revoked'),
  })
  return {
    ChallengeParameters: {},
    AuthenticationResult: await refreshTokens(context, user, family),
  }
}
