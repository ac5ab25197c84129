import { assertEvent } from 'xstate'
import { challengeOf } from '../context.ts'
import { followChallengeFailure, followSignIn, otherFactor } from '../follow.ts'
import { answering, errorOf, outputOf } from '../params.ts'
import { authSetup } from '../setup.ts'

export const setupTotp = authSetup.createStateConfig({
  initial: 'associating',
  exit: 'clearTotpSecret',
  on: { 'setupTotp.leave': { target: 'signIn', actions: 'clearMessages' }, ...otherFactor },
  states: {
    associating: {
      tags: ['pending'],
      on: { 'setupTotp.cancel': { target: 'failed' } },
      invoke: {
        id: 'associateSoftwareToken',
        src: 'associateSoftwareToken',
        input: ({ context }) => ({ challenge: challengeOf(context, 'mfaSetup') }),
        onDone: { target: 'editing', actions: { type: 'setTotpSetup', params: outputOf } },
        onError: [
          {
            guard: { type: 'isChallengeOver', params: errorOf },
            target: '#auth.signIn',
            actions: { type: 'setFailure', params: errorOf },
          },
          { target: 'failed', actions: { type: 'setFailure', params: errorOf } },
        ],
      },
    },
    failed: {
      on: { 'setupTotp.retry': { target: 'associating', actions: 'clearMessages' } },
    },
    editing: {
      on: {
        'setupTotp.submit': {
          target: 'verifying',
          actions: ['clearMessages', { type: 'setMetadata', params: ({ event }) => event }],
        },
      },
    },
    verifying: {
      tags: ['pending'],
      on: { 'setupTotp.cancel': { target: 'editing' } },
      invoke: {
        id: 'verifySoftwareToken',
        src: 'verifySoftwareToken',
        input: ({ context, event }) => {
          assertEvent(event, 'setupTotp.submit')
          const { code, deviceName } = event
          return { challenge: challengeOf(context, 'mfaSetup'), code, deviceName }
        },
        onDone: { target: 'submitting', actions: { type: 'setVerified', params: outputOf } },
        onError: followChallengeFailure,
      },
    },
    submitting: {
      tags: ['pending'],
      on: { 'setupTotp.cancel': { target: 'verified' } },
      invoke: {
        id: 'respondToChallenge',
        src: 'respondToChallenge',
        input: ({ context }) =>
          answering(context, 'mfaSetup', { type: 'totpSetup' }, context.clientMetadata),
        onDone: followSignIn,
        onError: [
          {
            guard: { type: 'isChallengeOver', params: errorOf },
            target: '#auth.signIn',
            actions: { type: 'setFailure', params: errorOf },
          },
          { target: 'verified', actions: { type: 'setFailure', params: errorOf } },
        ],
      },
    },
    verified: {
      on: { 'setupTotp.retry': { target: 'submitting', actions: 'clearMessages' } },
    },
  },
})
