import type { SignedOutScreen } from '../../ports/index.ts'
import { answerOf } from '../context.ts'
import type { RestoreResult } from '../outcomes.ts'
import { errorOf, failureOf, outputOf } from '../params.ts'
import { authSetup } from '../setup.ts'

interface Read {
  event: { output: RestoreResult }
}

const pendingOn =
  (route: SignedOutScreen['route']) =>
  ({ event }: Read) => ({ outcome: event.output, route })

/** The challenge that a reload interrupted, for the guards that look at challenges. */
const resumedOf = ({ event: { output } }: Read) =>
  output.kind === 'pending' && output.screen.route === 'challenge'
    ? output.screen.challenge
    : output

export const restoring = authSetup.createStateConfig({
  description: 'Looks for a session, or for a screen that a reload interrupted',
  tags: ['pending'],
  // What another user has left unfinished is nothing to whoever is found now.
  entry: [
    'clearElsewhere',
    'clearRememberDevice',
    'clearNewDevice',
    'clearContacts',
    'clearDelivery',
    'clearTotpUnfinished',
  ],
  initial: 'reading',
  states: {
    reading: {
      always: [
        { guard: 'hasAnswer', target: 'completing' },
        {
          guard: 'isKnownSignedIn',
          target: '#auth.signedIn',
          actions: ['setInitial', 'emitRestored'],
        },
        { guard: 'isKnownSignedOut', target: '#auth.signIn', actions: 'setInitial' },
      ],
      invoke: {
        id: 'readSession',
        src: 'readSession',
        onDone: [
          {
            guard: { type: 'isSignedIn', params: outputOf },
            target: '#auth.signedIn',
            actions: [
              { type: 'setUser', params: outputOf },
              { type: 'setUnfinished', params: outputOf },
              // A redirect that failed changes nothing for who is signed in.
              'clearFailure',
              'emitRestored',
            ],
          },
          {
            guard: { type: 'isDue', params: outputOf },
            target: 'refreshing',
            actions: [
              { type: 'setUser', params: outputOf },
              { type: 'setUnfinished', params: outputOf },
              'clearFailure',
            ],
          },
          {
            guard: { type: 'isPending', params: pendingOn('signUp') },
            target: '#auth.signUp',
            actions: { type: 'setPending', params: outputOf },
          },
          {
            guard: { type: 'isPending', params: pendingOn('confirmSignUp') },
            target: '#auth.confirmSignUp',
            actions: { type: 'setPending', params: outputOf },
          },
          {
            guard: { type: 'isPending', params: pendingOn('forgotPassword') },
            target: '#auth.forgotPassword',
            actions: { type: 'setPending', params: outputOf },
          },
          {
            guard: { type: 'isPending', params: pendingOn('resetPassword') },
            target: '#auth.resetPassword',
            actions: { type: 'setPending', params: outputOf },
          },
          {
            guard: { type: 'isPending', params: pendingOn('totpVerified') },
            target: '#auth.setupTotp.verified',
            actions: { type: 'setPending', params: outputOf },
          },
          {
            guard: { type: 'needsCode', params: resumedOf },
            target: '#auth.confirmSignIn',
            actions: { type: 'setPending', params: outputOf },
          },
          {
            guard: { type: 'needsAnswer', params: resumedOf },
            target: '#auth.customChallenge',
            actions: { type: 'setPending', params: outputOf },
          },
          {
            guard: { type: 'needsNewPassword', params: resumedOf },
            target: '#auth.newPassword',
            actions: { type: 'setPending', params: outputOf },
          },
          {
            guard: { type: 'needsMfaType', params: resumedOf },
            target: '#auth.selectMfaType',
            actions: { type: 'setPending', params: outputOf },
          },
          {
            guard: { type: 'needsTotp', params: resumedOf },
            target: '#auth.setupTotp',
            actions: { type: 'setPending', params: outputOf },
          },
          {
            guard: { type: 'needsEmail', params: resumedOf },
            target: '#auth.setupEmail',
            actions: { type: 'setPending', params: outputOf },
          },
          { target: '#auth.signIn', actions: { type: 'setPending', params: outputOf } },
        ],
        onError: {
          target: '#auth.signIn',
          actions: { type: 'setFailure', params: errorOf },
        },
      },
    },
    completing: {
      description: 'Back from the hosted UI: the answer is checked, and used once',
      exit: 'clearAnswer',
      invoke: {
        id: 'completeRedirect',
        src: 'completeRedirect',
        input: ({ context }) => ({ answer: answerOf(context) }),
        onDone: {
          target: '#auth.signedIn',
          actions: [
            { type: 'setJustSignedIn', params: outputOf },
            { type: 'emitRedirectCompleted', params: outputOf },
            'emitSignedIn',
          ],
        },
        onError: { target: 'reading', actions: { type: 'setFailure', params: errorOf } },
      },
    },
    refreshing: {
      description: 'The tokens are past their time: without a network the user stays signed in',
      invoke: {
        id: 'refreshSession',
        src: 'refreshSession',
        onDone: {
          target: '#auth.signedIn',
          actions: [{ type: 'setUser', params: outputOf }, 'emitRestored'],
        },
        onError: [
          {
            guard: { type: 'isSessionOver', params: errorOf },
            target: '#auth.signIn',
            actions: [{ type: 'setFailure', params: errorOf }, 'emitSignedOut'],
          },
          {
            target: '#auth.signedIn',
            actions: ['emitRestored', { type: 'emitRefreshFailed', params: failureOf }],
          },
        ],
      },
    },
  },
})
