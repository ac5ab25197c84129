import { assertEvent } from 'xstate'
import { errorOf, outputOf } from '../params.ts'
import { authSetup } from '../setup.ts'

export const redirecting = authSetup.createStateConfig({
  description: 'On the way to the hosted UI: as a rule the page is left, and loaded anew',
  tags: ['pending'],
  initial: 'signingIn',
  states: {
    signingIn: {
      on: { 'redirecting.cancel': { target: '#auth.signIn' } },
      invoke: {
        id: 'redirectToSignIn',
        src: 'redirectToSignIn',
        input: ({ event }) => {
          assertEvent(event, 'signIn.redirect')
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
      description: 'Nobody is signed in here any more: the hosted UI forgets the user as well',
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
