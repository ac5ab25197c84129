import type { AnyActorLogic } from 'xstate'
import type { ActorMakers } from './actors/index.ts'
import type { authMachine } from './chart/machine.ts'
import { actors as stubs } from './chart/setup.ts'
import type { Clock, LastSignIn, LastSignInStore, Vault } from './ports/index.ts'

type AuthActors = typeof stubs

/** The services of one handle. */
interface HandleServices {
  readonly actors: ActorMakers
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
        saveLastSignIn: ({ system, context: { lastSignIn } }) =>
          rememberSignIn(services.get(system)?.lastSignIn, lastSignIn),
      },
    })
  shared.set(chart, served)
  if (clock === Date) return served
  return served.provide({
    guards: { isCooledDown: ({ context }) => context.resendAt <= clock.now() },
    delays: { resendCooldown: ({ context }) => Math.max(0, context.resendAt - clock.now()) },
  })
}

/** The user's answers about passkeys stay. */
function rememberSignIn(store: LastSignInStore | undefined, last: LastSignIn | undefined) {
  if (!store || !last) return
  const { username, factor } = last
  const stored = store.read()
  store.save({ ...(stored?.username === username ? stored : undefined), username, factor })
}

/** The logic of the stubs with another `start`; in a system without services it starts the stub. */
function lookedUp(): AuthActors {
  const entries = Object.entries<AnyActorLogic>(stubs).map(([name, stub]) => {
    const start: AnyActorLogic['start'] = (state, scope) => {
      const own: Readonly<Record<string, () => AnyActorLogic>> | undefined = services.get(
        scope.system,
      )?.actors
      const logic = own?.[name]?.() ?? stub
      logic.start?.(state, scope)
    }
    return [name, { ...stub, start }]
  })
  return Object.fromEntries(entries)
}
