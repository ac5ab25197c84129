import { assertEvent } from 'xstate'
import { errorOf, outputOf } from '../params.ts'
import { authSetup } from '../setup.ts'
import { doneToIdle } from '../transitions.ts'

export const signedInTotp = authSetup.createStateConfig({
  initial: 'associating',
  entry: 'clearTotpUnfinished',
  exit: 'clearTotpSecret',
  on: { 'setupTotp.leave': { target: '#auth.signedIn.idle', actions: 'clearMessages' } },
  states: {
    associating: {
      tags: ['pending'],
      on: { 'setupTotp.cancel': { target: 'failed' } },
      invoke: {
        id: 'associateSoftwareToken',
        src: 'associateSoftwareToken',
        input: { challenge: undefined },
        onDone: { target: 'editing', actions: { type: 'setTotpSetup', params: outputOf } },
        onError: { target: 'failed', actions: { type: 'setFailure', params: errorOf } },
      },
    },
    failed: {
      on: { 'setupTotp.retry': { target: 'associating', actions: 'clearMessages' } },
    },
    editing: {
      on: {
        'setupTotp.submit': {
          target: 'verifying',
          actions: ['clearMessages', { type: 'setTotpPreferred', params: ({ event }) => event }],
        },
      },
    },
    verifying: {
      tags: ['pending'],
      on: { 'setupTotp.cancel': { target: 'editing' } },
      invoke: {
        id: 'verifySoftwareToken',
        src: 'verifySoftwareToken',
        input: ({ event }) => {
          assertEvent(event, 'setupTotp.submit')
          const { code, deviceName } = event
          return { challenge: undefined, code, deviceName }
        },
        onDone: [
          { guard: 'isTotpPreferred', target: 'preferring' },
          doneToIdle('totpVerified', 'profile'),
        ],
        onError: { target: 'editing', actions: { type: 'setFailure', params: errorOf } },
      },
    },
    preferring: {
      tags: ['pending'],
      on: { 'setupTotp.cancel': { target: 'verified' } },
      invoke: {
        id: 'setMfaPreference',
        src: 'setMfaPreference',
        input: { preference: { TOTP: 'PREFERRED' } },
        onDone: doneToIdle('totpVerified', 'profile'),
        onError: { target: 'verified', actions: { type: 'setFailure', params: errorOf } },
      },
    },
    verified: {
      on: {
        'setupTotp.retry': { target: 'preferring', actions: 'clearMessages' },
        'setupTotp.leave': {
          target: '#auth.signedIn.idle',
          actions: [
            'clearMessages',
            { type: 'setNotice', params: { notice: 'totpVerified' } },
            { type: 'reload', params: { part: 'profile' } },
          ],
        },
      },
    },
  },
})
