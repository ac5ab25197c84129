import { errorOf, outputOf } from '../params.ts'
import { auth } from '../setup.ts'

export const restoring = auth.createStateConfig({
  description: 'Looks for a session, or for a screen that a reload interrupted',
  tags: ['pending'],
  initial: 'reading',
  states: {
    reading: {
      invoke: {
        id: 'readSession',
        src: 'readSession',
        onDone: [
          {
            guard: { type: 'isSignedIn', params: outputOf },
            target: '#auth.signedIn',
            actions: { type: 'setUser', params: outputOf },
          },
          {
            guard: { type: 'isDue', params: outputOf },
            target: 'refreshing',
            actions: { type: 'setUser', params: outputOf },
          },
          {
            guard: { type: 'isPendingConfirmation', params: outputOf },
            target: '#auth.confirmSignUp',
            actions: { type: 'setPending', params: outputOf },
          },
          { guard: { type: 'isPendingSignUp', params: outputOf }, target: '#auth.signUp' },
          { target: '#auth.signIn' },
        ],
        onError: {
          target: '#auth.signIn',
          actions: { type: 'setFailure', params: errorOf },
        },
      },
    },
    refreshing: {
      description: 'The tokens are past their time: without a network the user stays signed in',
      invoke: {
        id: 'refreshSession',
        src: 'refreshSession',
        onDone: {
          target: '#auth.signedIn',
          actions: { type: 'setUser', params: outputOf },
        },
        onError: [
          {
            guard: { type: 'isSessionOver', params: errorOf },
            target: '#auth.signIn',
            actions: [{ type: 'setFailure', params: errorOf }, 'clearUser', 'emitSignedOut'],
          },
          { target: '#auth.signedIn' },
        ],
      },
    },
  },
})
