import { assertEvent } from 'xstate'
import { followSignIn, followSignInFailure } from '../follow.ts'
import { authSetup } from '../setup.ts'

export const selectFactor = authSetup.createStateConfig({
  initial: 'editing',
  on: { 'go.signIn': { target: 'signIn', actions: 'clearMessages' } },
  states: {
    editing: {
      on: {
        // Cognito decides which factors are available.
        'selectFactor.submit': { target: 'submitting', actions: 'clearMessages' },
      },
    },
    submitting: {
      tags: ['pending'],
      on: { 'selectFactor.cancel': { target: 'editing' } },
      invoke: {
        id: 'signIn',
        src: 'signIn',
        input: ({ context, event }) => {
          assertEvent(event, 'selectFactor.submit')
          const { factor, password, clientMetadata } = event
          return {
            username: context.username,
            factor,
            password: factor === 'PASSWORD' ? password : undefined,
            clientMetadata,
          }
        },
        onDone: followSignIn,
        onError: followSignInFailure,
      },
    },
  },
})
