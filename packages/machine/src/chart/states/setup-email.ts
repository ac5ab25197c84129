import { assertEvent } from 'xstate'
import { followChallengeFailure, followSignIn, otherFactor } from '../follow.ts'
import { answering } from '../params.ts'
import { authSetup } from '../setup.ts'

export const setupEmail = authSetup.createStateConfig({
  initial: 'editing',
  on: { 'go.signIn': { target: 'signIn', actions: 'clearMessages' }, ...otherFactor },
  states: {
    editing: {
      on: { 'setupEmail.submit': { target: 'submitting', actions: 'clearMessages' } },
    },
    submitting: {
      tags: ['pending'],
      on: { 'setupEmail.cancel': { target: 'editing' } },
      invoke: {
        id: 'respondToChallenge',
        src: 'respondToChallenge',
        input: ({ context, event }) => {
          assertEvent(event, 'setupEmail.submit')
          const { email, clientMetadata } = event
          return answering(context, 'mfaSetup', { type: 'emailSetup', email }, clientMetadata)
        },
        onDone: followSignIn,
        onError: followChallengeFailure,
      },
    },
  },
})
