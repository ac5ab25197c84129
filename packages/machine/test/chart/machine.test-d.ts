/**
 * The type of `authMachine`, which the API report names and does not print: what an app that builds on the chart would notice
 * when it changes.
 */
import { expectTypeOf, test } from 'vitest'
import type {
  ContextFrom,
  EmittedFrom,
  EventFromLogic,
  InputFrom,
  OutputFrom,
  SnapshotFrom,
  TagsFrom,
} from 'xstate'
import type { AuthContext, AuthInput } from '../../src/chart/context.ts'
import type { AuthEvent } from '../../src/chart/events.ts'
import type { AuthEmitted } from '../../src/index.ts'
import type { AuthSnapshot, authMachine } from '../../src/xstate.ts'

type Machine = typeof authMachine

type EventType =
  | 'signIn.submit'
  | 'signIn.cancel'
  | 'signIn.redirect'
  | 'signIn.federate'
  | 'redirecting.cancel'
  | 'confirmSignIn.submit'
  | 'confirmSignIn.resend'
  | 'confirmSignIn.cancel'
  | 'selectFactor.submit'
  | 'selectFactor.cancel'
  | 'passkey.submit'
  | 'passkey.cancel'
  | 'customChallenge.submit'
  | 'customChallenge.cancel'
  | 'selectMfaType.submit'
  | 'selectMfaType.cancel'
  | 'setupEmail.submit'
  | 'setupEmail.cancel'
  | 'newPassword.submit'
  | 'newPassword.cancel'
  | 'setupTotp.submit'
  | 'setupTotp.cancel'
  | 'setupTotp.retry'
  | 'setupTotp.leave'
  | 'signUp.submit'
  | 'signUp.redirect'
  | 'signUp.cancel'
  | 'confirmSignUp.submit'
  | 'confirmSignUp.resend'
  | 'confirmSignUp.cancel'
  | 'forgotPassword.submit'
  | 'forgotPassword.cancel'
  | 'resetPassword.submit'
  | 'resetPassword.resend'
  | 'resetPassword.cancel'
  | 'verifyContact.submit'
  | 'verifyContact.cancel'
  | 'verifyContact.skip'
  | 'confirmContact.submit'
  | 'confirmContact.resend'
  | 'confirmContact.cancel'
  | 'confirmContact.skip'
  | 'passkeyPrompt.submit'
  | 'passkeyPrompt.cancel'
  | 'passkeyPrompt.skip'
  | 'passkeyPrompt.never'
  | 'signedIn.load'
  | 'signedIn.changePassword'
  | 'signedIn.updateAttributes'
  | 'signedIn.deleteAttributes'
  | 'signedIn.verifyAttribute'
  | 'signedIn.setupTotp'
  | 'signedIn.setMfaPreference'
  | 'signedIn.rememberDevice'
  | 'signedIn.forgetDevice'
  | 'signedIn.registerPasskey'
  | 'signedIn.deletePasskey'
  | 'signedIn.deleteUser'
  | 'signedIn.cancel'
  | 'signOut'
  | 'go.signIn'
  | 'go.signedIn'
  | 'go.signUp'
  | 'go.selectFactor'
  | 'go.forgotPassword'
  | 'go.confirmSignUp'
  | 'go.resetPassword'
  | 'session.found'
  | 'session.refreshed'
  | 'session.refreshFailed'
  | 'session.ended'
  | 'account.read'
  | 'link.opened'

type EmittedType =
  | 'signedIn'
  | 'redirect.completed'
  | 'restored'
  | 'signedOut'
  | 'signUp.submitted'
  | 'signUp.completed'
  | 'code.sent'
  | 'passwordReset.completed'
  | 'attributes.updated'
  | 'attribute.verified'
  | 'user.deleted'
  | 'token.refreshed'
  | 'token.refreshFailed'
  | 'failure'

type ContextMember =
  | 'passwordPolicy'
  | 'formSettings'
  | 'firstFactors'
  | 'lastSignIn'
  | 'initial'
  | 'providers'
  | 'answer'
  | 'link'
  | 'linkCode'
  | 'username'
  | 'signUpSession'
  | 'user'
  | 'elsewhere'
  | 'challenge'
  | 'round'
  | 'totpSecret'
  | 'clientMetadata'
  | 'rememberDevice'
  | 'newDevice'
  | 'delivery'
  | 'resendAt'
  | 'contacts'
  | 'passkeyOffer'
  | 'deliveries'
  | 'isTotpUnfinished'
  | 'isTotpPreferred'
  | 'account'
  | 'failure'
  | 'notice'

test('the events that it takes', () => {
  expectTypeOf<EventFromLogic<Machine>>().toEqualTypeOf<AuthEvent>()
  expectTypeOf<AuthEvent['type']>().toEqualTypeOf<EventType>()
})

test('the events that it emits', () => {
  expectTypeOf<EmittedFrom<Machine>>().toEqualTypeOf<AuthEmitted>()
  expectTypeOf<AuthEmitted['type']>().toEqualTypeOf<EmittedType>()
})

test('its context, its input and its output', () => {
  expectTypeOf<ContextFrom<Machine>>().toEqualTypeOf<AuthContext>()
  expectTypeOf<keyof AuthContext>().toEqualTypeOf<ContextMember>()
  expectTypeOf<InputFrom<Machine>>().toEqualTypeOf<AuthInput>()
  expectTypeOf<keyof AuthInput>().toEqualTypeOf<
    | 'passwordPolicy'
    | 'formSettings'
    | 'firstFactors'
    | 'lastSignIn'
    | 'initial'
    | 'providers'
    | 'answer'
  >()
  expectTypeOf<OutputFrom<Machine>>().toBeUnknown()
})

test('its snapshots and tags', () => {
  expectTypeOf<SnapshotFrom<Machine>>().toEqualTypeOf<AuthSnapshot>()
  expectTypeOf<TagsFrom<Machine>>().toEqualTypeOf<'pending' | 'authenticated'>()
})
