import { assign } from 'xstate'
import type { Behaviour } from './behaviour.ts'

/** What a running app remembers beside its chart, told by what the chart does. */
interface Remembered {
  /** The vault holds the password of the flow. */
  readonly isPasswordKept?: boolean
}

const keep = assign<Remembered, never, undefined, never, never>({ isPasswordKept: true })
const forget = assign<Remembered, never, undefined, never, never>({ isPasswordKept: false })

/**
 * A behaviour for drivers behind which real ports work: it tells apart where a password waits in the
 * vault, without which no sign-in follows a confirmation, and who has no account in the user pool.
 */
export function asRunning(behaviour: Behaviour): Behaviour {
  return {
    ...behaviour,
    machine: (clock) =>
      behaviour.machine(clock).provide({
        actions: {
          emitSignUpSubmitted: keep,
          emitPasswordReset: keep,
          emptyVault: forget,
          // On the way to a confirmation. A sign-in that is refused for the lack of one keeps the password.
          clearChallenge: assign(({ event }: { event: { type: string } }) => ({
            challenge: undefined,
            round: 0,
            totpSecret: undefined,
            ...(event.type === 'xstate.error.actor.signIn' && { isPasswordKept: true }),
          })),
        } as never,
      }),
    tellApart: (snapshot, now, leaf) => {
      const { isPasswordKept, user }: Remembered & { user?: { kind: string } } = snapshot.context
      const isKept = isPasswordKept && /^(signUp|confirmSignUp|resetPassword)/.test(leaf)
      const isFederated =
        user?.kind === 'federated' && /^(signedIn|signingOut|restoring\.refreshing)/.test(leaf)
      return [
        behaviour.tellApart(snapshot, now, leaf),
        isKept && 'password kept',
        isFederated && 'federated',
      ]
        .filter(Boolean)
        .join(', ')
    },
  }
}
