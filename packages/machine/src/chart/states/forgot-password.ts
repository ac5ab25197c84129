import { assertEvent } from 'xstate'
import { errorOf, outputOf } from '../params.ts'
import { authSetup } from '../setup.ts'

export const forgotPassword = authSetup.createStateConfig({
  initial: 'editing',
  on: {
    'go.signIn': { target: 'signIn', actions: 'clearMessages' },
    'go.confirmSignUp': {
      target: 'confirmSignUp',
      actions: ['clearMessages', { type: 'setUsername', params: ({ event }) => event }],
    },
    'go.resetPassword': {
      target: 'resetPassword',
      actions: ['clearMessages', { type: 'setUsername', params: ({ event }) => event }],
    },
  },
  states: {
    editing: {
      on: {
        'forgotPassword.submit': {
          target: 'submitting',
          actions: ['clearMessages', { type: 'setUsername', params: ({ event }) => event }],
        },
      },
    },
    submitting: {
      tags: ['pending'],
      on: { 'forgotPassword.cancel': { target: 'editing' } },
      invoke: {
        id: 'forgotPassword',
        src: 'forgotPassword',
        input: ({ event }) => {
          assertEvent(event, 'forgotPassword.submit')
          const { username, clientMetadata } = event
          return { username, clientMetadata }
        },
        onDone: {
          target: '#auth.resetPassword',
          actions: { type: 'setCodeSent', params: outputOf },
        },
        onError: { target: 'editing', actions: { type: 'setFailure', params: errorOf } },
      },
    },
  },
})
