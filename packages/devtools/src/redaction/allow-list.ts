import type { AuthContext, AuthEmitted, AuthEvent } from '@authchart/machine'
import type { Fields } from './rules.ts'
import {
  account,
  challenge,
  contact,
  delivery,
  failureRule,
  metadata,
  mfaPreference,
  newDevice,
  redirect,
  saidFailure,
  user,
} from './value-rules.ts'

export { type ActorRules, actorRules } from './actor-rules.ts'
export { failureRule } from './value-rules.ts'

/*
 * What may be shown, field by field. A new event, context key or field that is not listed here does not
 * compile, and what is unknown at run time is hidden.
 */

type Event<Type extends AuthEvent['type']> = Extract<AuthEvent, { type: Type }>

/** A rule for each type of event. */
export type EventRules = { readonly [Type in AuthEvent['type']]: Fields<Event<Type>> }
export type ContextRules = Fields<AuthContext>
export type EmittedRules = {
  readonly [Type in AuthEmitted['type']]: Fields<Extract<AuthEmitted, { type: Type }>>
}

export const eventRules: EventRules = {
  'go.signIn': {},
  'go.signedIn': {},
  'go.signUp': {},
  'go.forgotPassword': {},
  'go.confirmSignUp': { username: 'show' },
  'go.resetPassword': { username: 'show' },
  'signIn.submit': {
    username: 'show',
    password: 'secret',
    authFlowType: 'show',
    validationData: 'names',
    ...metadata,
  },
  'signIn.cancel': {},
  'signIn.redirect': redirect,
  'signIn.federate': { token: 'secret' },
  'redirecting.cancel': {},
  'confirmSignIn.submit': { code: 'secret', rememberDevice: 'show', ...metadata },
  'confirmSignIn.cancel': {},
  'customChallenge.submit': { answer: 'secret', ...metadata },
  'customChallenge.cancel': {},
  'selectMfaType.submit': { mfaType: 'show', ...metadata },
  'selectMfaType.cancel': {},
  'setupEmail.submit': { email: 'hide', ...metadata },
  'setupEmail.cancel': {},
  'newPassword.submit': { password: 'secret', attributes: 'names', ...metadata },
  'newPassword.cancel': {},
  'setupTotp.submit': { code: 'secret', deviceName: 'show', prefer: 'show', ...metadata },
  'setupTotp.cancel': {},
  'setupTotp.retry': {},
  'setupTotp.leave': {},
  'signUp.submit': {
    username: 'show',
    password: 'secret',
    attributes: 'names',
    validationData: 'names',
    ...metadata,
  },
  'signUp.redirect': redirect,
  'signUp.cancel': {},
  'confirmSignUp.submit': { code: 'secret', forceAliasCreation: 'show', ...metadata },
  'confirmSignUp.resend': metadata,
  'confirmSignUp.cancel': {},
  'forgotPassword.submit': { username: 'show', ...metadata },
  'forgotPassword.cancel': {},
  'resetPassword.submit': { code: 'secret', password: 'secret', ...metadata },
  'resetPassword.resend': metadata,
  'resetPassword.cancel': {},
  'verifyContact.submit': { attribute: 'show', ...metadata },
  'verifyContact.cancel': {},
  'verifyContact.skip': {},
  'confirmContact.submit': { code: 'secret' },
  'confirmContact.resend': metadata,
  'confirmContact.cancel': {},
  'confirmContact.skip': {},
  'passkeyPrompt.submit': {},
  'passkeyPrompt.cancel': {},
  'passkeyPrompt.skip': {},
  'passkeyPrompt.never': {},
  'signedIn.load': { part: 'show' },
  'signedIn.changePassword': { previousPassword: 'secret', password: 'secret' },
  'signedIn.updateAttributes': { attributes: 'names', ...metadata },
  'signedIn.deleteAttributes': { names: 'show' },
  'signedIn.verifyAttribute': { attribute: 'show', ...metadata },
  'signedIn.setupTotp': {},
  'signedIn.setMfaPreference': { preference: mfaPreference },
  'signedIn.rememberDevice': { key: 'hide' },
  'signedIn.forgetDevice': { key: 'hide' },
  'signedIn.registerPasskey': {},
  'signedIn.deletePasskey': { id: 'hide' },
  'signedIn.deleteUser': {},
  'signedIn.cancel': {},
  signOut: { global: 'show' },
  'session.found': { user },
  'session.refreshed': { user },
  'session.refreshFailed': { failure: failureRule },
  'session.ended': { failure: failureRule },
  'account.read': { readings: account },
  'link.opened': { route: 'show', username: 'show', code: 'secret' },
}

export const contextRules: ContextRules = {
  passwordPolicy: {
    minLength: 'show',
    requireUppercase: 'show',
    requireLowercase: 'show',
    requireNumbers: 'show',
    requireSymbols: 'show',
  },
  formSettings: { loginWith: 'show', attributes: { each: { name: 'show', isRequired: 'show' } } },
  firstFactors: 'show',
  initial: { user, failure: saidFailure },
  providers: 'show',
  answer: 'secret',
  link: { route: 'show', username: 'show', code: 'secret' },
  linkCode: 'secret',
  username: 'show',
  user,
  elsewhere: user,
  challenge,
  round: 'show',
  totpSecret: 'secret',
  clientMetadata: 'names',
  rememberDevice: 'show',
  newDevice,
  delivery,
  resendAt: 'show',
  contacts: { each: contact },
  deliveries: { each: delivery },
  passkeyOffer: 'show',
  isTotpUnfinished: 'show',
  isTotpPreferred: 'show',
  account,
  failure: failureRule,
  notice: 'show',
}

export const emittedRules: EmittedRules = {
  signedIn: { user },
  'redirect.completed': { customState: 'hide' },
  restored: { user },
  signedOut: { reason: failureRule },
  'signUp.submitted': { username: 'show' },
  'signUp.completed': { username: 'show' },
  'code.sent': { delivery },
  'passwordReset.completed': { username: 'show' },
  'attributes.updated': { user },
  'attribute.verified': { attribute: 'show' },
  'user.deleted': { user },
  'token.refreshed': { user },
  'token.refreshFailed': { failure: failureRule },
  failure: { failure: failureRule, actor: 'show' },
}
