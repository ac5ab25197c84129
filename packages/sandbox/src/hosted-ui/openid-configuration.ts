import { issuer } from '../pool/tokens/issuer.ts'
import { oauthScopes } from '../pool/tokens/scopes.ts'
import type { SandboxState } from '../state.ts'

/** OpenID Connect Discovery §3. The issuer is AWS's, all addresses are the sandbox's. */
export function openidConfiguration(state: SandboxState, requestUrl: string) {
  const url = (path: string) => new URL(path, requestUrl).href
  return {
    authorization_endpoint: url('/oauth2/authorize'),
    end_session_endpoint: url('/logout'),
    id_token_signing_alg_values_supported: ['RS256'],
    issuer: issuer(state),
    jwks_uri: url(`/${state.userPoolId}/.well-known/jwks.json`),
    response_types_supported: ['code', 'token'],
    revocation_endpoint: url('/oauth2/revoke'),
    scopes_supported: oauthScopes.filter((scope) => !scope.includes('.')),
    subject_types_supported: ['public'],
    token_endpoint: url('/oauth2/token'),
    userinfo_endpoint: url('/oauth2/userInfo'),
  }
}
