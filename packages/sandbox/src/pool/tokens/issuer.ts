import type { SandboxState } from '../../state.ts'

type Pool = Pick<SandboxState, 'region' | 'userPoolId' | 'options'>

/** `iss` of new tokens: the real service's, so that verifiers and identity pools accept it. */
export function issuer({ region, userPoolId, options }: Pool): string {
  const host = options.IssuerConfiguration.Type === 'UPDATED' ? 'issuer-cognito-idp' : 'cognito-idp'
  return `https://${host}.${region}.amazonaws.com/${userPoolId}`
}

/** Tokens of both issuer types are valid: a change of the type ends no session. */
export function acceptedIssuers({ region, userPoolId }: Pool): string[] {
  return ['cognito-idp', 'issuer-cognito-idp'].map(
    (host) => `https://${host}.${region}.amazonaws.com/${userPoolId}`,
  )
}
