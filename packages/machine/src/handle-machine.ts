import { type AnyActorLogic, assign } from 'xstate'
import type { ActorMaker } from './actors/index.ts'
import { lastSignInOf } from './chart/context.ts'
import type { authMachine } from './chart/machine.ts'
import { actors as stubs } from './chart/setup.ts'
import type { Clock, LastSignInStore, Vault } from './ports/index.ts'
import { noteSignIn, saveSignIn } from './session/note-sign-in.ts'

type AuthActors = typeof stubs

/** The services of one handle. */
interface HandleServices {
  readonly actors: ActorMaker
  readonly vault: Vault
  readonly lastSignIn: LastSignInStore | undefined
}

/** By the system of the handle's actor. */
const services = new WeakMap<object, HandleServices>()

/** From here on the actors of this system use these services. */
export function serve(system: object, ofHandle: HandleServices): void {
  services.set(system, ofHandle)
}

const shared = new WeakMap<typeof authMachine, typeof authMachine>()

/**
 * The chart for a handle: one for all with the same chart, as it takes milliseconds and hundreds of kB to build. Its actors
 * find their services by their system, see {@link serve}. Another clock needs another chart.
 */
export function handleMachine(clock: Clock, chart: typeof authMachine): typeof authMachine {
  const served =
    shared.get(chart) ??
    chart.provide({
      actors: lookedUp(),
      actions: {
        emptyVault: ({ system }) => services.get(system)?.vault.empty(),
        // Another tab may have saved another one; without a store there is none.
        readLastSignIn: assign(({ system, context: { lastSignIn } }) => {
          const served = services.get(system)
          return { lastSignIn: served ? served.lastSignIn?.read() : lastSignIn }
        }),
        saveLastSignIn: ({ system, context }) =>
          saveSignIn(services.get(system)?.lastSignIn, lastSignInOf(context)),
        // What is stored may be of another user where the hosted UI has signed this one in.
        preferPasskey: ({ system, context }) => {
          if (context.user?.kind !== 'userPool') return
          noteSignIn(services.get(system)?.lastSignIn, { factor: 'PASSKEY' })
        },
      },
    })
  shared.set(chart, served)
  if (clock === Date) return served
  return served.provide({
    guards: { isCooledDown: ({ context }) => context.resendAt <= clock.now() },
    delays: { resendCooldown: ({ context }) => Math.max(0, context.resendAt - clock.now()) },
  })
}

/** The logic of the stubs with another `start`; in a system without services it starts the stub. */
function lookedUp(): AuthActors {
  const entries = Object.entries<AnyActorLogic>(stubs).map(([name, stub]) => {
    const start: AnyActorLogic['start'] = (state, scope) => {
      const logic = services.get(scope.system)?.actors(name as keyof AuthActors) ?? stub
      logic.start?.(state, scope)
    }
    return [name, { ...stub, start }]
  })
  return Object.fromEntries(entries)
}
