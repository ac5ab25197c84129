import { errorOf } from '../params.ts'
import { auth } from '../setup.ts'

export const signedIn = auth.createStateConfig({
  description: 'A user is signed in; the session refreshes itself',
  tags: ['authenticated'],
  entry: ['clearDelivery', 'emitSignedIn'],
  initial: 'idle',
  invoke: {
    id: 'session',
    src: 'session',
    onError: {
      target: 'signIn',
      actions: [{ type: 'setFailure', params: errorOf }, 'clearUser', 'emitSignedOut'],
    },
  },
  on: {
    signOut: [
      {
        guard: { type: 'isGlobal', params: ({ event }) => event },
        target: '.revokingAll',
        actions: 'clearMessages',
      },
      { target: 'signingOut', actions: 'clearMessages' },
    ],
    'session.refreshed': {
      actions: [
        { type: 'setUser', params: ({ event }) => event },
        { type: 'emitRefreshed', params: ({ event }) => event },
      ],
    },
    'session.refreshFailed': {
      actions: { type: 'emitRefreshFailed', params: ({ event }) => event },
    },
    'session.ended': {
      target: 'signIn',
      actions: [{ type: 'setReason', params: ({ event }) => event }, 'clearUser', 'emitSignedOut'],
    },
  },
  states: {
    idle: {},
    revokingAll: {
      description: 'Other devices cannot be signed out later, so a failure keeps the session',
      tags: ['pending'],
      invoke: {
        id: 'globalSignOut',
        src: 'globalSignOut',
        onDone: { target: '#auth.signIn', actions: ['clearUser', 'emitSignedOut'] },
        onError: { target: 'idle', actions: { type: 'setFailure', params: errorOf } },
      },
    },
  },
})
