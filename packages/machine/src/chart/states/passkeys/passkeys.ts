import { assertEvent } from 'xstate'
import { authSetup } from '../../setup.ts'
import { doneToIdle, failToIdle } from '../../transitions.ts'
import { passkeyRegistration } from './passkey-registration.ts'

export const passkeys = authSetup.createStateConfig({
  initial: 'starting',
  states: {
    ...passkeyRegistration('account'),
    deletingPasskey: {
      tags: ['pending'],
      on: { 'signedIn.cancel': { target: '#auth.signedIn.idle' } },
      invoke: {
        id: 'deletePasskey',
        src: 'deletePasskey',
        input: ({ event }) => {
          assertEvent(event, 'signedIn.deletePasskey')
          return { id: event.id }
        },
        onDone: doneToIdle('passkeyDeleted', 'passkeys', 'factors'),
        onError: failToIdle,
      },
    },
  },
})
