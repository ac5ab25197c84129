import { fromCallback, fromPromise, setup } from 'xstate'
import type { ConfirmSignUpInput, SignInInput, SignUpInput } from '../ports/index.ts'
import { actions } from './actions.ts'
import type { AuthContext } from './context.ts'
import type { AuthEmitted, AuthEvent } from './events.ts'
import { guards } from './guards.ts'
import type {
  AutoSignInResult,
  CodeSent,
  RestoreResult,
  SignedIn,
  SignInResult,
  SignUpResult,
} from './outcomes.ts'

/** The chart alone calls nobody: `createAuth` provides the actors. */
function stub<Output, Input = void>() {
  return fromPromise<Output, Input>(({ self }) =>
    Promise.reject(new Error(`Actor "${self.id}" has no implementation: use createAuth()`)),
  )
}

/** The inputs and results of every actor, by name; `actors.ts` implements exactly these. */
export const actors = {
  readSession: stub<RestoreResult>(),
  refreshSession: stub<SignedIn>(),
  signIn: stub<SignInResult, SignInInput>(),
  autoSignIn: stub<AutoSignInResult, { username: string }>(),
  signUp: stub<SignUpResult, SignUpInput>(),
  confirmSignUp: stub<void, ConfirmSignUpInput>(),
  resendSignUpCode: stub<CodeSent, { username: string }>(),
  revokeToken: stub<void>(),
  globalSignOut: stub<void>(),
  /** Lives as long as `signedIn` and sends `session.*` events. */
  session: fromCallback(() => undefined),
}

export const auth = setup({
  types: {
    context: {} as AuthContext,
    events: {} as AuthEvent,
    emitted: {} as AuthEmitted,
    tags: {} as 'pending' | 'authenticated',
  },
  actors,
  actions,
  guards,
  delays: {
    resendCooldown: ({ context }) => Math.max(0, context.resendAt - Date.now()),
  },
})
