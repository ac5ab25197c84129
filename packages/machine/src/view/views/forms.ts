import type { AuthFlowType, ClientMetadata, FirstFactor } from '../../ports/index.ts'
import type { Secret } from '../../secret.ts'

/** What may come with a form, for the Lambda triggers of the pool. */
export interface WithMetadata {
  clientMetadata?: ClientMetadata | undefined
}

export interface CodeForm extends WithMetadata {
  code: string
}

export type SignInForm = WithMetadata & {
  username: string
  /** Passed to the pre authentication trigger. */
  validationData?: Readonly<Record<string, string>> | undefined
} & (
    | { password: string; factor?: undefined; authFlowType?: AuthFlowType | undefined }
    /**
     * Where `factors` of the view has more than `PASSWORD`: begins with `factor`, by default with the one of the
     * configuration or with the one that was used last; without all of these the user chooses.
     */
    | {
        password?: undefined
        factor?: Exclude<FirstFactor, 'PASSWORD'> | undefined
        authFlowType?: 'USER_AUTH' | undefined
      }
    /** The pool begins with its own challenge. */
    | { password?: undefined; factor?: undefined; authFlowType: 'CUSTOM_AUTH' }
  )

export type SelectFactorForm = WithMetadata &
  (
    | { factor: 'PASSWORD'; password: string }
    | { factor: Exclude<FirstFactor, 'PASSWORD'>; password?: undefined }
  )

export interface ConfirmSignInForm extends CodeForm {
  /** Lets this device stand for the second factor from now on, where the pool allows it. */
  rememberDevice?: boolean | undefined
}

export interface NewPasswordForm extends WithMetadata {
  password: string
  /** By name, e.g. those in `missingAttributes`. */
  attributes?: Readonly<Record<string, string>> | undefined
}

export interface SetupTotpForm extends CodeForm {
  /** Shown to the user whenever a sign-in requires a code of this app. */
  deviceName?: string | undefined
  /**
   * For a user who is signed in: whether the app becomes the preferred second factor (`SetUserMFAPreference`),
   * so that the next sign-in requires it. `true` by default; `false` only sets the app up.
   */
  prefer?: boolean | undefined
}

export interface SignUpForm extends WithMetadata {
  username: string
  /** Left out by a user who signs in by codes or passkeys, where the pool allows these. */
  password?: string | undefined
  /** User attributes by name, custom ones as `custom:name`. */
  attributes?: Readonly<Record<string, string>> | undefined
  /** Passed to the pre sign-up trigger and not stored. */
  validationData?: Readonly<Record<string, string>> | undefined
}

/** The code as it was typed, or the `linkCode` of the view. */
interface SentCodeForm extends WithMetadata {
  code: string | Secret
}

export interface ResetPasswordForm extends SentCodeForm {
  password: string
}

export interface ConfirmSignUpForm extends SentCodeForm {
  /** Takes the e-mail or phone over from another user who has it as an alias. */
  forceAliasCreation?: boolean | undefined
}

export interface ChangePasswordForm {
  /** Left out by a user without a password, who sets the first one. */
  previousPassword?: string | undefined
  password: string
}

export interface AttributesForm extends WithMetadata {
  attributes: Readonly<Record<string, string>>
}
