import type { Channel } from './channel.ts'
import type { Clock } from './clock.ts'
import type { Federation } from './federation.ts'
import type { HostedUi } from './hosted-ui.ts'
import type { IdentityPool } from './identity-pool.ts'
import type { KeyValueStorage } from './key-value-storage.ts'
import type { LastSignInStore, PasskeyNotesStore } from './last-sign-in.ts'
import type { Lock } from './lock.ts'
import type { PageLife } from './page-life.ts'
import type { Passkeys } from './passkeys.ts'
import type { ScreenStore } from './screen-store.ts'
import type { TokenStore } from './token-store.ts'
import type { UserPool } from './user-pool.ts'
import type { Vault } from './vault.ts'

/** Everything outside the chart. Each port can be replaced. */
export interface AuthPorts {
  readonly userPool: UserPool
  /** `undefined` when the configuration has none. */
  readonly hostedUi: HostedUi | undefined
  readonly federation: Federation
  /** `undefined` when the configuration has none. */
  readonly identityPool: IdentityPool | undefined
  /** Stores the id of the identity, which is no secret. */
  readonly identityStorage: KeyValueStorage
  readonly tokenStore: TokenStore
  readonly screenStore: ScreenStore
  readonly vault: Vault
  /** `undefined` where there is no browser. */
  readonly passkeys: Passkeys | undefined
  /** `undefined` when nothing is stored about the last sign-in. */
  readonly lastSignIn: LastSignInStore | undefined
  /** `undefined` where `lastSignIn` stores them with the user, or nothing is stored. */
  readonly passkeyNotes: PasskeyNotesStore | undefined
  readonly clock: Clock
  readonly channel: Channel
  readonly lock: Lock
  readonly pageLife: PageLife
}

export type {
  AccountCalls,
  AccountFactor,
  AttributeCodeInput,
  AttributesInput,
  ChangePasswordInput,
  Contact,
  DeleteAttributesInput,
  Device,
  DeviceInput,
  MfaPreference,
  MfaPreferenceInput,
  NewDevice,
  NewPasskey,
  Passkey,
  PasskeyInput,
  PasskeyRegistration,
  Profile,
  VerifyAttributeInput,
} from './account.ts'
export type {
  Challenge,
  ChallengeAnswer,
  ChallengeInput,
  ChallengeRequest,
  ClientMetadata,
  FirstFactor,
  MfaType,
} from './challenge.ts'
export type { Channel, StoreChange, StoreChangeReason } from './channel.ts'
export type { Clock } from './clock.ts'
export type { CodeDelivery } from './code-delivery.ts'
export type { DeviceStore, StoredDevice } from './device-store.ts'
export type { Federation } from './federation.ts'
export type { FormSettings, LoginMechanism, SignUpAttribute } from './form-settings.ts'
export type { CodeGrant, HostedUi, RedirectInput, RedirectOutcome } from './hosted-ui.ts'
export type { AwsCredentials, IdentityPool, Logins } from './identity-pool.ts'
export type {
  LastSignIn,
  LastSignInStore,
  PasskeyNotes,
  PasskeyNotesStore,
} from './last-sign-in.ts'
export type { Lock, LockOptions } from './lock.ts'
export type { Navigator } from './navigator.ts'
export type { PageLife } from './page-life.ts'
export type {
  AcceptedPasskeys,
  PasskeyCapabilities,
  PasskeyOptions,
  Passkeys,
} from './passkeys.ts'
export type { PasswordPolicy } from './password-policy.ts'
export type { PasswordlessSettings } from './passwordless.ts'
export type { RequestOptions } from './request-options.ts'
export type {
  InterruptedScreen,
  ScreenStore,
  SignedInScreen,
  SignedOutScreen,
  Unfinished,
} from './screen-store.ts'
export type {
  ProviderProfile,
  ProviderToken,
  SaveOptions,
  SessionTokens,
  TokenSet,
  TokenStore,
} from './token-store.ts'
export type {
  AuthFlowType,
  ConfirmSignUpInput,
  ResetPasswordInput,
  SendCodeInput,
  SignInInput,
  SignInOutcome,
  SignUpConfirmation,
  SignUpInput,
  SignUpOutcome,
  TokensOutcome,
  TotpHolder,
  TotpSetup,
  UserPool,
  VerifyTotpInput,
} from './user-pool.ts'
export type { Vault } from './vault.ts'
