import { assertEvent } from 'xstate'
import { errorOf, metadataOf, outputOf } from '../params.ts'
import { authSetup } from '../setup.ts'
import { codeEntry } from './code-entry.ts'
import { signingIn } from './signing-in.ts'

export const confirmSignUp = authSetup.createStateConfig({
  entry: 'clearChallenge',
  initial: 'editing',
  exit: ['emptyVault', 'clearSignUpSession', 'clearDelivery', 'clearLinkCode'],
  on: {
    'go.signIn': { target: 'signIn', actions: 'clearMessages' },
    'link.opened': {
      guard: { type: 'isLinkHere', params: ({ event }) => ({ ...event, to: 'confirmSignUp' }) },
      actions: ['clearMessages', { type: 'setLinkCode', params: ({ event }) => event }],
    },
  },
  states: {
    editing: {
      ...codeEntry('confirmSignUp.resend', '#auth.confirmSignUp.resending'),
      on: { 'confirmSignUp.submit': { target: 'submitting', actions: 'clearMessages' } },
    },
    submitting: {
      tags: ['pending'],
      on: { 'confirmSignUp.cancel': { target: 'editing' } },
      invoke: {
        id: 'confirmSignUp',
        src: 'confirmSignUp',
        input: ({ context, event }) => {
          assertEvent(event, 'confirmSignUp.submit')
          const { code, forceAliasCreation, clientMetadata } = event
          const { username, signUpSession: session } = context
          return { username, code, session, forceAliasCreation, clientMetadata }
        },
        onDone: {
          target: 'signingIn',
          actions: [{ type: 'setSignUpSession', params: outputOf }, 'emitSignUpCompleted'],
        },
        onError: [
          { guard: { type: 'isAlreadyConfirmed', params: errorOf }, target: 'signingIn' },
          { target: 'editing', actions: { type: 'setFailure', params: errorOf } },
        ],
      },
    },
    resending: {
      tags: ['pending'],
      on: { 'confirmSignUp.cancel': { target: 'editing' } },
      invoke: {
        id: 'resendSignUpCode',
        src: 'resendSignUpCode',
        input: ({ context, event }) => ({
          username: context.username,
          clientMetadata: metadataOf(event),
        }),
        onDone: {
          target: 'editing',
          actions: [
            { type: 'setCodeSent', params: outputOf },
            { type: 'setNotice', params: { notice: 'codeSent' } },
          ],
        },
        onError: [
          { guard: { type: 'isAlreadyConfirmed', params: errorOf }, target: 'signingIn' },
          { target: 'editing', actions: { type: 'setFailure', params: errorOf } },
        ],
      },
    },
    signingIn: {
      ...signingIn('signUpConfirmed'),
      on: { 'confirmSignUp.cancel': { target: '#auth.signIn' } },
    },
  },
})
