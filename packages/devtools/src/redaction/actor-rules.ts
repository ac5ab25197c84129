import type { authMachine } from '@authchart/machine/xstate'
import type { InputFrom, OutputFrom } from 'xstate'
import type { Rule } from './rules.ts'
import {
  challenge,
  contact,
  delivery,
  metadata,
  mfaPreference,
  newDevice,
  redirect,
  signInInput,
  user,
} from './value-rules.ts'

type Actors = Required<NonNullable<Parameters<typeof authMachine.provide>[0]['actors']>>

/** A rule for the input and the output of each actor. */
export type ActorRules = {
  readonly [Name in keyof Actors]: {
    readonly input: Rule<InputFrom<Actors[Name]>>
    readonly output: Rule<OutputFrom<Actors[Name]>>
  }
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
  passkeyOffer: 'show',
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
        passkeyOffer: 'show',
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
    input: { ...signInInput, session: 'secret' },
    output: signInResult,
  },
  redirectToSignIn: { input: redirect, output: { answer: 'secret' } },
  completeRedirect: {
    input: { answer: 'secret' },
    output: { ...justSignedIn, customState: 'hide' },
  },
  federatedSignIn: { input: { token: 'secret' }, output: justSignedIn },
  autoSignIn: { input: { username: 'show', session: 'secret' }, output: signInResult },
  getPasskey: { input: { request: 'hide' }, output: { credential: 'secret' } },
  autofillPasskey: nothing,
  respondToChallenge: {
    input: {
      username: 'show',
      challenge,
      answer: {
        type: 'show',
        code: 'secret',
        credential: 'secret',
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
    output: { kind: 'show', session: 'secret', ...codeSent },
  },
  confirmSignUp: {
    input: { ...sendCode, code: 'secret', session: 'secret', forceAliasCreation: 'show' },
    output: { session: 'secret' },
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
  startPasskeyRegistration: { input: 'hide', output: { request: 'hide' } },
  createPasskey: { input: { request: 'hide' }, output: { credential: 'secret' } },
  completePasskeyRegistration: { input: { credential: 'secret' }, output: 'hide' },
  deletePasskey: { input: { id: 'hide' }, output: 'hide' },
  deleteUser: nothing,
  revokeToken: nothing,
  endSession: nothing,
  globalSignOut: nothing,
  redirectToSignOut: nothing,
  session: nothing,
  account: nothing,
}
