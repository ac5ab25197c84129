import { authSetup } from '../../setup.ts'
import { passkeyRegistration } from './passkey-registration.ts'

export const passkeyPrompt = authSetup.createStateConfig({
  initial: 'editing',
  exit: 'clearPasskeyOffer',
  on: {
    'passkeyPrompt.skip': { target: '#auth.signedIn.idle', actions: 'clearMessages' },
    'passkeyPrompt.never': {
      target: '#auth.signedIn.idle',
      actions: ['clearMessages', 'stopPasskeyPrompts'],
    },
  },
  states: {
    editing: {
      on: { 'passkeyPrompt.submit': { target: 'starting', actions: 'clearMessages' } },
    },
    ...passkeyRegistration('prompt'),
  },
})
