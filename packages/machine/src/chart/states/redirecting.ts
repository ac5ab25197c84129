import { assertEvent } from 'xstate'
import { errorOf, outputOf } from '../params.ts'
import { authSetup } from '../setup.ts'

export const redirecting = authSetup.createStateConfig({
  tags: ['pending'],
  on: { 'link.opened': { actions: { type: 'setLink', params: ({ event }) => event } } },
  initial: 'signingIn',
  states: {
    signingIn: {
      on: { 'redirecting.cancel': { target: '#auth.signIn' } },
      invoke: {
        id: 'redirectToSignIn',
        src: 'redirectToSignIn',
        input: ({ event }) => {
          assertEvent(event, ['signIn.redirect', 'signUp.redirect'])
          const { type: _type, ...input } = event
          return input
        },
        onDone: [
          {
            guard: { type: 'isReturned', params: outputOf },
            target: '#auth.restoring.completing',
            actions: { type: 'setAnswer', params: outputOf },
          },
          { target: '#auth.signIn' },
        ],
        onError: { target: '#auth.signIn', actions: { type: 'setFailure', params: errorOf } },
      },
    },
    signingOut: {
      on: { 'redirecting.cancel': { target: '#auth.signIn' } },
      invoke: {
        id: 'redirectToSignOut',
        src: 'redirectToSignOut',
        onDone: { target: '#auth.signIn' },
        onError: { target: '#auth.signIn', actions: { type: 'setFailure', params: errorOf } },
      },
    },
  },
})
