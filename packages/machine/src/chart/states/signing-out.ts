import { errorOf } from '../params.ts'
import { authSetup } from '../setup.ts'

export const signingOut = authSetup.createStateConfig({
  description: 'Ends the session: here at once, at Cognito as far as it can be reached',
  tags: ['pending'],
  on: { 'link.opened': { actions: { type: 'setLink', params: ({ event }) => event } } },
  initial: 'revoking',
  states: {
    revoking: {
      invoke: {
        id: 'revokeToken',
        src: 'revokeToken',
        onDone: [
          {
            guard: 'isOfHostedUi',
            target: '#auth.redirecting.signingOut',
            actions: 'emitSignedOut',
          },
          { target: '#auth.signIn', actions: 'emitSignedOut' },
        ],
        onError: [
          {
            guard: { type: 'isStorageRejected', params: errorOf },
            target: '#auth.signIn',
            actions: ['emitSignedOut', { type: 'setFailure', params: errorOf }],
          },
          {
            guard: 'isOfHostedUi',
            target: '#auth.redirecting.signingOut',
            actions: ['emitSignedOut', { type: 'emitFailure', params: errorOf }],
          },
          {
            target: '#auth.signIn',
            actions: ['emitSignedOut', { type: 'emitFailure', params: errorOf }],
          },
        ],
      },
    },
    ending: {
      description: 'Cognito has ended the session, for good: only this browser still has to',
      invoke: {
        id: 'endSession',
        src: 'endSession',
        onDone: [
          {
            guard: 'isOfHostedUi',
            target: '#auth.redirecting.signingOut',
            actions: 'emitSignedOut',
          },
          { target: '#auth.signIn', actions: 'emitSignedOut' },
        ],
        onError: {
          target: '#auth.signIn',
          actions: ['emitSignedOut', { type: 'setFailure', params: errorOf }],
        },
      },
    },
  },
})
