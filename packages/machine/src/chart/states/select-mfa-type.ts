import { assertEvent } from 'xstate'
import { followChallengeFailure, followSignIn, otherFactor } from '../follow.ts'
import { answering } from '../params.ts'
import { authSetup } from '../setup.ts'

export const selectMfaType = authSetup.createStateConfig({
  initial: 'editing',
  on: { 'go.signIn': { target: 'signIn', actions: 'clearMessages' }, ...otherFactor },
  states: {
    editing: {
      on: {
        'selectMfaType.submit': [
          {
            guard: {
              type: 'isSetupOf',
              params: ({ event }) => ({ of: 'TOTP', mfaType: event.mfaType }),
            },
            target: '#auth.setupTotp',
            actions: ['clearMessages', { type: 'setSetupChoice', params: ({ event }) => event }],
          },
          {
            guard: {
              type: 'isSetupOf',
              params: ({ event }) => ({ of: 'EMAIL', mfaType: event.mfaType }),
            },
            target: '#auth.setupEmail',
            actions: ['clearMessages', { type: 'setSetupChoice', params: ({ event }) => event }],
          },
          {
            guard: {
              type: 'isOffered',
              params: ({ event }) => ({ mfaType: event.mfaType }),
            },
            target: 'submitting',
            actions: 'clearMessages',
          },
          { actions: 'setNotOffered' },
        ],
      },
    },
    submitting: {
      tags: ['pending'],
      on: { 'selectMfaType.cancel': { target: 'editing' } },
      invoke: {
        id: 'respondToChallenge',
        src: 'respondToChallenge',
        input: ({ context, event }) => {
          assertEvent(event, 'selectMfaType.submit')
          const { mfaType, clientMetadata } = event
          return answering(context, 'mfaType', { type: 'mfaType', mfaType }, clientMetadata)
        },
        onDone: followSignIn,
        onError: followChallengeFailure,
      },
    },
  },
})
