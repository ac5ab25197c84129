import { createMachine, fromCallback, fromPromise, setup } from 'xstate'
import type {
  AttributeCodeInput,
  AttributesInput,
  Challenge,
  ChallengeInput,
  ChangePasswordInput,
  ConfirmSignUpInput,
  DeleteAttributesInput,
  DeviceInput,
  MfaPreferenceInput,
  NewDevice,
  NewPasskey,
  PasskeyInput,
  PasskeyRegistration,
  ProviderToken,
  RedirectInput,
  ResetPasswordInput,
  SendCodeInput,
  SignInInput,
  SignUpConfirmation,
  SignUpInput,
  TotpSetup,
  VerifyAttributeInput,
  VerifyTotpInput,
} from '../ports/index.ts'
import type { Secret } from '../secret.ts'
import { actions } from './actions.ts'
import type { AccountCommand, AuthContext, AuthInput } from './context.ts'
import type { AuthEmitted, AuthEvent } from './events.ts'
import { guards } from './guards.ts'
import type {
  AttributesUpdated,
  AutoSignInResult,
  CodeSent,
  JustSignedIn,
  PasskeyAutofilled,
  PasskeyPicked,
  RedirectCompleted,
  RedirectReturned,
  RestoreResult,
  SignedIn,
  SignInResult,
  SignUpResult,
} from './outcomes.ts'

/** The chart alone sends no request: `createAuth` provides the actors. */
function stub<Output, Input = void>() {
  return fromPromise<Output, Input>(({ self }) =>
    Promise.reject(new Error(`Actor "${self.id}" has no implementation: use createAuth()`)),
  )
}

/** The actors of the chart by name, as stubs that carry the type of their input and of their result. */
export type AuthRequests = typeof actors

/** The inputs and results of every actor, by name; `actors/` implements exactly these. */
export const actors = {
  readSession: stub<RestoreResult>(),
  refreshSession: stub<SignedIn>(),
  signIn: stub<SignInResult, SignInInput>(),
  redirectToSignIn: stub<RedirectReturned, RedirectInput>(),
  completeRedirect: stub<RedirectCompleted, { answer: Secret }>(),
  federatedSignIn: stub<JustSignedIn, { token: Secret<ProviderToken> }>(),
  autoSignIn: stub<AutoSignInResult, { username: string; session: Secret | undefined }>(),
  /** Signs the `request` of a challenge: a dialog of the browser. */
  getPasskey: stub<PasskeyPicked, { request: string }>(),
  /** Does not end where there is nothing to pick. */
  autofillPasskey: stub<PasskeyAutofilled>(),
  respondToChallenge: stub<SignInResult, ChallengeInput & { username: string }>(),
  signUp: stub<SignUpResult, SignUpInput>(),
  confirmSignUp: stub<SignUpConfirmation, ConfirmSignUpInput>(),
  resendSignUpCode: stub<CodeSent, SendCodeInput>(),
  forgotPassword: stub<CodeSent, SendCodeInput>(),
  resetPassword: stub<void, ResetPasswordInput>(),
  /** Without a challenge for the user who is signed in. */
  associateSoftwareToken: stub<TotpSetup, { challenge: Challenge | undefined }>(),
  verifySoftwareToken: stub<
    Challenge | undefined,
    VerifyTotpInput & { challenge: Challenge | undefined }
  >(),
  confirmDevice: stub<{ readonly isUpToUser: boolean }, NewDevice>(),
  rememberDevice: stub<void, DeviceInput>(),
  forgetDevice: stub<void, DeviceInput>(),
  changePassword: stub<void, ChangePasswordInput>(),
  updateAttributes: stub<AttributesUpdated, AttributesInput>(),
  deleteAttributes: stub<void, DeleteAttributesInput>(),
  sendAttributeCode: stub<CodeSent, AttributeCodeInput>(),
  verifyAttribute: stub<{ readonly attribute: string }, VerifyAttributeInput>(),
  setMfaPreference: stub<void, MfaPreferenceInput>(),
  startPasskeyRegistration: stub<PasskeyRegistration>(),
  createPasskey: stub<NewPasskey, PasskeyRegistration>(),
  completePasskeyRegistration: stub<void, NewPasskey>(),
  deletePasskey: stub<void, PasskeyInput>(),
  deleteUser: stub<void>(),
  revokeToken: stub<void>(),
  endSession: stub<void>(),
  globalSignOut: stub<void>(),
  redirectToSignOut: stub<void>(),
  /** Lives as long as the chart and sends `session.*` events. */
  session: fromCallback(() => undefined),
  /** Lives as long as `signedIn` and sends `account.read`. */
  account: fromCallback<AccountCommand>(() => undefined),
}

const delays = {
  resendCooldown: ({ context }: { context: AuthContext }) =>
    Math.max(0, context.resendAt - Date.now()),
}

/** The chart's types, actions, guards and delays, with all that XState has to build on them. */
export function openSetup() {
  return setup({
    types: {
      context: {} as AuthContext,
      events: {} as AuthEvent,
      emitted: {} as AuthEmitted,
      input: {} as AuthInput,
      tags: {} as 'pending' | 'authenticated',
    },
    actors,
    actions,
    guards,
    delays,
  })
}

type Setup = ReturnType<typeof openSetup>

/** What the chart itself needs of {@link openSetup}: the rest of it is code that no app has to load. */
export const authSetup = {
  createStateConfig: (config: unknown) => config,
  createMachine: (config: object) =>
    createMachine(config as never, { actors, actions, guards, delays } as never),
} as unknown as Pick<Setup, 'createStateConfig' | 'createMachine'>
