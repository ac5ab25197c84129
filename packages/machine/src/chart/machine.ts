import { initialContext } from './context.ts'
import { auth } from './setup.ts'
import { confirmSignUp } from './states/confirm-sign-up.ts'
import { restoring } from './states/restoring.ts'
import { signIn } from './states/sign-in.ts'
import { signUp } from './states/sign-up.ts'
import { signedIn } from './states/signed-in.ts'
import { signingOut } from './states/signing-out.ts'

/**
 * The chart of every auth state. Its actors are stubs that reject: `createAuth()` provides them,
 * and so can you with `authMachine.provide({ actors })`.
 */
export const authMachine = auth.createMachine({
  id: 'auth',
  context: initialContext,
  initial: 'restoring',
  states: { restoring, signIn, signUp, confirmSignUp, signedIn, signingOut },
})
