import type { AuthenticationResult } from '../../pool/tokens/tokens.ts'

/** Tokens as RFC 6749 §5.1 names them. */
export function tokenResponse(tokens: AuthenticationResult) {
  return {
    ...(tokens.IdToken !== undefined && { id_token: tokens.IdToken }),
    access_token: tokens.AccessToken,
    ...(tokens.RefreshToken !== undefined && { refresh_token: tokens.RefreshToken }),
    expires_in: tokens.ExpiresIn,
    token_type: tokens.TokenType,
  }
}
