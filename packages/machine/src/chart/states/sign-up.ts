import { assertEvent } from 'xstate'
import { errorOf, outputOf } from '../params.ts'
import { authSetup } from '../setup.ts'
import { signingIn } from './signing-in.ts'

export const signUp = authSetup.createStateConfig({
  initial: 'editing',
  on: {
    'go.signIn': { target: 'signIn', actions: 'clearMessages' },
    'go.confirmSignUp': {
      target: 'confirmSignUp',
      actions: ['clearMessages', { type: 'setUsername', params: ({ event }) => event }],
    },
  },
  states: {
    editing: {
      on: {
        'signUp.submit': {
          target: 'submitting',
          actions: ['clearMessages', { type: 'setUsername', params: ({ event }) => event }],
        },
        'signUp.redirect': { target: '#auth.redirecting', actions: 'clearMessages' },
      },
    },
    submitting: {
      tags: ['pending'],
      on: { 'signUp.cancel': { target: 'editing' } },
      invoke: {
        id: 'signUp',
        src: 'signUp',
        input: ({ event }) => {
          assertEvent(event, 'signUp.submit')
          const { username, password, attributes, validationData, clientMetadata } = event
          return { username, password, attributes, validationData, clientMetadata }
        },
        onDone: [
          {
            guard: { type: 'isConfirmed', params: outputOf },
            target: 'signingIn',
            actions: ['emitSignUpSubmitted', 'emitSignUpCompleted'],
          },
          {
            target: '#auth.confirmSignUp',
            actions: [
              'emitSignUpSubmitted',
              { type: 'setCodeSent', params: outputOf },
              { type: 'setSignUpSession', params: outputOf },
            ],
          },
        ],
        onError: { target: 'editing', actions: { type: 'setFailure', params: errorOf } },
      },
    },
    signingIn: {
      ...signingIn('signUpConfirmed'),
      on: { 'signUp.cancel': { target: '#auth.signIn' } },
    },
  },
})
