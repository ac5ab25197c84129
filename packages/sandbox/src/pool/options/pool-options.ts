import { oauthScopes } from '../tokens/scopes.ts'
import { defaultIdentityProviders, type IdentityProvider } from './identity-providers.ts'

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
  /** Default `String`. */
  readonly AttributeDataType?: 'String' | 'Number' | 'DateTime' | 'Boolean' | undefined
  readonly Required?: boolean | undefined
  /** Default true. */
  readonly Mutable?: boolean | undefined
  readonly StringAttributeConstraints?:
    | { readonly MinLength?: string | undefined; readonly MaxLength?: string | undefined }
    | undefined
  readonly NumberAttributeConstraints?:
    | { readonly MinValue?: string | undefined; readonly MaxValue?: string | undefined }
    | undefined
}

/** Any of it, an empty object as well, makes the pool track devices. */
export interface DeviceConfiguration {
  /** A remembered device signs in without a second factor. */
  readonly ChallengeRequiredOnNewDevice?: boolean | undefined
  /** A confirmed device is remembered only after UpdateDeviceStatus. */
  readonly DeviceOnlyRememberedOnUserPrompt?: boolean | undefined
}

/** A way to get a new password; 1 is preferred to 2. */
interface RecoveryMechanism {
  readonly Name: 'verified_email' | 'verified_phone_number' | 'admin_only'
  readonly Priority: number
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
  /** Without mechanisms: a verified phone, else a verified e-mail. */
  readonly AccountRecoverySetting: { readonly RecoveryMechanisms: readonly RecoveryMechanism[] }
  readonly UserAttributeUpdateSettings: {
    /** Attributes that keep their value until the new one is verified. */
    readonly AttributesRequireVerificationBeforeUpdate: readonly ('email' | 'phone_number')[]
  }

  /** Null: devices are not tracked. */
  readonly DeviceConfiguration: DeviceConfiguration | null

  /** ON and OPTIONAL need one of the three methods that follow. */
  readonly MfaConfiguration: 'OFF' | 'ON' | 'OPTIONAL'
  /** Null: no codes by SMS. The message must hold `{####}`. */
  readonly SmsMfaConfiguration: { readonly SmsAuthenticationMessage?: string | undefined } | null
  readonly SoftwareTokenMfaConfiguration: { readonly Enabled: boolean }
  /** Null: no codes by e-mail. The message must hold `{####}`. */
  readonly EmailMfaConfiguration: {
    readonly Message?: string | undefined
    readonly Subject?: string | undefined
  } | null

  /** External ones; the sandbox plays them. */
  readonly IdentityProviders: readonly IdentityProvider[]

  /** Null: the client has none, as apps in a browser need it. */
  readonly ClientSecret: string | null
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
  /** What users may read of themselves; empty: everything. */
  readonly ReadAttributes: readonly string[]
  /** What users may write about themselves; empty: everything. */
  readonly WriteAttributes: readonly string[]
  readonly RefreshTokenRotation: {
    readonly Feature: 'ENABLED' | 'DISABLED'
    /** 0 to 60 s in which a rotated refresh token still works. */
    readonly RetryGracePeriodSeconds: number
  }

  /** False: no hosted UI. */
  readonly AllowedOAuthFlowsUserPoolClient: boolean
  readonly AllowedOAuthFlows: readonly ('code' | 'implicit')[]
  readonly AllowedOAuthScopes: readonly (typeof oauthScopes)[number][]
  /** Compared exactly; empty: any http(s) URL of this machine. */
  readonly CallbackURLs: readonly string[]
  /** Compared exactly; empty: any http(s) URL of this machine. */
  readonly LogoutURLs: readonly string[]
  /** `COGNITO` and names of `IdentityProviders`; empty: all. */
  readonly SupportedIdentityProviders: readonly string[]
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
  AccountRecoverySetting: { RecoveryMechanisms: [] },
  UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: [] },
  DeviceConfiguration: null,
  MfaConfiguration: 'OFF',
  SmsMfaConfiguration: null,
  SoftwareTokenMfaConfiguration: { Enabled: false },
  EmailMfaConfiguration: null,
  IdentityProviders: defaultIdentityProviders,
  ClientSecret: null,
  ExplicitAuthFlows: [
    'ALLOW_USER_SRP_AUTH',
    'ALLOW_USER_PASSWORD_AUTH',
    'ALLOW_REFRESH_TOKEN_AUTH',
    'ALLOW_CUSTOM_AUTH',
  ],
  PreventUserExistenceErrors: 'ENABLED',
  EnableTokenRevocation: true,
  AuthSessionValidity: 3,
  AccessTokenValidity: 60,
  IdTokenValidity: 60,
  RefreshTokenValidity: 30,
  TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'days' },
  ReadAttributes: [],
  WriteAttributes: [],
  RefreshTokenRotation: { Feature: 'DISABLED', RetryGracePeriodSeconds: 0 },
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ['code', 'implicit'],
  AllowedOAuthScopes: oauthScopes,
  CallbackURLs: [],
  LogoutURLs: [],
  SupportedIdentityProviders: [],
}

const unitMs = { seconds: 1000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 }

/** How long each token lives, in ms. */
export function tokenLifetimes(options: PoolOptions) {
  const { AccessToken, IdToken, RefreshToken } = options.TokenValidityUnits
  return {
    access: options.AccessTokenValidity * unitMs[AccessToken],
    id: options.IdTokenValidity * unitMs[IdToken],
    refresh: options.RefreshTokenValidity * unitMs[RefreshToken],
  }
}
