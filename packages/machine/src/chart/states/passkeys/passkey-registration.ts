import type { NewPasskey, PasskeyRegistration } from '../../../ports/index.ts'
import { errorOf, outputIn } from '../../params.ts'
import { authSetup } from '../../setup.ts'
import { doneToIdle, failToIdle } from '../../transitions.ts'

/** Where a registration that was cancelled or has failed returns to. */
const returns = {
  account: {
    on: { 'signedIn.cancel': { target: '#auth.signedIn.idle' } },
    onError: failToIdle,
  },
  prompt: {
    on: { 'passkeyPrompt.cancel': { target: 'editing' } },
    onError: { target: 'editing', actions: { type: 'setFailure', params: errorOf } },
  },
} as const

const registered = doneToIdle('passkeyRegistered', 'passkeys', 'factors')

/** The leaves of the registration of a passkey: two requests, with the dialog of the browser between them. */
export function passkeyRegistration(from: keyof typeof returns) {
  const { on, onError } = returns[from]
  return {
    starting: authSetup.createStateConfig({
      tags: ['pending'],
      on,
      invoke: {
        id: 'startPasskeyRegistration',
        src: 'startPasskeyRegistration',
        onDone: { target: 'creating' },
        onError,
      },
    }),
    creating: authSetup.createStateConfig({
      tags: ['pending'],
      on,
      invoke: {
        id: 'createPasskey',
        src: 'createPasskey',
        input: ({ event }) => outputIn<PasskeyRegistration>(event),
        onDone: { target: 'completing' },
        onError,
      },
    }),
    completing: authSetup.createStateConfig({
      tags: ['pending'],
      on,
      invoke: {
        id: 'completePasskeyRegistration',
        src: 'completePasskeyRegistration',
        input: ({ event }) => outputIn<NewPasskey>(event),
        onDone: { ...registered, actions: ['preferPasskey', ...registered.actions] },
        onError,
      },
    }),
  } as const
}
