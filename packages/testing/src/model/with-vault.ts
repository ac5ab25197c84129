import type { AuthUser } from '@authchart/machine'
import type { Behaviour } from './behaviour.ts'
import { perBehaviour } from './per-behaviour.ts'
import { remember } from './remember.ts'

/** What a running app stores beside its chart. */
interface Vault {
  readonly isPasswordStored?: boolean
  /** Whether the last sign-in had a password. */
  readonly isByPassword?: boolean
}

const store = (): Vault => ({ isPasswordStored: true })
const empty = (): Vault => ({ isPasswordStored: false })

/**
 * A behaviour for drivers with real ports. Its places have two facts more: `passwordStored`, without
 * which no sign-in follows a confirmation, and `federated`, for users without an account in the pool.
 */
export const withVault: (behaviour: Behaviour) => Behaviour = perBehaviour((behaviour) => {
  return {
    ...behaviour,
    machine: (clock) =>
      remember(behaviour.machine(clock), {
        emitSignUpSubmitted: store,
        emitPasswordReset: store,
        emptyVault: empty,
        clearMessages: ({ type }): Vault => {
          if (/^(signIn|selectFactor)\.submit$/.test(type)) return { isByPassword: true }
          return /^(passkey\.submit|confirmSignIn\.resend)$/.test(type)
            ? { isByPassword: false }
            : {}
        },
        // A sign-in that fails because the account is not confirmed stores its password.
        clearChallenge: ({ type }, { isByPassword }: Vault) =>
          type === 'xstate.error.actor.signIn' && isByPassword ? store() : {},
      }),
    factsOf: (snapshot, now, leaf) => {
      const { isPasswordStored, user }: Vault & { user?: AuthUser } = snapshot.context
      const isInFlow = /^(signUp|confirmSignUp|resetPassword)/.test(leaf)
      const isOfUser = /^(signedIn|signingOut|restoring\.refreshing)/.test(leaf)
      return [
        ...behaviour.factsOf(snapshot, now, leaf),
        isPasswordStored && isInFlow && 'passwordStored',
        user?.kind === 'federated' && isOfUser && 'federated',
      ]
    },
  }
})
