import type { AuthNotice } from '../context.ts'
import { followSignIn } from '../follow.ts'
import { errorOf, outputOf } from '../params.ts'
import { authSetup } from '../setup.ts'

/**
 * The last step of every flow that ends with a known password or a session of a sign-up; without both
 * `notice` greets sign-in.
 */
export function signingIn(notice: AuthNotice) {
  return authSetup.createStateConfig({
    tags: ['pending'],
    exit: ['emptyVault', 'clearSignUpSession'],
    invoke: {
      id: 'autoSignIn',
      src: 'autoSignIn',
      input: ({ context: { username, signUpSession } }) => ({ username, session: signUpSession }),
      onDone: [
        {
          guard: { type: 'isPasswordNeeded', params: outputOf },
          target: '#auth.signIn',
          actions: { type: 'setNotice', params: { notice } },
        },
        ...followSignIn,
      ],
      onError: [
        {
          guard: { type: 'needsConfirmation', params: errorOf },
          target: '#auth.confirmSignUp.resending',
        },
        { guard: { type: 'needsReset', params: errorOf }, target: '#auth.resetPassword.resending' },
        { target: '#auth.signIn', actions: { type: 'setFailure', params: errorOf } },
      ],
    },
  })
}
