import type { SandboxState } from '../../state.ts'

/** `iss` of the tokens: the real service's, so that verifiers and identity pools accept it. */
export function issuer({ region, userPoolId }: SandboxState): string {
  return `https://cognito-idp.${region}.amazonaws.com/${userPoolId}`
}
