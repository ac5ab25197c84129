import { errorOf } from '../params.ts'
import { auth } from '../setup.ts'

export const signingOut = auth.createStateConfig({
  description: 'Ends the session: here at once, at Cognito as far as it can be reached',
  tags: ['pending'],
  initial: 'revoking',
  states: {
    revoking: {
      invoke: {
        id: 'revokeToken',
        src: 'revokeToken',
        onDone: { target: '#auth.signIn', actions: ['clearUser', 'emitSignedOut'] },
        onError: {
          target: '#auth.signIn',
          actions: ['clearUser', 'emitSignedOut', { type: 'emitFailure', params: errorOf }],
        },
      },
    },
    revokingAll: {
      description: 'Other devices cannot be signed out later, so a failure keeps the session',
      invoke: {
        id: 'globalSignOut',
        src: 'globalSignOut',
        onDone: { target: '#auth.signIn', actions: ['clearUser', 'emitSignedOut'] },
        onError: [
          {
            guard: { type: 'isSessionOver', params: errorOf },
            target: '#auth.signIn',
            actions: ['clearUser', 'emitSignedOut'],
          },
          { target: '#auth.signedIn', actions: { type: 'setFailure', params: errorOf } },
        ],
      },
    },
  },
})
