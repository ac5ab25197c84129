import { assertEvent } from 'xstate'
import { contactOf } from '../context.ts'
import { errorOf, metadataOf, outputOf } from '../params.ts'
import { authSetup } from '../setup.ts'
import { codeEntry } from './code-entry.ts'

export const confirmContact = authSetup.createStateConfig({
  initial: 'editing',
  exit: 'clearDelivery',
  on: {
    'confirmContact.skip': {
      target: '#auth.signedIn.idle',
      actions: ['clearMessages', { type: 'reload', params: { part: 'profile' } }],
    },
  },
  states: {
    editing: {
      ...codeEntry('confirmContact.resend', '#auth.signedIn.confirmContact.resending'),
      on: { 'confirmContact.submit': { target: 'submitting', actions: 'clearMessages' } },
    },
    submitting: {
      tags: ['pending'],
      on: { 'confirmContact.cancel': { target: 'editing' } },
      invoke: {
        id: 'verifyAttribute',
        src: 'verifyAttribute',
        input: ({ context, event }) => {
          assertEvent(event, 'confirmContact.submit')
          return { attribute: contactOf(context), code: event.code }
        },
        onDone: [
          {
            guard: 'hasNextDelivery',
            target: 'editing',
            actions: [
              { type: 'emitAttributeVerified', params: outputOf },
              'setNextDelivery',
              { type: 'setNotice', params: { notice: 'contactConfirmed' } },
              { type: 'reload', params: { part: 'profile' } },
            ],
          },
          {
            target: '#auth.signedIn.idle',
            actions: [
              { type: 'emitAttributeVerified', params: outputOf },
              { type: 'setNotice', params: { notice: 'contactConfirmed' } },
              { type: 'reload', params: { part: 'profile' } },
            ],
          },
        ],
        onError: { target: 'editing', actions: { type: 'setFailure', params: errorOf } },
      },
    },
    resending: {
      tags: ['pending'],
      on: { 'confirmContact.cancel': { target: 'editing' } },
      invoke: {
        id: 'sendAttributeCode',
        src: 'sendAttributeCode',
        input: ({ context, event }) => ({
          attribute: contactOf(context),
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
  },
})
