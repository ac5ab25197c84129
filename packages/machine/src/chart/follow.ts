import { errorOf, outputOf } from './params.ts'

/** Where an answer to a sign-in or to a challenge leads: to the screen that Cognito wants next. */
export const followSignIn = [
  {
    guard: { type: 'isSignedIn', params: outputOf },
    target: '#auth.signedIn',
    actions: [{ type: 'setJustSignedIn', params: outputOf }, 'emitSignedIn'],
  },
  {
    guard: { type: 'needsCode', params: outputOf },
    target: '#auth.confirmSignIn',
    actions: { type: 'setChallenge', params: outputOf },
  },
  {
    guard: { type: 'needsAnswer', params: outputOf },
    target: '#auth.customChallenge',
    actions: { type: 'setChallenge', params: outputOf },
  },
  {
    guard: { type: 'needsNewPassword', params: outputOf },
    target: '#auth.newPassword',
    actions: { type: 'setChallenge', params: outputOf },
  },
  {
    guard: { type: 'needsMfaType', params: outputOf },
    target: '#auth.selectMfaType',
    actions: { type: 'setChallenge', params: outputOf },
  },
  {
    guard: { type: 'needsTotp', params: outputOf },
    target: '#auth.setupTotp',
    actions: { type: 'setChallenge', params: outputOf },
  },
  {
    guard: { type: 'needsEmail', params: outputOf },
    target: '#auth.setupEmail',
    actions: { type: 'setChallenge', params: outputOf },
  },
  { target: '#auth.signIn', actions: { type: 'setUnsupported', params: outputOf } },
] as const

/** A challenge that is over cannot be answered again: back to the start, with the username kept. */
export const followChallengeFailure = [
  {
    guard: { type: 'needsConfirmation', params: errorOf },
    target: '#auth.confirmSignUp.resending',
  },
  { guard: { type: 'needsReset', params: errorOf }, target: '#auth.resetPassword.resending' },
  {
    guard: { type: 'isChallengeOver', params: errorOf },
    target: '#auth.signIn',
    actions: { type: 'setFailure', params: errorOf },
  },
  { target: 'editing', actions: { type: 'setFailure', params: errorOf } },
] as const
