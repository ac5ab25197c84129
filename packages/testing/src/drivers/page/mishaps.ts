import type { Expected } from '../../contract/check-input.ts'
import type { Step } from '../../model/model.ts'
import { type Adversity, mishapsFor, type Scene } from './adversity.ts'
import type { PageParts } from './page-parts.ts'
import type { RequestWatch } from './request-watch.ts'

/** Makes the requested mishaps happen between the steps of a walk: each of them once on each screen. */
export class Mishaps {
  readonly #parts: PageParts
  readonly #requests: RequestWatch
  readonly #adversity: readonly Adversity[]
  readonly #done = new Set<string>()

  constructor(parts: PageParts, requests: RequestWatch, adversity: readonly Adversity[]) {
    this.#parts = parts
    this.#requests = requests
    this.#adversity = adversity
  }

  /** @param check checks the page after each mishap. */
  async happen(kind: Step['kind'], expected: Expected, check: () => Promise<void>): Promise<void> {
    const { page, path, clock } = this.#parts
    const scene: Scene = {
      page,
      path,
      expected,
      isSubmitted: this.#requests.isExpecting && kind === 'action',
      skip: (ms) => clock.skip(ms),
    }
    for (const { name, happen } of mishapsFor(this.#adversity, scene)) {
      const key = `${name} on “${expected.route}”`
      if (this.#done.has(key)) continue
      try {
        if ((await happen(scene)) === false) continue
        this.#done.add(key)
        await check()
      } catch (cause) {
        throw new Error(`after ${key}: ${(cause as Error).message}`, { cause })
      }
    }
  }
}
