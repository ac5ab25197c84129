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
  /** A standard attribute, or `custom:<name>` (the prefix is optional). */
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

/** Any value, also an empty object, makes the pool track devices. */
export interface DeviceConfiguration {
  /** A remembered device signs in without a second factor. */
  readonly ChallengeRequiredOnNewDevice?: boolean | undefined
  /** A confirmed device is remembered only after UpdateDeviceStatus. */
  readonly DeviceOnlyRememberedOnUserPrompt?: boolean | undefined
}

/** PASSWORD stands for both password challenges, PASSWORD and PASSWORD_SRP. */
export type FirstAuthFactor = 'PASSWORD' | 'EMAIL_OTP' | 'SMS_OTP' | 'WEB_AUTHN'

interface WebAuthnConfiguration {
  /** Default: the domain of the hosted UI, which is `localhost` here. */
  readonly RelyingPartyId?: string | undefined
  /** Default `preferred`. */
  readonly UserVerification?: 'preferred' | 'required' | undefined
  /** Whether a passkey can stand for both factors. Default `SINGLE_FACTOR`. */
  readonly FactorConfiguration?: 'SINGLE_FACTOR' | 'MULTI_FACTOR_WITH_USER_VERIFICATION' | undefined
}

/** A method to recover an account. Priority 1 comes before 2. */
interface RecoveryMechanism {
  readonly Name: 'verified_email' | 'verified_phone_number' | 'admin_only'
  readonly Priority: number
}

/**
 * The options of the user pool and its app client, as CreateUserPool, UpdateUserPool,
 * SetUserPoolMfaConfig and UpdateUserPoolClient name them.
 */
export interface PoolOptions {
  readonly UsernameAttributes: readonly ('email' | 'phone_number')[]
  readonly AliasAttributes: readonly ('email' | 'phone_number' | 'preferred_username')[]
  readonly UsernameConfiguration: { readonly CaseSensitive: boolean }
  readonly SchemaAttributes: readonly SchemaAttribute[]

  readonly AutoVerifiedAttributes: readonly ('email' | 'phone_number')[]
  readonly Policies: {
    readonly PasswordPolicy: PasswordPolicy
    /** With which factors users can begin a sign-in by USER_AUTH. PASSWORD is always one of them. */
    readonly SignInPolicy: { readonly AllowedFirstAuthFactors: readonly FirstAuthFactor[] }
  }
  /** The feature plan. First factors besides the password need ESSENTIALS or PLUS. */
  readonly UserPoolTier: 'LITE' | 'ESSENTIALS' | 'PLUS'
  readonly AdminCreateUserConfig: { readonly AllowAdminCreateUserOnly: boolean }
  /** Without mechanisms: a verified phone, else a verified e-mail. */
  readonly AccountRecoverySetting: { readonly RecoveryMechanisms: readonly RecoveryMechanism[] }
  /** Decides about `iss` of the tokens. Default ORIGINAL. */
  readonly IssuerConfiguration: { readonly Type: 'ORIGINAL' | 'UPDATED' }
  readonly UserAttributeUpdateSettings: {
    /** Attributes that keep their value until the new one is verified. */
    readonly AttributesRequireVerificationBeforeUpdate: readonly ('email' | 'phone_number')[]
  }

  /** Null: devices are not tracked. */
  readonly DeviceConfiguration: DeviceConfiguration | null

  /** ON and OPTIONAL need one of the next three methods. */
  readonly MfaConfiguration: 'OFF' | 'ON' | 'OPTIONAL'
  /** Null: no codes by SMS. The message must contain `{####}`. */
  readonly SmsMfaConfiguration: { readonly SmsAuthenticationMessage?: string | undefined } | null
  readonly SoftwareTokenMfaConfiguration: { readonly Enabled: boolean }
  /** Null: no codes by e-mail. The message must contain `{####}`. */
  readonly EmailMfaConfiguration: {
    readonly Message?: string | undefined
    readonly Subject?: string | undefined
  } | null

  readonly WebAuthnConfiguration: WebAuthnConfiguration

  /** External providers. The sandbox fakes them. */
  readonly IdentityProviders: readonly IdentityProvider[]

  /** Null: the client has no secret. Apps in a browser need that. */
  readonly ClientSecret: string | null
  readonly ExplicitAuthFlows: readonly string[]
  readonly PreventUserExistenceErrors: 'LEGACY' | 'ENABLED'
  readonly EnableTokenRevocation: boolean
  /** Lifetime of a challenge session in minutes, 3 to 15. */
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
  /** The attributes that users may read; empty: all. */
  readonly ReadAttributes: readonly string[]
  /** The attributes that users may write; empty: all. */
  readonly WriteAttributes: readonly string[]
  readonly RefreshTokenRotation: {
    readonly Feature: 'ENABLED' | 'DISABLED'
    /** How long a rotated refresh token still works, 0 to 60 s. */
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
    SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] },
  },
  UserPoolTier: 'ESSENTIALS',
  AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
  AccountRecoverySetting: { RecoveryMechanisms: [] },
  IssuerConfiguration: { Type: 'ORIGINAL' },
  UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: [] },
  DeviceConfiguration: null,
  MfaConfiguration: 'OFF',
  SmsMfaConfiguration: null,
  SoftwareTokenMfaConfiguration: { Enabled: false },
  EmailMfaConfiguration: null,
  WebAuthnConfiguration: {},
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

/** The lifetimes of the tokens, in ms. */
export function tokenLifetimes(options: PoolOptions) {
  const { AccessToken, IdToken, RefreshToken } = options.TokenValidityUnits
  return {
    access: options.AccessTokenValidity * unitMs[AccessToken],
    id: options.IdTokenValidity * unitMs[IdToken],
    refresh: options.RefreshTokenValidity * unitMs[RefreshToken],
  }
}
