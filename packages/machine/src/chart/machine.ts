import type { Actor } from 'xstate'
import { initialContext } from './context.ts'
import { errorOf } from './params.ts'
import { authSetup } from './setup.ts'
import { confirmSignIn } from './states/confirm-sign-in.ts'
import { confirmSignUp } from './states/confirm-sign-up.ts'
import { customChallenge } from './states/custom-challenge.ts'
import { forgotPassword } from './states/forgot-password.ts'
import { newPassword } from './states/new-password.ts'
import { passkey } from './states/passkey.ts'
import { redirecting } from './states/redirecting.ts'
import { resetPassword } from './states/reset-password.ts'
import { restoring } from './states/restoring.ts'
import { selectFactor } from './states/select-factor.ts'
import { selectMfaType } from './states/select-mfa-type.ts'
import { setupEmail } from './states/setup-email.ts'
import { setupTotp } from './states/setup-totp.ts'
import { signIn } from './states/sign-in.ts'
import { signUp } from './states/sign-up.ts'
import { signedIn } from './states/signed-in.ts'
import { signingOut } from './states/signing-out.ts'

/**
 * The chart of every auth state. Its actors are stubs that reject: `createAuth()` provides them,
 * and so can you with `authMachine.provide({ actors })`.
 */
export const authMachine = authSetup.createMachine({
  id: 'auth',
  context: initialContext,
  initial: 'restoring',
  invoke: {
    id: 'session',
    src: 'session',
    onError: { actions: { type: 'emitFailure', params: errorOf } },
  },
  on: {
    'session.found': { actions: { type: 'setElsewhere', params: ({ event }) => event } },
    'session.ended': { actions: 'clearElsewhere' },
    // By way of the sign-in screen: it forgets what was begun, and looks whether a user is signed in.
    'link.opened': {
      target: '.signIn',
      actions: ['clearMessages', { type: 'setLink', params: ({ event }) => event }],
    },
    'go.signedIn': {
      guard: 'isSignedInElsewhere',
      target: '.restoring',
      actions: 'clearMessages',
    },
  },
  states: {
    restoring,

    signIn,
    redirecting,
    selectFactor,
    confirmSignIn,
    passkey,
    customChallenge,
    selectMfaType,
    setupTotp,
    setupEmail,
    newPassword,

    signUp,
    confirmSignUp,

    forgotPassword,
    resetPassword,

    signedIn,
    signingOut,
  },
})

/** The actor of an auth: an interface, so that declarations print it by this name. */
export interface AuthActor extends Actor<typeof authMachine> {}
