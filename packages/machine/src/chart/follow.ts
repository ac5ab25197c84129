import { errorOf, outputOf } from './params.ts'

/** Which screen answers which challenge. The first guard that matches decides. */
export const challengeScreens = [
  ['needsFactor', 'selectFactor'],
  ['needsPasskey', 'passkey'],
  ['needsCode', 'confirmSignIn'],
  ['needsAnswer', 'customChallenge'],
  ['needsNewPassword', 'newPassword'],
  ['needsMfaType', 'selectMfaType'],
  ['needsTotp', 'setupTotp'],
  ['needsEmail', 'setupEmail'],
] as const

/** Where an answer to a sign-in or to a challenge leads: to the screen that Cognito wants next. */
export const followSignIn = [
  {
    guard: { type: 'isSignedIn', params: outputOf },
    target: '#auth.signedIn',
    actions: [{ type: 'setJustSignedIn', params: outputOf }, 'saveLastSignIn', 'emitSignedIn'],
  },
  ...challengeScreens.map(
    ([guard, screen]) =>
      ({
        guard: { type: guard, params: outputOf },
        target: `#auth.${screen}`,
        actions: { type: 'setChallenge', params: outputOf },
      }) as const,
  ),
  { target: '#auth.signIn', actions: { type: 'setUnsupported', params: outputOf } },
] as const

/** What failed can be submitted again, unless the user has something else to do first. */
export const followSignInFailure = [
  {
    guard: { type: 'needsConfirmation', params: errorOf },
    target: '#auth.confirmSignUp.resending',
  },
  { guard: { type: 'needsReset', params: errorOf }, target: '#auth.resetPassword.resending' },
  { target: 'editing', actions: { type: 'setFailure', params: errorOf } },
] as const

/** On each screen of a challenge: the user chooses another first factor, by a sign-in that starts anew. */
export const otherFactor = {
  'go.selectFactor': {
    guard: 'hasOtherFactors',
    target: '#auth.selectFactor',
    actions: ['clearMessages', 'setFactorChoice'],
  },
} as const

/** A challenge that is over cannot be answered again: back to the start, where the username stays. */
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
