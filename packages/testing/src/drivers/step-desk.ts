import type { AnyStep } from '@authchart/machine'
import { type Outcome, toError } from '../catalogue/outcome.ts'
import { actionTypes } from '../model/steps-behaviour.ts'
import { until } from './wire/until.ts'

interface Waiting {
  resolve(): void
  reject(error: Error): void
}

/** The actions of an app's own steps, which stay in flight until a walk says how they end. */
export class StepDesk {
  readonly #waiting = new Map<string, Waiting>()
  readonly #types: ReadonlySet<string>
  /** The steps, with these actions in place of their own. */
  readonly steps: readonly AnyStep[]

  constructor(steps: readonly AnyStep[]) {
    this.#types = new Set(actionTypes(steps))
    this.steps = steps.map((step) => ({
      ...step,
      actions: Object.fromEntries(
        Object.keys(step.actions).map((name) => [name, this.#action(`${step.route}.${name}`)]),
      ),
    }))
  }

  /** Waits until the app has called an action of a step; at once for any other actor. */
  async called(actor: string): Promise<void> {
    if (!this.#types.has(actor)) return
    await until(() => this.#waiting.has(actor), `${actor} was not called`)
  }

  end({ actor, rejection }: Outcome): void {
    const waiting = this.#waiting.get(actor)
    this.#waiting.delete(actor)
    if (rejection) waiting?.reject(toError(rejection))
    else waiting?.resolve()
  }

  #action(actor: string) {
    return (_input: never, { signal }: { signal: AbortSignal }) =>
      new Promise<void>((resolve, reject) => {
        const mine = { resolve, reject }
        this.#waiting.set(actor, mine)
        signal.addEventListener('abort', () => {
          if (this.#waiting.get(actor) === mine) this.#waiting.delete(actor)
          reject(signal.reason)
        })
      })
  }
}
