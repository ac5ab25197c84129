import { assertEvent } from 'xstate'
import { errorOf, metadataOf, outputOf } from '../params.ts'
import { authSetup } from '../setup.ts'
import { codeEntry } from './code-entry.ts'
import { signingIn } from './signing-in.ts'

export const resetPassword = authSetup.createStateConfig({
  entry: 'clearChallenge',
  initial: 'editing',
  exit: ['emptyVault', 'clearDelivery', 'clearLinkCode'],
  on: {
    'go.signIn': { target: 'signIn', actions: 'clearMessages' },
    'link.opened': {
      guard: { type: 'isLinkHere', params: ({ event }) => ({ ...event, to: 'resetPassword' }) },
      actions: ['clearMessages', { type: 'setLinkCode', params: ({ event }) => event }],
    },
  },
  states: {
    editing: {
      ...codeEntry('resetPassword.resend', '#auth.resetPassword.resending'),
      on: { 'resetPassword.submit': { target: 'submitting', actions: 'clearMessages' } },
    },
    submitting: {
      tags: ['pending'],
      on: { 'resetPassword.cancel': { target: 'editing' } },
      invoke: {
        id: 'resetPassword',
        src: 'resetPassword',
        input: ({ context, event }) => {
          assertEvent(event, 'resetPassword.submit')
          const { code, password, clientMetadata } = event
          return { username: context.username, code, password, clientMetadata }
        },
        onDone: { target: 'signingIn', actions: 'emitPasswordReset' },
        onError: [
          {
            guard: { type: 'needsConfirmation', params: errorOf },
            target: '#auth.confirmSignUp.resending',
          },
          { target: 'editing', actions: { type: 'setFailure', params: errorOf } },
        ],
      },
    },
    resending: {
      tags: ['pending'],
      on: { 'resetPassword.cancel': { target: 'editing' } },
      invoke: {
        id: 'forgotPassword',
        src: 'forgotPassword',
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
        onError: { target: 'editing', actions: { type: 'setFailure', params: errorOf } },
      },
    },
    signingIn: {
      ...signingIn('passwordReset'),
      on: { 'resetPassword.cancel': { target: '#auth.signIn' } },
    },
  },
})
