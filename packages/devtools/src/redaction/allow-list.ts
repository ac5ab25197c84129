import type {
  AuthContext,
  AuthEmitted,
  AuthEvent,
  AuthFailure,
  AuthUser,
  Challenge,
  CodeDelivery,
  Contact,
  NewDevice,
  RedirectInput,
} from '@authchart/machine'
import type { authMachine } from '@authchart/machine/xstate'
import type { InputFrom, OutputFrom } from 'xstate'
import type { Fields, Rule } from './rules.ts'

/*
 * What may be shown, field by field. A new event, context key or field that is not listed here does not
 * compile, and what is unknown at run time is hidden.
 * Names and addresses of users are not secret, but they are not needed to follow a flow: of a user only
 * the username and the id are shown.
 */

type Event<Type extends AuthEvent['type']> = Extract<AuthEvent, { type: Type }>
type Actors = Required<NonNullable<Parameters<typeof authMachine.provide>[0]['actors']>>

/** A rule for each type of event. */
export type EventRules = { readonly [Type in AuthEvent['type']]: Fields<Event<Type>> }
export type ContextRules = Fields<AuthContext>
export type EmittedRules = {
  readonly [Type in AuthEmitted['type']]: Fields<Extract<AuthEmitted, { type: Type }>>
}
export type ActorRules = {
  readonly [Name in keyof Actors]: {
    readonly input: Rule<InputFrom<Actors[Name]>>
    readonly output: Rule<OutputFrom<Actors[Name]>>
  }
}

const user: Fields<AuthUser> = {
  kind: 'show',
  username: 'show',
  userId: 'show',
  email: 'hide',
  name: 'hide',
  groups: 'show',
  provider: 'show',
}

export const failureRule = {
  code: 'show',
  message: 'show',
  field: 'show',
  rule: 'show',
  attribute: 'show',
  said: 'show',
  retryable: 'show',
  retryAt: 'show',
  cause: 'hide',
} as const satisfies Fields<AuthFailure>

const { cause: _cause, ...saidFailure } = failureRule

const challenge: Fields<Challenge> & { type: 'show' } = {
  type: 'show',
  kind: 'show',
  mfaType: 'show',
  destination: 'show',
  deviceName: 'show',
  parameters: 'names',
  options: 'show',
  missingAttributes: 'show',
  providedAttributes: 'show',
  name: 'show',
  username: 'show',
  session: 'secret',
  issuedAt: 'show',
}

const delivery: Fields<CodeDelivery> = { medium: 'show', destination: 'show', attribute: 'show' }
const contact: Fields<Contact> = { attribute: 'show', value: 'hide' }
const newDevice: Fields<NewDevice> = { key: 'hide', groupKey: 'hide' }
const metadata = { clientMetadata: 'names' } as const
const mfaPreference = { SMS: 'show', TOTP: 'show', EMAIL: 'show' } as const

const redirect: Fields<RedirectInput> = {
  provider: 'show',
  idpIdentifier: 'show',
  loginHint: 'hide',
  lang: 'show',
  prompt: 'show',
  customState: 'hide',
}

const reading = { isLoading: 'show', failure: failureRule } as const
const account = {
  profile: {
    ...reading,
    data: { attributes: 'names', mfa: { enabled: 'show', preferred: 'show' } },
  },
  devices: {
    ...reading,
    data: {
      each: {
        key: 'hide',
        name: 'show',
        isCurrent: 'show',
        isRemembered: 'show',
        lastIpAddress: 'hide',
        lastAuthenticatedAt: 'show',
      },
    },
  },
} as const

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
  'signedIn.load': { part: 'show' },
  'signedIn.changePassword': { previousPassword: 'secret', password: 'secret' },
  'signedIn.updateAttributes': { attributes: 'names', ...metadata },
  'signedIn.deleteAttributes': { names: 'show' },
  'signedIn.verifyAttribute': { attribute: 'show', ...metadata },
  'signedIn.setupTotp': {},
  'signedIn.setMfaPreference': { preference: mfaPreference },
  'signedIn.rememberDevice': { key: 'hide' },
  'signedIn.forgetDevice': { key: 'hide' },
  'signedIn.deleteUser': {},
  'signedIn.cancel': {},
  signOut: { global: 'show' },
  'session.found': { user },
  'session.refreshed': { user },
  'session.refreshFailed': { failure: failureRule },
  'session.ended': { failure: failureRule },
  'account.read': { readings: account },
}

export const contextRules: ContextRules = {
  passwordPolicy: {
    minLength: 'show',
    requireUppercase: 'show',
    requireLowercase: 'show',
    requireNumbers: 'show',
    requireSymbols: 'show',
  },
  initial: { user, failure: saidFailure },
  providers: 'show',
  answer: 'secret',
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

const nothing = { input: 'hide', output: 'hide' } as const
const codeSent = { delivery, resendAt: 'show' } as const
const sendCode = { username: 'show', ...metadata } as const
const justSignedIn = {
  kind: 'show',
  user,
  newDevice,
  isDeviceTracked: 'show',
  contacts: { each: contact },
} as const
const signInResult = { ...challenge, ...justSignedIn } as const

export const actorRules: ActorRules = {
  readSession: {
    input: 'hide',
    output: {
      kind: 'show',
      user,
      unfinished: {
        newDevice,
        rememberDevice: 'show',
        contacts: { each: contact },
        delivery,
        deliveries: { each: delivery },
        resendAt: 'show',
        isTotpUnfinished: 'show',
      },
      screen: {
        route: 'show',
        username: 'show',
        delivery,
        resendAt: 'show',
        challenge,
        round: 'show',
      },
    },
  },
  refreshSession: { input: 'hide', output: { kind: 'show', user } },
  signIn: {
    input: {
      username: 'show',
      password: 'secret',
      authFlowType: 'show',
      validationData: 'names',
      ...metadata,
    },
    output: signInResult,
  },
  redirectToSignIn: { input: redirect, output: { answer: 'secret' } },
  completeRedirect: {
    input: { answer: 'secret' },
    output: { ...justSignedIn, customState: 'hide' },
  },
  federatedSignIn: { input: { token: 'secret' }, output: justSignedIn },
  autoSignIn: { input: { username: 'show' }, output: signInResult },
  respondToChallenge: {
    input: {
      challenge,
      answer: {
        type: 'show',
        code: 'secret',
        answer: 'secret',
        mfaType: 'show',
        email: 'hide',
        password: 'secret',
        attributes: 'names',
      },
      ...metadata,
    },
    output: signInResult,
  },
  signUp: {
    input: {
      username: 'show',
      password: 'secret',
      attributes: 'names',
      validationData: 'names',
      ...metadata,
    },
    output: { kind: 'show', ...codeSent },
  },
  confirmSignUp: {
    input: { ...sendCode, code: 'secret', forceAliasCreation: 'show' },
    output: 'hide',
  },
  resendSignUpCode: { input: sendCode, output: codeSent },
  forgotPassword: { input: sendCode, output: codeSent },
  resetPassword: { input: { ...sendCode, code: 'secret', password: 'secret' }, output: 'hide' },
  associateSoftwareToken: { input: { challenge }, output: { secret: 'secret', challenge } },
  verifySoftwareToken: {
    input: { challenge, code: 'secret', deviceName: 'show' },
    output: challenge,
  },
  confirmDevice: { input: newDevice, output: { isUpToUser: 'show' } },
  rememberDevice: { input: { key: 'hide' }, output: 'hide' },
  forgetDevice: { input: { key: 'hide' }, output: 'hide' },
  changePassword: {
    input: { previousPassword: 'secret', password: 'secret' },
    output: 'hide',
  },
  updateAttributes: {
    input: { attributes: 'names', ...metadata },
    output: { deliveries: { each: delivery }, resendAt: 'show' },
  },
  deleteAttributes: { input: { names: 'show' }, output: 'hide' },
  sendAttributeCode: { input: { attribute: 'show', ...metadata }, output: codeSent },
  verifyAttribute: {
    input: { attribute: 'show', code: 'secret' },
    output: { attribute: 'show' },
  },
  setMfaPreference: { input: { preference: mfaPreference }, output: 'hide' },
  deleteUser: nothing,
  revokeToken: nothing,
  endSession: nothing,
  globalSignOut: nothing,
  redirectToSignOut: nothing,
  session: nothing,
  account: nothing,
}
