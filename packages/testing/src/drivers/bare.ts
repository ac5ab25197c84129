import {
  type Actor,
  type AnyStateMachine,
  createActor,
  fromCallback,
  fromPromise,
  SimulatedClock,
} from 'xstate'
import { toError } from '../catalogue/outcome.ts'
import type { Behaviour, ModelClock } from '../model/behaviour.ts'
import { leafNode, pathOfNode } from '../model/leaf.ts'
import type { DriverKind, ExpectedStep } from '../run/driver.ts'

interface Waiting {
  resolve(output: unknown): void
  reject(error: unknown): void
}

/**
 * Walks the XState actor alone: its requests stay pending until the walk settles them. Without ports
 * and a UI, a walk takes milliseconds.
 *
 * @example
 * const walk = walkTo(explore(authBehaviour), 'setupTotp.editing')
 * await runWalk(authBehaviour, walk, await bareDriver(authBehaviour).open())
 */
export function bareDriver(behaviour: Behaviour): DriverKind {
  const { outcomes } = behaviour
  const requested = new Set(outcomes.filter(({ output }) => output).map(({ actor }) => actor))

  return {
    open() {
      const waiting = new Map<string, Waiting>()
      const clock = new SimulatedClock()
      const time: ModelClock = { now: 0 }
      const machine = withWaitingActors(behaviour.machine(time), requested, waiting)
      let actor: Actor<AnyStateMachine> | undefined

      function running(): Actor<AnyStateMachine> {
        if (!actor) throw new Error('The walk has not begun')
        return actor
      }

      async function take({ step }: ExpectedStep) {
        const { kind, event, outcome, afterMs = 0 } = step
        if (kind === 'timer') {
          time.now += afterMs
          clock.increment(afterMs)
        } else if (outcome && !requested.has(outcome.actor)) {
          running().send(event)
        } else if (outcome) {
          const request = waiting.get(outcome.actor)
          if (!request) throw new Error(`${outcome.actor} was not requested`)
          waiting.delete(outcome.actor)
          if (outcome.rejection) request.reject(toError(outcome.rejection))
          else request.resolve(outcome.output?.(time.now))
          await settled()
        } else running().send(event)
      }

      return {
        async begin(walk) {
          actor = createActor(machine, { input: walk.start.input, clock })
          actor.start()
          await settled()
        },
        take,
        async check({ step, after }) {
          const snapshot = running().getSnapshot()
          const leaf = pathOfNode(leafNode(snapshot))
          if (leaf !== step.to.leaf) throw new Error(`Not ${step.to.leaf} but ${leaf}`)
          const { failure, notice } = snapshot.context
          const { context } = after
          if (failure?.code !== context.failure?.code) {
            throw new Error(`Failure ${failure?.code} instead of ${context.failure?.code}`)
          }
          if (notice !== context.notice) {
            throw new Error(`Notice ${notice} instead of ${context.notice}`)
          }
        },
        async end() {
          actor?.stop()
        },
      }
    },
  }
}

/** Promise actors stay pending until the walk settles them. Callback actors do nothing: the walk sends their events. */
function withWaitingActors(
  machine: AnyStateMachine,
  requested: ReadonlySet<string>,
  waiting: Map<string, Waiting>,
): AnyStateMachine {
  const actorOf = (name: string) =>
    requested.has(name)
      ? fromPromise(
          ({ signal }) =>
            new Promise((resolve, reject) => {
              const mine = { resolve, reject }
              waiting.set(name, mine)
              signal.addEventListener('abort', () => {
                if (waiting.get(name) === mine) waiting.delete(name)
              })
            }),
        )
      : fromCallback(() => undefined)
  const names = Object.keys(machine.implementations.actors)
  return machine.provide({
    actors: Object.fromEntries(names.map((name) => [name, actorOf(name)])),
  })
}

/** Waits until promises have notified their actors, and these their parents. */
const settled = () => new Promise<void>((resolve) => setTimeout(resolve))
