import { assertEvent } from 'xstate'
import { outputOf } from '../params.ts'
import { authSetup } from '../setup.ts'
import { doneToIdle, failToIdle } from '../transitions.ts'

/** Each task is one request, then back to `idle` with a notice or a failure. */
export const accountTasks = authSetup.createStateConfig({
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
        onDone: doneToIdle('passwordChanged'),
        onError: failToIdle,
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
        onError: failToIdle,
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
        onDone: doneToIdle('attributesDeleted', 'profile'),
        onError: failToIdle,
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
        onError: failToIdle,
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
        onDone: doneToIdle('mfaPreferenceSet', 'profile'),
        onError: failToIdle,
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
        onError: failToIdle,
      },
    },
  },
})
