import type { AuthUser } from '../auth-user.ts'
import type { AuthFailure } from '../errors/failure.ts'
import type {
  AuthFlowType,
  ClientMetadata,
  CodeDelivery,
  FirstFactor,
  MfaPreference,
  MfaType,
  ProviderToken,
  RedirectInput,
} from '../ports/index.ts'
import type { Secret } from '../secret.ts'
import type { AccountReadings, OpenedLink } from './context.ts'

type Texts = Readonly<Record<string, string>>

interface WithMetadata {
  clientMetadata?: ClientMetadata | undefined
}

type SignInEvent =
  | ({
      type: 'signIn.submit'
      username: string
      password?: Secret | undefined
      factor?: FirstFactor | undefined
      authFlowType?: AuthFlowType | undefined
      validationData?: Texts | undefined
    } & WithMetadata)
  | { type: 'signIn.cancel' }
  | ({ type: 'signIn.redirect' } & RedirectInput)
  | { type: 'signIn.federate'; token: Secret<ProviderToken> }
  | { type: 'redirecting.cancel' }
  | ({ type: 'confirmSignIn.submit'; code: Secret; rememberDevice: boolean } & WithMetadata)
  | ({ type: 'confirmSignIn.resend' } & WithMetadata)
  | { type: 'confirmSignIn.cancel' }
  | ({
      type: 'selectFactor.submit'
      factor: FirstFactor
      password?: Secret | undefined
    } & WithMetadata)
  | { type: 'selectFactor.cancel' }
  | ({ type: 'passkey.submit' } & WithMetadata)
  | { type: 'passkey.cancel' }
  | ({ type: 'customChallenge.submit'; answer: Secret } & WithMetadata)
  | { type: 'customChallenge.cancel' }
  | ({ type: 'selectMfaType.submit'; mfaType: MfaType } & WithMetadata)
  | { type: 'selectMfaType.cancel' }
  | ({ type: 'setupEmail.submit'; email: string } & WithMetadata)
  | { type: 'setupEmail.cancel' }
  | ({
      type: 'newPassword.submit'
      password: Secret
      attributes?: Texts | undefined
    } & WithMetadata)
  | { type: 'newPassword.cancel' }

type SetupTotpEvent =
  | ({
      type: 'setupTotp.submit'
      code: Secret
      deviceName?: string | undefined
      prefer?: boolean | undefined
    } & WithMetadata)
  | { type: 'setupTotp.cancel' }
  | { type: 'setupTotp.retry' }
  | { type: 'setupTotp.leave' }

type SignUpEvent =
  | ({
      type: 'signUp.submit'
      username: string
      password?: Secret | undefined
      attributes?: Texts | undefined
      validationData?: Texts | undefined
    } & WithMetadata)
  | ({ type: 'signUp.redirect' } & RedirectInput)
  | { type: 'signUp.cancel' }
  | ({
      type: 'confirmSignUp.submit'
      code: Secret
      forceAliasCreation?: boolean | undefined
    } & WithMetadata)
  | ({ type: 'confirmSignUp.resend' } & WithMetadata)
  | { type: 'confirmSignUp.cancel' }

type PasswordEvent =
  | ({ type: 'forgotPassword.submit'; username: string } & WithMetadata)
  | { type: 'forgotPassword.cancel' }
  | ({ type: 'resetPassword.submit'; code: Secret; password: Secret } & WithMetadata)
  | ({ type: 'resetPassword.resend' } & WithMetadata)
  | { type: 'resetPassword.cancel' }

type ContactEvent =
  | ({ type: 'verifyContact.submit'; attribute: string } & WithMetadata)
  | { type: 'verifyContact.cancel' }
  | { type: 'verifyContact.skip' }
  | { type: 'confirmContact.submit'; code: Secret }
  | ({ type: 'confirmContact.resend' } & WithMetadata)
  | { type: 'confirmContact.cancel' }
  | { type: 'confirmContact.skip' }

type PasskeyPromptEvent =
  | { type: 'passkeyPrompt.submit' }
  | { type: 'passkeyPrompt.cancel' }
  | { type: 'passkeyPrompt.skip' }
  | { type: 'passkeyPrompt.never' }

type SignedInEvent =
  | { type: 'signedIn.load'; part: keyof AccountReadings }
  | {
      type: 'signedIn.changePassword'
      previousPassword?: Secret | undefined
      password: Secret
    }
  | ({ type: 'signedIn.updateAttributes'; attributes: Texts } & WithMetadata)
  | { type: 'signedIn.deleteAttributes'; names: readonly string[] }
  | ({ type: 'signedIn.verifyAttribute'; attribute: string } & WithMetadata)
  | { type: 'signedIn.setupTotp' }
  | { type: 'signedIn.setMfaPreference'; preference: MfaPreference }
  | { type: 'signedIn.rememberDevice'; key?: string | undefined }
  | { type: 'signedIn.forgetDevice'; key?: string | undefined }
  | { type: 'signedIn.registerPasskey' }
  | { type: 'signedIn.deletePasskey'; id: string }
  | { type: 'signedIn.deleteUser' }
  | { type: 'signedIn.cancel' }
  | { type: 'signOut'; global?: boolean }

/** What screens send: `screen.verb`, so that a stale click cannot act on the next screen. */
export type ScreenEvent =
  | { type: 'go.signIn' }
  | { type: 'go.signedIn' }
  | { type: 'go.signUp' }
  | { type: 'go.selectFactor' }
  | { type: 'go.forgotPassword' }
  | { type: 'go.confirmSignUp'; username: string }
  | { type: 'go.resetPassword'; username: string }
  | SignInEvent
  | SetupTotpEvent
  | SignUpEvent
  | PasswordEvent
  | ContactEvent
  | PasskeyPromptEvent
  | SignedInEvent

/** What the child actors report. */
export type SessionEvent =
  /** A user has signed in in another tab; it may be another user. */
  | { type: 'session.found'; user: AuthUser }
  | { type: 'session.refreshed'; user: AuthUser }
  | { type: 'session.refreshFailed'; failure: AuthFailure }
  /** Without a failure where another tab has signed out. */
  | { type: 'session.ended'; failure: AuthFailure | undefined }
  | { type: 'account.read'; readings: Partial<AccountReadings> }

/** A link from outside leads to a screen: `auth.enter()`, and `createAuth({ entry })`. */
export type LinkEvent = { type: 'link.opened' } & OpenedLink

export type AuthEvent = ScreenEvent | SessionEvent | LinkEvent

/** The events of `auth.on(type, …)`, in the past tense: the classic Hub, typed. */
export type AuthEmitted =
  /** By a sign-in in this tab. */
  | { type: 'signedIn'; user: AuthUser }
  /** By the hosted UI, before `signedIn`: what `redirect({ customState })` was given. */
  | { type: 'redirect.completed'; customState: string | undefined }
  /** Found signed in: when the page loaded, or because another tab has signed in. */
  | { type: 'restored'; user: AuthUser }
  /** `reason` when the session ended by itself. */
  | { type: 'signedOut'; reason: AuthFailure | undefined }
  | { type: 'signUp.submitted'; username: string }
  | { type: 'signUp.completed'; username: string }
  /** `delivery`: `undefined` if Cognito does not say. */
  | { type: 'code.sent'; delivery: CodeDelivery | undefined }
  | { type: 'passwordReset.completed'; username: string }
  | { type: 'attributes.updated'; user: AuthUser }
  | { type: 'attribute.verified'; attribute: string }
  | { type: 'user.deleted'; user: AuthUser }
  | { type: 'token.refreshed'; user: AuthUser }
  | { type: 'token.refreshFailed'; failure: AuthFailure }
  /** `actor`: the request that failed, e.g. `signIn`. */
  | { type: 'failure'; failure: AuthFailure; actor: string | undefined }
