import type { BrowserContext, Route } from '@playwright/test'
import type { Outcome } from '../../catalogue/outcome.ts'

/** By action of a step (`acceptTerms.accept`), the address of its request, as a pattern of Playwright's. */
export type StepAddresses = Readonly<Record<string, string>>

/** The requests of an app's own steps to its own server, which wait until a walk says how they end. */
export class StepRequests {
  readonly #addresses: StepAddresses
  readonly #waiting = new Map<string, Route>()

  constructor(addresses: StepAddresses = {}) {
    this.#addresses = addresses
  }

  async watch(context: BrowserContext): Promise<void> {
    for (const [actor, address] of Object.entries(this.#addresses)) {
      await context.route(address, (route) => void this.#waiting.set(actor, route))
    }
  }

  knows(actor: string): boolean {
    return Object.hasOwn(this.#addresses, actor)
  }

  isWaiting(actor: string): boolean {
    return this.#waiting.has(actor)
  }

  /** 200 with an empty object, or 503; a lost connection for a `NetworkError`. */
  async end({ actor, rejection }: Outcome): Promise<void> {
    const route = this.#waiting.get(actor)
    this.#waiting.delete(actor)
    if (rejection?.type === 'NetworkError') await route?.abort('connectionreset')
    else await route?.fulfill({ status: rejection ? 503 : 200, json: {} })
  }
}
