import { assertEvent } from 'xstate'
import { followChallengeFailure, followSignIn, otherFactor } from '../follow.ts'
import { answering } from '../params.ts'
import { authSetup } from '../setup.ts'

export const customChallenge = authSetup.createStateConfig({
  initial: 'editing',
  on: { 'go.signIn': { target: 'signIn', actions: 'clearMessages' }, ...otherFactor },
  states: {
    editing: {
      on: { 'customChallenge.submit': { target: 'submitting', actions: 'clearMessages' } },
    },
    submitting: {
      tags: ['pending'],
      on: { 'customChallenge.cancel': { target: 'editing' } },
      invoke: {
        id: 'respondToChallenge',
        src: 'respondToChallenge',
        input: ({ context, event }) => {
          assertEvent(event, 'customChallenge.submit')
          const { answer, clientMetadata } = event
          return answering(context, 'custom', { type: 'custom', answer }, clientMetadata)
        },
        onDone: followSignIn,
        onError: followChallengeFailure,
      },
    },
  },
})
