import { assertEvent } from 'xstate'
import { errorOf, outputOf } from '../params.ts'
import { auth } from '../setup.ts'

export const signIn = auth.createStateConfig({
  description: 'Asks for username and password',
  initial: 'editing',
  on: { 'go.signUp': { target: 'signUp', actions: 'clearMessages' } },
  states: {
    editing: {
      on: {
        'signIn.submit': {
          target: 'submitting',
          actions: ['clearMessages', { type: 'setUsername', params: ({ event }) => event }],
        },
      },
    },
    submitting: {
      tags: ['pending'],
      on: { 'signIn.cancel': { target: 'editing' } },
      invoke: {
        id: 'signIn',
        src: 'signIn',
        input: ({ event }) => {
          assertEvent(event, 'signIn.submit')
          const { username, password, clientMetadata } = event
          return { username, password, clientMetadata }
        },
        onDone: [
          {
            guard: { type: 'isSignedIn', params: outputOf },
            target: '#auth.signedIn',
            actions: { type: 'setUser', params: outputOf },
          },
          { target: 'editing', actions: { type: 'setUnsupported', params: outputOf } },
        ],
        onError: [
          {
            guard: { type: 'needsConfirmation', params: errorOf },
            target: '#auth.confirmSignUp.resending',
          },
          { target: 'editing', actions: { type: 'setFailure', params: errorOf } },
        ],
      },
    },
  },
})
