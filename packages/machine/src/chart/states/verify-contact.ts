import { assertEvent } from 'xstate'
import { errorOf, outputOf } from '../params.ts'
import { authSetup } from '../setup.ts'

export const verifyContact = authSetup.createStateConfig({
  initial: 'editing',
  exit: 'clearContacts',
  on: { 'verifyContact.skip': { target: '#auth.signedIn.idle', actions: 'clearMessages' } },
  states: {
    editing: {
      on: { 'verifyContact.submit': { target: 'submitting', actions: 'clearMessages' } },
    },
    submitting: {
      tags: ['pending'],
      on: { 'verifyContact.cancel': { target: 'editing' } },
      invoke: {
        id: 'sendAttributeCode',
        src: 'sendAttributeCode',
        input: ({ event }) => {
          assertEvent(event, 'verifyContact.submit')
          const { attribute, clientMetadata } = event
          return { attribute, clientMetadata }
        },
        onDone: {
          target: '#auth.signedIn.confirmContact',
          actions: { type: 'setCodeSent', params: outputOf },
        },
        onError: { target: 'editing', actions: { type: 'setFailure', params: errorOf } },
      },
    },
  },
})
