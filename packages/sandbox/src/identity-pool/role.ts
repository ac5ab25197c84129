import type { JWTPayload } from 'jose'
import { CognitoError, notAuthorized } from '../errors.ts'
import type { SandboxState } from '../state.ts'
import { userPoolProvider } from './identity-pool-options.ts'
import type { ProvidedLogin } from './provided-login.ts'

const noRole = () =>
  new CognitoError(
    'InvalidIdentityPoolConfigurationException',
    'Invalid identity pool configuration. Check assigned IAM roles for this pool.',
  )

// AWS documents that these are rejected, but not the message.
const forbiddenRole = () => notAuthorized('The token does not allow this role.')
const ambiguousRole = () => notAuthorized('The token does not say which role to take.')

const rolesOf = ({ 'cognito:roles': roles }: JWTPayload): readonly unknown[] =>
  Array.isArray(roles) ? roles : []

/** The role for the credentials of a guest. */
export function guestRole({ identityPool }: SandboxState): string {
  const { unauthenticated } = identityPool.options.Roles
  if (unauthenticated === undefined) throw noRole()
  return unauthenticated
}

/**
 * The role for the credentials of a user: the requested one, if a token allows it; else the one
 * that the provider's role mapping takes from the token; else the pool's role for authenticated
 * users.
 */
export function userRole(
  state: SandboxState,
  logins: readonly ProvidedLogin[],
  requested: string | undefined,
): string {
  if (requested !== undefined) {
    if (!logins.some(({ claims }) => rolesOf(claims).includes(requested))) throw forbiddenRole()
    return requested
  }
  for (const login of logins) {
    const mapped = mappedRole(state, login)
    if (mapped !== undefined) return mapped
  }
  const { authenticated } = state.identityPool.options.Roles
  if (authenticated === undefined) throw noRole()
  return authenticated
}

function mappedRole(state: SandboxState, { provider, claims }: ProvidedLogin) {
  const isUserPool = provider === userPoolProvider(state)
  const key = isUserPool ? `${provider}:${state.clientId}` : provider
  const { RoleMappings } = state.identityPool.options
  const mapping = Object.hasOwn(RoleMappings, key) ? RoleMappings[key] : undefined
  if (!mapping) return undefined
  const { 'cognito:preferred_role': preferred } = claims
  if (typeof preferred === 'string') return preferred
  const roles = rolesOf(claims)
  if (roles.length === 1) return String(roles[0])
  if (mapping.AmbiguousRoleResolution === 'Deny') throw ambiguousRole()
  return undefined
}
