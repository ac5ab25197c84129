type TokenUnit = 'seconds' | 'minutes' | 'hours' | 'days'

export interface PasswordPolicy {
  readonly MinimumLength: number
  readonly RequireUppercase: boolean
  readonly RequireLowercase: boolean
  readonly RequireNumbers: boolean
  readonly RequireSymbols: boolean
  readonly TemporaryPasswordValidityDays: number
}

export interface SchemaAttribute {
  /** A standard attribute, or `custom:<name>` (the prefix may be left out). */
  readonly Name: string
  readonly Required?: boolean | undefined
}

/**
 * The options of the one pool and its one app client, in the words of CreateUserPool,
 * UpdateUserPool, SetUserPoolMfaConfig and UpdateUserPoolClient.
 */
export interface PoolOptions {
  readonly UsernameAttributes: readonly ('email' | 'phone_number')[]
  readonly AliasAttributes: readonly ('email' | 'phone_number' | 'preferred_username')[]
  readonly UsernameConfiguration: { readonly CaseSensitive: boolean }
  readonly SchemaAttributes: readonly SchemaAttribute[]

  readonly AutoVerifiedAttributes: readonly ('email' | 'phone_number')[]
  readonly Policies: { readonly PasswordPolicy: PasswordPolicy }
  readonly AdminCreateUserConfig: { readonly AllowAdminCreateUserOnly: boolean }

  readonly MfaConfiguration: 'OFF'

  readonly ExplicitAuthFlows: readonly string[]
  readonly PreventUserExistenceErrors: 'LEGACY' | 'ENABLED'
  readonly EnableTokenRevocation: boolean
  /** Minutes a challenge session lives, 3 to 15. */
  readonly AuthSessionValidity: number
  /** In `TokenValidityUnits`: 5 minutes to 1 day. */
  readonly AccessTokenValidity: number
  /** In `TokenValidityUnits`: 5 minutes to 1 day. */
  readonly IdTokenValidity: number
  /** In `TokenValidityUnits`: 60 minutes to 10 years. */
  readonly RefreshTokenValidity: number
  readonly TokenValidityUnits: {
    readonly AccessToken: TokenUnit
    readonly IdToken: TokenUnit
    readonly RefreshToken: TokenUnit
  }
  readonly RefreshTokenRotation: {
    readonly Feature: 'ENABLED' | 'DISABLED'
    /** 0 to 60 s in which a rotated refresh token still works. */
    readonly RetryGracePeriodSeconds: number
  }
}

export const defaultPoolOptions: PoolOptions = {
  UsernameAttributes: ['email'],
  AliasAttributes: [],
  UsernameConfiguration: { CaseSensitive: false },
  SchemaAttributes: [],
  AutoVerifiedAttributes: ['email'],
  Policies: {
    PasswordPolicy: {
      MinimumLength: 8,
      RequireUppercase: true,
      RequireLowercase: true,
      RequireNumbers: true,
      RequireSymbols: true,
      TemporaryPasswordValidityDays: 7,
    },
  },
  AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
  MfaConfiguration: 'OFF',
  ExplicitAuthFlows: [
    'ALLOW_USER_SRP_AUTH',
    'ALLOW_USER_PASSWORD_AUTH',
    'ALLOW_REFRESH_TOKEN_AUTH',
  ],
  PreventUserExistenceErrors: 'ENABLED',
  EnableTokenRevocation: true,
  AuthSessionValidity: 3,
  AccessTokenValidity: 60,
  IdTokenValidity: 60,
  RefreshTokenValidity: 30,
  TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'days' },
  RefreshTokenRotation: { Feature: 'DISABLED', RetryGracePeriodSeconds: 0 },
}

const unitMs = { seconds: 1000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 }

/** How long each token lives, in ms. */
export const tokenLifetimes = (options: PoolOptions) => {
  const { AccessToken, IdToken, RefreshToken } = options.TokenValidityUnits
  return {
    access: options.AccessTokenValidity * unitMs[AccessToken],
    id: options.IdTokenValidity * unitMs[IdToken],
    refresh: options.RefreshTokenValidity * unitMs[RefreshToken],
  }
}
