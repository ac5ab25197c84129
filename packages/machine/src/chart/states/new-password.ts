import { assertEvent } from 'xstate'
import { followChallengeFailure, followSignIn, otherFactor } from '../follow.ts'
import { answering } from '../params.ts'
import { authSetup } from '../setup.ts'

export const newPassword = authSetup.createStateConfig({
  initial: 'editing',
  on: { 'go.signIn': { target: 'signIn', actions: 'clearMessages' }, ...otherFactor },
  states: {
    editing: {
      on: { 'newPassword.submit': { target: 'submitting', actions: 'clearMessages' } },
    },
    submitting: {
      tags: ['pending'],
      on: { 'newPassword.cancel': { target: 'editing' } },
      invoke: {
        id: 'respondToChallenge',
        src: 'respondToChallenge',
        input: ({ context, event }) => {
          assertEvent(event, 'newPassword.submit')
          const { password, attributes, clientMetadata } = event
          const answer = { type: 'newPassword', password, attributes } as const
          return answering(context, 'newPassword', answer, clientMetadata)
        },
        onDone: followSignIn,
        onError: followChallengeFailure,
      },
    },
  },
})
