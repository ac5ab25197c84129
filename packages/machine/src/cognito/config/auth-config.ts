import type { CookieOptions } from '../../adapters/cookies/cookie-options.ts'
import type {
  AuthFlowType,
  FirstFactor,
  LoginMechanism,
  PasswordPolicy,
} from '../../ports/index.ts'
import type { standardAttributes } from '../../standard-attributes.ts'

/** An editor completes the literals; imported JSON has the type `string`. */
type Text<Known extends string> = Known | (string & NonNullable<unknown>)
type One<T> = T | readonly T[]
type Attribute = (typeof standardAttributes)[number] | `custom:${string}`

/** The fields of the forms. */
interface FormConfig {
  /**
   * What users sign in with, as the pool has it: `['email']`, `['phone']` or both if the user name is that
   * (`UsernameAttributes`); `['username', 'email']` if the e-mail address is an alias of the user name
   * (`AliasAttributes`). `['username']` by default.
   */
  readonly loginWith?: readonly Text<LoginMechanism>[] | undefined
  /**
   * The fields of the sign-up form besides user name and password, in this order. A name alone is required.
   * None by default: list `email` and `phone_number` here, too, where they are aliases.
   */
  readonly signUpAttributes?:
    | readonly (Text<Attribute> | { readonly name: Text<Attribute>; readonly required: boolean })[]
    | undefined
}

/** Sign-in with other factors than a password (choice-based sign-in, `USER_AUTH`). */
export interface PasswordlessConfig {
  /** What the pool allows (`AllowedFirstAuthFactors`); every factor by default. */
  readonly factors?: readonly Text<FirstFactor>[] | undefined
  /** What a sign-in begins with, unless the user chooses; by default what the user has signed in with last. */
  readonly preferred?: Text<FirstFactor> | undefined
  /** `false`: a user without a passkey is not prompted for one after a sign-in. */
  readonly passkeyPrompt?: boolean | undefined
}

/** `passwordless` of Amplify v6. */
interface AmplifyPasswordless {
  readonly emailOtpEnabled?: boolean | undefined
  readonly smsOtpEnabled?: boolean | undefined
  readonly webAuthn?:
    | { readonly relyingPartyId: string; readonly userVerification: string }
    | undefined
  readonly preferredChallenge?: string | undefined
  readonly passkeyPrompt?: boolean | undefined
}

/** What `createAuth` takes: our own shape, or one that users of Amplify have already. */
export type AuthConfig =
  | UserPoolConfig
  | AmplifyOutputsConfig
  | AmplifyConfig
  | ClassicAmplifyConfig
  | AwsExportsConfig

/** Our own shape, and the JSON line of `authchart-sandbox`. */
export interface UserPoolConfig extends FormConfig {
  /** e.g. `us-east-1_AbCdEf123`. */
  readonly userPoolId: string
  /** The id of an app client without a secret. */
  readonly userPoolClientId: string
  /** The Region in `userPoolId` by default. Another one needs `endpoint`. */
  readonly region?: string | undefined
  /** A URL instead of `https://cognito-idp.<region>.amazonaws.com/`. */
  readonly endpoint?: string | undefined
  /** `USER_SRP_AUTH` by default, or `USER_AUTH` with `passwordless`. */
  readonly authenticationFlowType?: Text<AuthFlowType> | undefined
  /** One-time codes and passkeys instead of passwords. */
  readonly passwordless?: PasswordlessConfig | undefined
  /** For checks while the user types. Cognito's default by default. */
  readonly passwordPolicy?: Partial<PasswordPolicy> | undefined
  /** Keeps the tokens in cookies with these attributes. */
  readonly cookieStorage?: CookieOptions | undefined
  /** The hosted UI (managed login). */
  readonly hostedUi?: HostedUiSettings | undefined
  /** Instead of `hostedUi.domain`, e.g. `https://prefix.auth.us-east-1.amazoncognito.com`. */
  readonly hostedUiOrigin?: string | undefined
  /** For AWS credentials, e.g. `us-east-1:12345678-1234-1234-abcd-1234567890ab`. */
  readonly identityPoolId?: string | undefined
  /** A URL instead of `https://cognito-identity.<region>.amazonaws.com/`. */
  readonly identityEndpoint?: string | undefined
  /** Guests get no AWS credentials. `false` by default. */
  readonly mandatorySignIn?: boolean | undefined
  /** From the sandbox's JSON line; not used here. */
  readonly controlUrl?: string | undefined
}

/** The hosted UI of a user pool. */
export interface HostedUiSettings {
  /** e.g. `prefix.auth.us-east-1.amazoncognito.com`. */
  readonly domain?: string | undefined
  /** Callback URLs of the app client. The page's own address by default. */
  readonly redirectSignIn?: One<string> | undefined
  /** Sign-out URLs of the app client. The page's own address by default. */
  readonly redirectSignOut?: One<string> | undefined
  /** Must have `openid`. */
  readonly scopes?: readonly string[] | undefined
  /** As `scopes`, in the spelling of Amplify before v6. */
  readonly scope?: readonly string[] | undefined
  /** `code` (with PKCE) by default; `token` is the implicit grant. */
  readonly responseType?: Text<'code' | 'token'> | undefined
  /**
   * Accepts a sign-in that a SAML provider has begun (IdP-initiated), whose code comes without `state`.
   * A link of an attacker could sign its reader in as another user (login CSRF), so `false` by default.
   */
  readonly allowIdpInitiated?: boolean | undefined
  /** A button for each: `Google`, `Facebook`, `Amazon`, `Apple`, or the name of a SAML or OIDC provider. */
  readonly providers?: readonly (string | { readonly custom: string })[] | undefined
  readonly options?:
    | {
        /** `false` keeps the fingerprint of the device from Cognito. */
        readonly AdvancedSecurityDataCollectionFlag?: boolean | undefined
      }
    | undefined
}

/** Sections of `Amplify.configure` that are not about auth. */
interface OtherCategories {
  readonly API?: unknown
  readonly Analytics?: unknown
  readonly DataStore?: unknown
  readonly Geo?: unknown
  readonly Interactions?: unknown
  readonly Logging?: unknown
  readonly Notifications?: unknown
  readonly Predictions?: unknown
  readonly PubSub?: unknown
  readonly Storage?: unknown
  readonly XR?: unknown
  readonly ssr?: unknown
}

/** `Amplify.configure` of v6. */
export interface AmplifyConfig extends OtherCategories {
  readonly Auth: {
    readonly Cognito: {
      readonly userPoolId: string
      readonly userPoolClientId: string
      readonly region?: string | undefined
      /** A URL. */
      readonly userPoolEndpoint?: string | undefined
      readonly identityPoolId?: string | undefined
      /** A URL. */
      readonly identityPoolEndpoint?: string | undefined
      readonly allowGuestAccess?: boolean | undefined
      readonly loginWith?:
        | {
            readonly oauth?: HostedUiSettings | undefined
            readonly username?: boolean | undefined
            readonly email?: boolean | undefined
            readonly phone?: boolean | undefined
          }
        | undefined
      readonly passwordFormat?:
        | {
            readonly minLength?: number | undefined
            readonly requireLowercase?: boolean | undefined
            readonly requireUppercase?: boolean | undefined
            readonly requireNumbers?: boolean | undefined
            readonly requireSpecialCharacters?: boolean | undefined
          }
        | undefined
      readonly authenticationFlowType?: Text<AuthFlowType> | undefined
      readonly cookieStorage?: CookieOptions | undefined
      readonly signUpVerificationMethod?: unknown
      /** The fields of the sign-up form, in this order. */
      readonly userAttributes?:
        | Readonly<Partial<Record<Text<Attribute>, { readonly required: boolean }>>>
        | undefined
      readonly mfa?: unknown
      readonly groups?: unknown
      readonly passwordless?: AmplifyPasswordless | undefined
    }
  }
}

/** `Auth` of `Amplify.configure` of v1 to v5. */
interface ClassicAuth extends FormConfig {
  readonly region?: string | undefined
  /** A URL. */
  readonly endpoint?: string | undefined
  readonly identityPoolId?: string | undefined
  readonly identityPoolRegion?: string | undefined
  readonly mandatorySignIn?: boolean | undefined
  readonly cookieStorage?: CookieOptions | undefined
  readonly authenticationFlowType?: Text<AuthFlowType> | undefined
  readonly oauth?: HostedUiSettings | { readonly awsCognito: HostedUiSettings } | undefined
  readonly storage?: unknown
  readonly refreshHandlers?: unknown
  readonly clientMetadata?: unknown
  readonly signUpVerificationMethod?: unknown
}

/** `Amplify.configure` of v1 to v5. */
export interface ClassicAmplifyConfig extends OtherCategories {
  readonly Auth: ClassicAuth & {
    readonly userPoolId: string
    readonly userPoolWebClientId: string
  }
}

/** `aws-exports.js`, with what `Auth` says instead of it. The file may have more. */
export interface AwsExportsConfig extends OtherCategories {
  readonly aws_user_pools_id: string
  readonly aws_user_pools_web_client_id: string
  readonly aws_cognito_region?: string | undefined
  readonly aws_cognito_identity_pool_id?: string | undefined
  readonly aws_mandatory_sign_in?: string | undefined
  readonly aws_cognito_social_providers?: readonly string[] | undefined
  /** What users sign in with: `EMAIL`, `PHONE_NUMBER`; a user name without any. */
  readonly aws_cognito_username_attributes?: readonly string[] | undefined
  /** The required attributes of a sign-up, e.g. `EMAIL`, `GIVEN_NAME`. */
  readonly aws_cognito_signup_attributes?: readonly string[] | undefined
  readonly aws_cognito_password_protection_settings?:
    | {
        readonly passwordPolicyMinLength?: number | undefined
        readonly passwordPolicyCharacters?: readonly string[] | undefined
      }
    | undefined
  readonly oauth?: HostedUiSettings | undefined
  readonly Auth?: Partial<ClassicAuth> | undefined
}

/** `amplify_outputs.json` of Amplify Gen 2. The file may have more. */
export interface AmplifyOutputsConfig {
  readonly version?: string | undefined
  readonly auth: {
    readonly user_pool_id: string
    readonly user_pool_client_id: string
    readonly aws_region?: string | undefined
    readonly user_pool_endpoint?: string | undefined
    readonly identity_pool_id?: string | undefined
    readonly unauthenticated_identities_enabled?: boolean | undefined
    readonly password_policy?:
      | {
          readonly min_length?: number | undefined
          readonly require_lowercase?: boolean | undefined
          readonly require_uppercase?: boolean | undefined
          readonly require_numbers?: boolean | undefined
          readonly require_symbols?: boolean | undefined
        }
      | undefined
    readonly oauth?:
      | {
          readonly domain?: string | undefined
          readonly scopes?: readonly string[] | undefined
          readonly redirect_sign_in_uri?: readonly string[] | undefined
          readonly redirect_sign_out_uri?: readonly string[] | undefined
          readonly response_type?: string | undefined
          readonly identity_providers?: readonly string[] | undefined
        }
      | undefined
    readonly authentication_flow_type?: unknown
    /** The required attributes of a sign-up. */
    readonly standard_required_attributes?: readonly string[] | undefined
    /** What users sign in with: `email`, `phone_number`; a user name without any. */
    readonly username_attributes?: readonly string[] | undefined
    readonly user_verification_types?: unknown
    readonly mfa_configuration?: unknown
    readonly mfa_methods?: unknown
    readonly groups?: unknown
    readonly passwordless?:
      | {
          readonly email_otp_enabled?: boolean | undefined
          readonly sms_otp_enabled?: boolean | undefined
          readonly web_authn?:
            | { readonly relying_party_id?: string; readonly user_verification?: string }
            | undefined
          readonly preferred_challenge?: string | undefined
        }
      | undefined
  }
  readonly analytics?: unknown
  readonly custom?: unknown
  readonly data?: unknown
  readonly geo?: unknown
  readonly notifications?: unknown
  readonly storage?: unknown
}
