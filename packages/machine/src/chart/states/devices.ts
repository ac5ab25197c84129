import { assertEvent } from 'xstate'
import { newDeviceOf } from '../context.ts'
import { errorOf, outputOf } from '../params.ts'
import { auth } from '../setup.ts'

/** `newDevice` follows a sign-in by itself; the other two are asked for by the user. */
export const devices = auth.createStateConfig({
  description: 'Registers this browser as a device of the user, remembers and forgets devices',
  tags: ['pending'],
  on: { 'signedIn.cancel': { target: '#auth.signedIn.idle' } },
  exit: 'clearNewDevice',
  initial: 'confirming',
  states: {
    confirming: {
      invoke: {
        id: 'confirmDevice',
        src: 'confirmDevice',
        input: ({ context }) => newDeviceOf(context),
        onDone: [
          {
            guard: { type: 'isRememberWanted', params: outputOf },
            target: 'remembering',
          },
          { target: '#auth.signedIn.idle' },
        ],
        onError: {
          target: '#auth.signedIn.idle',
          actions: { type: 'emitFailure', params: errorOf },
        },
      },
    },
    remembering: {
      invoke: {
        id: 'rememberDevice',
        src: 'rememberDevice',
        input: ({ event }) => ({
          key: event.type === 'signedIn.rememberDevice' ? event.key : undefined,
        }),
        onDone: {
          target: '#auth.signedIn.idle',
          actions: [
            { type: 'setNotice', params: { notice: 'deviceRemembered' } },
            { type: 'reload', params: { part: 'devices' } },
          ],
        },
        onError: {
          target: '#auth.signedIn.idle',
          actions: { type: 'setFailure', params: errorOf },
        },
      },
    },
    forgetting: {
      invoke: {
        id: 'forgetDevice',
        src: 'forgetDevice',
        input: ({ event }) => {
          assertEvent(event, 'signedIn.forgetDevice')
          return { key: event.key }
        },
        onDone: {
          target: '#auth.signedIn.idle',
          actions: [
            { type: 'setNotice', params: { notice: 'deviceForgotten' } },
            { type: 'reload', params: { part: 'devices' } },
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
