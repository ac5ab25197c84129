import type { Outcome } from '../../catalogue/outcome.ts'
import type { PageParts } from './page-parts.ts'

/** Watches the requests that the page has to send. */
export class RequestWatch {
  readonly #parts: PageParts
  #isExpecting = false
  /** How many requests were sent before the outcome was armed. */
  #armedAt = 0

  constructor(parts: PageParts) {
    this.#parts = parts
  }

  /** Whether the page has to send a request for the armed outcome. */
  get isExpecting(): boolean {
    return this.#isExpecting
  }

  /** Prepares the outcome of the next request; `undefined` if none is sent. */
  arm(outcome: Outcome | undefined): void {
    const { cognito } = this.#parts
    cognito.arm(outcome)
    this.#isExpecting = outcome !== undefined
    this.#armedAt = cognito.log.length
  }

  /** Waits until the page has sent every request of the armed outcome. */
  async sent(): Promise<void> {
    const { cognito, screens, traffic, actions } = this.#parts
    let isSent = false
    void cognito.requested().then(() => {
      isSent = true
    })
    await screens.until(() => {
      if (isSent) return undefined
      const sent = cognito.log.slice(this.#armedAt).join(', ') || 'nothing'
      return `the request that has to be made is not made; sent was ${sent}${traffic.strayed || actions.remedy}`
    })
  }

  /** By operation, how often it was sent, without the repetitions that the armed outcome needs. */
  counts(): ReadonlyMap<string, number> {
    const { log, answered } = this.#parts.cognito
    const countIn = (all: readonly string[], name: string) =>
      all.filter((operation) => operation === name).length
    const since = log.slice(this.#armedAt)
    return new Map(
      answered.map((name) => [name, 1 + countIn(since, name) - countIn(answered, name)]),
    )
  }
}
