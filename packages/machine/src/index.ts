/**
 * `createAuth` and the types of its views, events, failures and ports. No type of this entry mentions
 * XState: what does is in `@authchart/machine/xstate`.
 *
 * @packageDocumentation
 */
export { readEntry } from './adapters/browser/read-entry.ts'
export { memoryStorage } from './adapters/memory/memory-storage.ts'
export { memoryVault } from './adapters/memory/memory-vault.ts'
export type { Auth, AuthInspectionEvent, AuthOptions } from './auth.ts'
export type { AuthEntry } from './auth-entry.ts'
export type { AuthUser } from './auth-user.ts'
export type {
  AccountReadings,
  AuthContext,
  AuthInput,
  AuthNotice,
  InitialState,
  LinkedRoute,
  OpenedLink,
  PasskeyOffer,
  Reading,
} from './chart/context.ts'
export type {
  AuthEmitted,
  AuthEvent,
  LinkEvent,
  ScreenEvent,
  SessionEvent,
} from './chart/events.ts'
export type { RestoreResult } from './chart/outcomes.ts'
export type {
  AmplifyConfig,
  AmplifyOutputsConfig,
  AuthConfig,
  AwsExportsConfig,
  ClassicAmplifyConfig,
  HostedUiSettings,
  PasswordlessConfig,
  UserPoolConfig,
} from './cognito/config/auth-config.ts'
export { createAuth } from './create-auth.ts'
export type { CredentialsProvider } from './credentials/credentials-keeper.ts'
export { essentialCredentials } from './credentials/essential-credentials.ts'
export type {
  FederatedResponse,
  RefreshHandler,
  RefreshHandlers,
} from './credentials/provider-federation.ts'
export {
  ConfigError,
  FederatedUserError,
  GuestAccessError,
  SessionExpiredError,
  SignedInError,
  SignedOutError,
  StoppedError,
} from './errors/auth-errors.ts'
export {
  type AuthFailure,
  type FailureCode,
  type FailureField,
  isTokenRejected,
  toFailure,
} from './errors/failure.ts'
export { PasskeyError, type PasskeyErrorName } from './errors/passkey-error.ts'
export type { Override } from './override-calls.ts'
export {
  checkPassword,
  defaultPasswordPolicy,
  type PasswordCheck,
  type PasswordRule,
} from './password-policy.ts'
export type * from './ports/index.ts'
export type { KeyValueStorage } from './ports/key-value-storage.ts'
export { Secret } from './secret.ts'
export { ApiOriginError, type ApiOrigins } from './session/api-origins.ts'
export type { AuthFetch, AuthFetchInit } from './session/auth-fetch.ts'
export type { AuthSession } from './session/auth-session.ts'
export type { ChartOption, OwnChart, StepsOption } from './steps/chart-options.ts'
export { defineStep } from './steps/define-step.ts'
export type {
  AnyAuth,
  OwnEventType,
  OwnInput,
  OwnRoute,
  Register,
  RegisteredAuth,
  RegisteredRoute,
  RegisteredView,
} from './steps/register.ts'
export type { AnyStep, Step, StepDefinition, ViewOfStep } from './steps/step.ts'
export { StepError } from './steps/step-error.ts'
export type { StepField, StepForm, StepOption, StepTexts } from './steps/step-form.ts'
export type {
  ActionsOf,
  StepActions,
  StepContext,
  StepPosition,
  StepScope,
} from './steps/step-parts.ts'
export type { StepView } from './steps/step-view.ts'
export type { AuthTransport } from './transport.ts'
export type { Greeting } from './view/greeting.ts'
export type { PendingLeaf } from './view/pending-leaf.ts'
export { type AuthPath, type AuthRoute, routeOf } from './view/route.ts'
export { screenActions } from './view/screen-actions.ts'
export type { CheckPassword } from './view/screens/fields.ts'
export type { SocialProvider } from './view/screens/social-providers.ts'
export { unreachable } from './view/unreachable.ts'
export type * from './view/views/auth-views.ts'
export type * from './view/views/base-view.ts'
export type * from './view/views/contact-views.ts'
export type * from './view/views/forms.ts'
export type { OwnView } from './view/views/own-view.ts'
export type * from './view/views/passkey-prompt-view.ts'
export type * from './view/views/password-views.ts'
export type * from './view/views/setup-totp-view.ts'
export type * from './view/views/sign-in-views.ts'
export type * from './view/views/sign-up-views.ts'
export type * from './view/views/signed-in-view.ts'
