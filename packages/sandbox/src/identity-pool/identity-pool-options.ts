import { invalidParameter } from '../errors.ts'
import {
  flag,
  integer,
  isRecord,
  listOf,
  mapOf,
  oneOf,
  optional,
  readInput,
  structure,
  text,
} from '../input/reader.ts'
import { developerProviderName, providerName, roleArn } from './members.ts'

/** A user pool whose ID tokens are logins. */
export interface CognitoIdentityProvider {
  /** `cognito-idp.<region>.amazonaws.com/<user pool id>`. */
  readonly ProviderName: string
  /** The app client the tokens must be for. */
  readonly ClientId: string
  /** Also rejects tokens of users that are signed out everywhere, disabled or gone. */
  readonly ServerSideTokenCheck?: boolean | undefined
}

/** Takes the role from the claims of a provider's token. */
export interface RoleMapping {
  /** AWS has `Rules` as well; the sandbox has not. */
  readonly Type: 'Token'
  /** What happens when the claims do not name one role. */
  readonly AmbiguousRoleResolution?: 'AuthenticatedRole' | 'Deny' | undefined
}

/** The options of the one identity pool, in the words of UpdateIdentityPool and SetIdentityPoolRoles. */
export interface IdentityPoolOptions {
  readonly IdentityPoolName: string
  readonly AllowUnauthenticatedIdentities: boolean
  /** Whether GetOpenIdToken, the first step of the classic flow, answers. */
  readonly AllowClassicFlow: boolean
  /**
   * Public providers and the id of the app there. While this and `OpenIdConnectProviderARNs` are
   * both empty, every provider is accepted, unlike in AWS: made-up ones need no setting up.
   */
  readonly SupportedLoginProviders: Readonly<Record<string, string>>
  /** The key of the back end's own users in `Logins` of GetOpenIdTokenForDeveloperIdentity. */
  readonly DeveloperProviderName: string
  /** `arn:aws:iam::<account>:oidc-provider/<provider name>`. */
  readonly OpenIdConnectProviderARNs: readonly string[]
  readonly CognitoIdentityProviders: readonly CognitoIdentityProvider[]
  /** ARNs of the roles that credentials are for. */
  readonly Roles: {
    readonly authenticated?: string | undefined
    readonly unauthenticated?: string | undefined
  }
  /** By provider; a user pool's is `<provider name>:<client id>`. */
  readonly RoleMappings: Readonly<Record<string, RoleMapping>>
  /** How long AWS credentials live, 1 s to 12 h. AWS has no such option: there it is 1 h. */
  readonly CredentialsDurationSeconds: number
}

/** Any of the options; what is left out keeps its value, what is given replaces it whole. */
export type IdentityPoolOptionsPatch = {
  readonly [K in keyof IdentityPoolOptions]?: IdentityPoolOptions[K] | undefined
}

interface UserPool {
  readonly region: string
  readonly userPoolId: string
  readonly clientId: string
}

/** The key of a user pool's ID tokens in `Logins`. */
export function userPoolProvider({ region, userPoolId }: Omit<UserPool, 'clientId'>): string {
  return `cognito-idp.${region}.amazonaws.com/${userPoolId}`
}

export function defaultIdentityPoolOptions(userPool: UserPool): IdentityPoolOptions {
  return {
    IdentityPoolName: 'sandbox',
    AllowUnauthenticatedIdentities: true,
    AllowClassicFlow: false,
    SupportedLoginProviders: {},
    DeveloperProviderName: 'login.sandbox.developer',
    OpenIdConnectProviderARNs: [],
    CognitoIdentityProviders: [
      {
        ProviderName: userPoolProvider(userPool),
        ClientId: userPool.clientId,
        ServerSideTokenCheck: true,
      },
    ],
    Roles: {
      authenticated: 'arn:aws:iam::123456789012:role/SandboxAuthenticated',
      unauthenticated: 'arn:aws:iam::123456789012:role/SandboxUnauthenticated',
    },
    RoleMappings: {},
    CredentialsDurationSeconds: 3600,
  }
}

const members = {
  IdentityPoolName: optional(text({ min: 1, max: 128, pattern: /[\w\s+=,.@-]+/ })),
  AllowUnauthenticatedIdentities: optional(flag),
  AllowClassicFlow: optional(flag),
  SupportedLoginProviders: optional(mapOf(text({ min: 1, max: 128 }))),
  DeveloperProviderName: optional(developerProviderName),
  OpenIdConnectProviderARNs: optional(listOf(text({ min: 20, max: 2048 }))),
  CognitoIdentityProviders: optional(
    listOf(
      structure({
        ProviderName: providerName,
        ClientId: text({ min: 1, max: 128 }),
        ServerSideTokenCheck: optional(flag),
      }),
    ),
  ),
  Roles: optional(
    structure({ authenticated: optional(roleArn), unauthenticated: optional(roleArn) }),
  ),
  RoleMappings: optional(
    mapOf(
      structure({
        Type: oneOf('Token'),
        AmbiguousRoleResolution: optional(oneOf('AuthenticatedRole', 'Deny')),
      }),
    ),
  ),
  CredentialsDurationSeconds: optional(integer({ min: 1, max: 43_200 })),
}

const patchReader = structure(members)

/** Lays over `current` what a person or a file wrote: an unknown key is an error, not ignored. */
export function patchIdentityPoolOptions(
  current: IdentityPoolOptions,
  patch: unknown,
): IdentityPoolOptions {
  const known = Object.keys(members)
  const unknown = Object.keys(isRecord(patch) ? patch : {}).filter((key) => !known.includes(key))
  if (unknown.length > 0) {
    const names = unknown.map((key) => `'${key}'`).join(', ')
    throw invalidParameter(`Unknown identity pool option ${names}. Known: ${known.join(', ')}.`)
  }
  const read = readInput(patchReader, patch)
  const given = Object.entries(read).filter(([, value]) => value !== undefined)
  return { ...current, ...Object.fromEntries(given) }
}
