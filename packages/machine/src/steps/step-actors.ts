import { fromPromise } from 'xstate'
import type { Auth } from '../auth.ts'
import { withDeadline } from '../concurrency/deadline.ts'
import { presentably } from '../errors/load-failures.ts'
import type { Secret } from '../secret.ts'
import type { AnyStep } from './step.ts'

interface Service {
  readonly auth: Auth
  readonly timeoutMs: number
}

/** By the system of an auth's actors: one chart serves many. */
const services = new WeakMap<object, Service>()

/** From here on the actions in this system work with this auth, each for `timeoutMs` (ms) at most. */
export function serveSteps(system: object, auth: Auth, timeoutMs: number): void {
  services.set(system, { auth, timeoutMs })
}

/** An actor for each action of each step, `acceptTerms.accept`. */
export function stepActors(steps: readonly AnyStep[]) {
  return Object.fromEntries(
    steps.flatMap((step) =>
      Object.keys(step.actions).map((name) => [`${step.route}.${name}`, actionActor(step, name)]),
    ),
  )
}

function actionActor({ actions, route }: AnyStep, name: string) {
  return fromPromise<void, Secret<unknown>>(async ({ input, signal, system }) => {
    const service = services.get(system)
    const run = actions[name]
    if (!service || !run) throw new Error(`"${route}.${name}" has no auth: use createAuth()`)
    const { auth, timeoutMs } = service
    // Its result goes nowhere: it may contain anything.
    const work = (signal: AbortSignal) =>
      presentably(async () => run(input?.reveal() as never, { auth, signal }), input)
    await withDeadline(timeoutMs, work, signal)
  })
}
