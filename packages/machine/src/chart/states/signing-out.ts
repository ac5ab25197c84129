import { errorOf } from '../params.ts'
import { authSetup } from '../setup.ts'

export const signingOut = authSetup.createStateConfig({
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
