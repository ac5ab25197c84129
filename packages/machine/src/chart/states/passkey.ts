import { challengeOf } from '../context.ts'
import { followSignIn, followSignInFailure, otherFactor } from '../follow.ts'
import { answering, credentialOf, errorOf, metadataOf } from '../params.ts'
import { authSetup } from '../setup.ts'

export const passkey = authSetup.createStateConfig({
  initial: 'signing',
  on: { 'go.signIn': { target: 'signIn', actions: 'clearMessages' }, ...otherFactor },
  states: {
    signing: {
      tags: ['pending'],
      on: { 'passkey.cancel': { target: 'editing' } },
      invoke: {
        id: 'getPasskey',
        src: 'getPasskey',
        input: ({ context }) => ({ request: challengeOf(context, 'passkey').request }),
        onDone: { target: 'answering' },
        onError: { target: 'editing', actions: { type: 'setFailure', params: errorOf } },
      },
    },
    answering: {
      tags: ['pending'],
      on: { 'passkey.cancel': { target: 'editing' } },
      invoke: {
        id: 'respondToChallenge',
        src: 'respondToChallenge',
        input: ({ context, event }) =>
          answering(context, 'passkey', { type: 'passkey', credential: credentialOf(event) }),
        onDone: followSignIn,
        onError: followSignInFailure,
      },
    },
    editing: {
      on: { 'passkey.submit': { target: 'requesting', actions: 'clearMessages' } },
    },
    requesting: {
      tags: ['pending'],
      on: { 'passkey.cancel': { target: 'editing' } },
      invoke: {
        id: 'signIn',
        src: 'signIn',
        input: ({ context, event }) => ({
          username: context.username,
          factor: 'PASSKEY',
          clientMetadata: metadataOf(event),
        }),
        onDone: followSignIn,
        onError: followSignInFailure,
      },
    },
  },
})
