import { assertEvent } from 'xstate'
import { followSignIn, followSignInFailure } from '../follow.ts'
import { errorOf, outputOf } from '../params.ts'
import { authSetup } from '../setup.ts'

/** The other screens that a link from outside can lead to. */
const linkedScreens = ['confirmSignUp', 'resetPassword', 'signUp'] as const

export const signIn = authSetup.createStateConfig({
  entry: ['readLastSignIn', 'clearChallenge', 'clearUser', 'clearUnfinished'],
  initial: 'editing',
  on: {
    'go.signUp': { target: 'signUp', actions: 'clearMessages' },
    'go.forgotPassword': { target: 'forgotPassword', actions: 'clearMessages' },
    'go.confirmSignUp': {
      target: 'confirmSignUp',
      actions: ['clearMessages', { type: 'setUsername', params: ({ event }) => event }],
    },
    'go.resetPassword': {
      target: 'resetPassword',
      actions: ['clearMessages', { type: 'setUsername', params: ({ event }) => event }],
    },
  },
  states: {
    editing: {
      always: [
        {
          guard: 'isSignedInElsewhere',
          target: '#auth.restoring',
          actions: 'clearMessages',
        },
        ...linkedScreens.map(
          (route) =>
            ({
              guard: { type: 'isLinkTo', params: { route } },
              target: `#auth.${route}`,
              actions: 'openLink',
            }) as const,
        ),
        { guard: 'hasLink', actions: 'openLink' },
      ],
      // Beside the form: the list of its field offers the passkey of the user who signed in last.
      invoke: {
        id: 'autofillPasskey',
        src: 'autofillPasskey',
        onDone: {
          target: '#auth.passkey.answering',
          actions: { type: 'setAutofilled', params: outputOf },
        },
        onError: { actions: { type: 'emitFailure', params: errorOf } },
      },
      on: {
        'signIn.submit': {
          target: 'submitting',
          actions: ['clearMessages', { type: 'setUsername', params: ({ event }) => event }],
        },
        'signIn.redirect': { target: '#auth.redirecting', actions: 'clearMessages' },
        'signIn.federate': { target: 'federating', actions: 'clearMessages' },
      },
    },
    submitting: {
      tags: ['pending'],
      on: { 'signIn.cancel': { target: 'editing' } },
      invoke: {
        id: 'signIn',
        src: 'signIn',
        input: ({ event }) => {
          assertEvent(event, 'signIn.submit')
          const { username, password, factor, authFlowType, validationData, clientMetadata } = event
          return { username, password, factor, authFlowType, validationData, clientMetadata }
        },
        onDone: followSignIn,
        onError: followSignInFailure,
      },
    },
    federating: {
      tags: ['pending'],
      on: { 'signIn.cancel': { target: 'editing' } },
      invoke: {
        id: 'federatedSignIn',
        src: 'federatedSignIn',
        input: ({ event }) => {
          assertEvent(event, 'signIn.federate')
          return { token: event.token }
        },
        onDone: {
          target: '#auth.signedIn',
          actions: [{ type: 'setJustSignedIn', params: outputOf }, 'emitSignedIn'],
        },
        onError: { target: 'editing', actions: { type: 'setFailure', params: errorOf } },
      },
    },
  },
})
