import { assertEvent } from 'xstate'
import { newDeviceOf } from '../context.ts'
import { errorOf, outputOf } from '../params.ts'
import { authSetup } from '../setup.ts'
import { doneToIdle, failToIdle } from '../transitions.ts'

/**
 * A new device is registered at once: until then Cognito rejects a refresh of its tokens. So it is also
 * registered after a global sign-out that came first and has failed.
 */
export const devices = authSetup.createStateConfig({
  tags: ['pending'],
  on: { 'signedIn.cancel': { target: '#auth.signedIn.idle', actions: 'clearNewDevice' } },
  initial: 'confirming',
  states: {
    confirming: {
      invoke: {
        id: 'confirmDevice',
        src: 'confirmDevice',
        input: ({ context }) => newDeviceOf(context),
        onDone: [
          {
            guard: { type: 'isUpToUser', params: outputOf },
            target: '#auth.signedIn.idle',
            actions: ['clearNewDevice', { type: 'reload', params: { part: 'devices' } }],
          },
          {
            target: '#auth.signedIn.idle',
            actions: [
              'clearNewDevice',
              'clearRememberDevice',
              { type: 'reload', params: { part: 'devices' } },
            ],
          },
        ],
        onError: {
          target: '#auth.signedIn.idle',
          actions: [
            'clearNewDevice',
            'clearRememberDevice',
            { type: 'emitFailure', params: errorOf },
          ],
        },
      },
    },
    remembering: {
      exit: 'clearRememberDevice',
      invoke: {
        id: 'rememberDevice',
        src: 'rememberDevice',
        input: ({ event }) => ({
          key: event.type === 'signedIn.rememberDevice' ? event.key : undefined,
        }),
        onDone: doneToIdle('deviceRemembered', 'devices'),
        onError: failToIdle,
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
        onDone: doneToIdle('deviceForgotten', 'devices'),
        onError: failToIdle,
      },
    },
  },
})
