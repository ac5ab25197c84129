import { assertEvent } from 'xstate'
import { errorOf, outputOf } from '../params.ts'
import { authSetup } from '../setup.ts'

/** All alike: one request for what the user asked, then back to `idle` with a notice or a failure. */
export const accountTasks = authSetup.createStateConfig({
  description: 'Carries out what the signed-in user asked for',
  tags: ['pending'],
  on: { 'signedIn.cancel': { target: '#auth.signedIn.idle' } },
  initial: 'changingPassword',
  states: {
    changingPassword: {
      invoke: {
        id: 'changePassword',
        src: 'changePassword',
        input: ({ event }) => {
          assertEvent(event, 'signedIn.changePassword')
          const { previousPassword, password } = event
          return { previousPassword, password }
        },
        onDone: {
          target: '#auth.signedIn.idle',
          actions: { type: 'setNotice', params: { notice: 'passwordChanged' } },
        },
        onError: {
          target: '#auth.signedIn.idle',
          actions: { type: 'setFailure', params: errorOf },
        },
      },
    },
    updatingAttributes: {
      invoke: {
        id: 'updateAttributes',
        src: 'updateAttributes',
        input: ({ event }) => {
          assertEvent(event, 'signedIn.updateAttributes')
          const { attributes, clientMetadata } = event
          return { attributes, clientMetadata }
        },
        onDone: [
          {
            guard: { type: 'hasDeliveries', params: outputOf },
            target: '#auth.signedIn.confirmContact',
            actions: [
              'emitAttributesUpdated',
              { type: 'setDeliveries', params: outputOf },
              { type: 'setNotice', params: { notice: 'codeSent' } },
              { type: 'reload', params: { part: 'profile' } },
            ],
          },
          {
            target: '#auth.signedIn.idle',
            actions: [
              'emitAttributesUpdated',
              { type: 'setNotice', params: { notice: 'attributesUpdated' } },
              { type: 'reload', params: { part: 'profile' } },
            ],
          },
        ],
        onError: {
          target: '#auth.signedIn.idle',
          actions: { type: 'setFailure', params: errorOf },
        },
      },
    },
    deletingAttributes: {
      invoke: {
        id: 'deleteAttributes',
        src: 'deleteAttributes',
        input: ({ event }) => {
          assertEvent(event, 'signedIn.deleteAttributes')
          return { names: event.names }
        },
        onDone: {
          target: '#auth.signedIn.idle',
          actions: [
            { type: 'setNotice', params: { notice: 'attributesDeleted' } },
            { type: 'reload', params: { part: 'profile' } },
          ],
        },
        onError: {
          target: '#auth.signedIn.idle',
          actions: { type: 'setFailure', params: errorOf },
        },
      },
    },
    sendingCode: {
      invoke: {
        id: 'sendAttributeCode',
        src: 'sendAttributeCode',
        input: ({ event }) => {
          assertEvent(event, 'signedIn.verifyAttribute')
          const { attribute, clientMetadata } = event
          return { attribute, clientMetadata }
        },
        onDone: {
          target: '#auth.signedIn.confirmContact',
          actions: { type: 'setCodeSent', params: outputOf },
        },
        onError: {
          target: '#auth.signedIn.idle',
          actions: { type: 'setFailure', params: errorOf },
        },
      },
    },
    settingMfaPreference: {
      invoke: {
        id: 'setMfaPreference',
        src: 'setMfaPreference',
        input: ({ event }) => {
          assertEvent(event, 'signedIn.setMfaPreference')
          return { preference: event.preference }
        },
        onDone: {
          target: '#auth.signedIn.idle',
          actions: [
            { type: 'setNotice', params: { notice: 'mfaPreferenceSet' } },
            { type: 'reload', params: { part: 'profile' } },
          ],
        },
        onError: {
          target: '#auth.signedIn.idle',
          actions: { type: 'setFailure', params: errorOf },
        },
      },
    },
    deletingUser: {
      invoke: {
        id: 'deleteUser',
        src: 'deleteUser',
        onDone: {
          target: '#auth.signingOut.ending',
          actions: [
            'emitUserDeleted',
            { type: 'setUsername', params: { username: '' } },
            { type: 'setNotice', params: { notice: 'userDeleted' } },
          ],
        },
        onError: {
          target: '#auth.signedIn.idle',
          actions: { type: 'setFailure', params: errorOf },
        },
      },
    },
  },
})
