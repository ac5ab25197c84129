import { assertEvent } from 'xstate'
import { challengeOf, factorOf } from '../context.ts'
import {
  followChallengeFailure,
  followSignIn,
  followSignInFailure,
  otherFactor,
} from '../follow.ts'
import { answering, codeErrorOf, errorOf, metadataOf } from '../params.ts'
import { authSetup } from '../setup.ts'
import { codeEntry } from './code-entry.ts'

export const confirmSignIn = authSetup.createStateConfig({
  initial: 'editing',
  exit: 'clearDelivery',
  on: { 'go.signIn': { target: 'signIn', actions: 'clearMessages' }, ...otherFactor },
  states: {
    editing: {
      ...codeEntry('confirmSignIn.resend', '#auth.confirmSignIn.resending', {
        guard: 'isFirstFactor',
      }),
      on: {
        'confirmSignIn.submit': {
          target: 'submitting',
          actions: ['clearMessages', { type: 'setRememberDevice', params: ({ event }) => event }],
        },
      },
    },
    submitting: {
      tags: ['pending'],
      on: { 'confirmSignIn.cancel': { target: 'editing' } },
      invoke: {
        id: 'respondToChallenge',
        src: 'respondToChallenge',
        input: ({ context, event }) => {
          assertEvent(event, 'confirmSignIn.submit')
          const { code, clientMetadata } = event
          return answering(context, 'code', { type: 'code', code }, clientMetadata)
        },
        onDone: followSignIn,
        onError: [
          {
            guard: { type: 'isFirstCodeOver', params: errorOf },
            target: 'editing',
            actions: { type: 'setFailure', params: codeErrorOf },
          },
          ...followChallengeFailure,
        ],
      },
    },
    resending: {
      tags: ['pending'],
      on: { 'confirmSignIn.cancel': { target: 'editing' } },
      invoke: {
        id: 'signIn',
        src: 'signIn',
        input: ({ context, event }) => ({
          username: context.username,
          factor: factorOf(challengeOf(context, 'code')),
          clientMetadata: metadataOf(event),
        }),
        onDone: followSignIn,
        onError: followSignInFailure,
      },
    },
  },
})
