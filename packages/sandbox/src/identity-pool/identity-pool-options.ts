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
  /** The app client for which the tokens must be issued. */
  readonly ClientId: string
  /** Also rejects tokens of users who signed out globally, are disabled or were deleted. */
  readonly ServerSideTokenCheck?: boolean | undefined
}

/** Takes the role from the claims of a provider's token. */
export interface RoleMapping {
  /** AWS also has `Rules`; the sandbox does not. */
  readonly Type: 'Token'
  /** What happens if the claims do not name exactly one role. */
  readonly AmbiguousRoleResolution?: 'AuthenticatedRole' | 'Deny' | undefined
}

/** The options of the identity pool, as UpdateIdentityPool and SetIdentityPoolRoles name them. */
export interface IdentityPoolOptions {
  readonly IdentityPoolName: string
  readonly AllowUnauthenticatedIdentities: boolean
  /** Whether GetOpenIdToken, the first step of the classic flow, is allowed. */
  readonly AllowClassicFlow: boolean
  /**
   * Public providers, each with the id of the app there. While this and `OpenIdConnectProviderARNs`
   * are empty, every provider is accepted, unlike in AWS: fake ones need no setup.
   */
  readonly SupportedLoginProviders: Readonly<Record<string, string>>
  /** The key in `Logins` for the back end's own users, in GetOpenIdTokenForDeveloperIdentity. */
  readonly DeveloperProviderName: string
  /** `arn:aws:iam::<account>:oidc-provider/<provider name>`. */
  readonly OpenIdConnectProviderARNs: readonly string[]
  readonly CognitoIdentityProviders: readonly CognitoIdentityProvider[]
  /** The ARNs of the roles of the credentials. */
  readonly Roles: {
    readonly authenticated?: string | undefined
    readonly unauthenticated?: string | undefined
  }
  /** By provider; a user pool's is `<provider name>:<client id>`. */
  readonly RoleMappings: Readonly<Record<string, RoleMapping>>
  /** The lifetime of AWS credentials, from 1 s to 12 h. AWS has no such option: there it is 1 h. */
  readonly CredentialsDurationSeconds: number
}

/** Any of the options. An omitted option keeps its value; a given one replaces the whole value. */
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

/** Applies options from a caller or a file to `current`. An unknown key is an error. */
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
