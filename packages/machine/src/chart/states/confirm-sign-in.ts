import { assertEvent } from 'xstate'
import { challengeOf } from '../context.ts'
import { followChallengeFailure, followSignIn } from '../follow.ts'
import { authSetup } from '../setup.ts'

export const confirmSignIn = authSetup.createStateConfig({
  description: 'Requests the code of a second factor',
  initial: 'editing',
  on: { 'go.signIn': { target: 'signIn', actions: 'clearMessages' } },
  states: {
    editing: {
      on: {
        'confirmSignIn.submit': {
          target: 'submitting',
          actions: ['clearMessages', { type: 'setRememberDevice', params: ({ event }) => event }],
        },
      },
    },
    submitting: {
      tags: ['pending'],
      on: { 'confirmSignIn.cancel': { target: 'editing' } },
      invoke: {
        id: 'respondToChallenge',
        src: 'respondToChallenge',
        input: ({ context, event }) => {
          assertEvent(event, 'confirmSignIn.submit')
          const { code, clientMetadata } = event
          const challenge = challengeOf(context, 'code')
          return { challenge, answer: { type: 'code', code }, clientMetadata }
        },
        onDone: followSignIn,
        onError: followChallengeFailure,
      },
    },
  },
})
