import { errorOf, outputOf } from '../params.ts'
import { auth } from '../setup.ts'

/** The last step of every flow that confirmed a user: sign in with the password that waits in the vault. */
export const signingIn = auth.createStateConfig({
  description: 'Signs in with the password that waits in the vault',
  tags: ['pending'],
  exit: 'emptyVault',
  invoke: {
    id: 'autoSignIn',
    src: 'autoSignIn',
    input: ({ context }) => ({ username: context.username }),
    onDone: [
      {
        guard: { type: 'isSignedIn', params: outputOf },
        target: '#auth.signedIn',
        actions: { type: 'setUser', params: outputOf },
      },
      {
        guard: { type: 'isPasswordNeeded', params: outputOf },
        target: '#auth.signIn',
        actions: { type: 'setNotice', params: { notice: 'signUpConfirmed' } },
      },
      { target: '#auth.signIn', actions: { type: 'setUnsupported', params: outputOf } },
    ],
    onError: { target: '#auth.signIn', actions: { type: 'setFailure', params: errorOf } },
  },
})
