import type { SandboxState } from '../../state.ts'
import { supportedProviders } from './supported-providers.ts'

/** The app client in the shape of UserPoolClientType. */
export function describeClient({ userPoolId, clientId, options }: SandboxState) {
  return {
    UserPoolId: userPoolId,
    ClientId: clientId,
    ...(options.ClientSecret !== null && { ClientSecret: options.ClientSecret }),
    ExplicitAuthFlows: options.ExplicitAuthFlows,
    PreventUserExistenceErrors: options.PreventUserExistenceErrors,
    EnableTokenRevocation: options.EnableTokenRevocation,
    AuthSessionValidity: options.AuthSessionValidity,
    AccessTokenValidity: options.AccessTokenValidity,
    IdTokenValidity: options.IdTokenValidity,
    RefreshTokenValidity: options.RefreshTokenValidity,
    TokenValidityUnits: options.TokenValidityUnits,
    RefreshTokenRotation: options.RefreshTokenRotation,
    AllowedOAuthFlowsUserPoolClient: options.AllowedOAuthFlowsUserPoolClient,
    AllowedOAuthFlows: options.AllowedOAuthFlows,
    AllowedOAuthScopes: options.AllowedOAuthScopes,
    SupportedIdentityProviders: supportedProviders(options),
    // Only if they were set.
    ...(options.ReadAttributes.length > 0 && { ReadAttributes: options.ReadAttributes }),
    ...(options.WriteAttributes.length > 0 && { WriteAttributes: options.WriteAttributes }),
    ...(options.CallbackURLs.length > 0 && { CallbackURLs: options.CallbackURLs }),
    ...(options.LogoutURLs.length > 0 && { LogoutURLs: options.LogoutURLs }),
  }
}
