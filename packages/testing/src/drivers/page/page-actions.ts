import type { Page } from '@playwright/test'
import type { ActionType, Ui } from '../../contract/define-ui.ts'
import { typedFor } from '../../contract/reveal.ts'

/** Does what the contract describes. */
export class PageActions {
  readonly #page: Page
  readonly #ui: Ui<Page>
  #given: readonly string[] = []

  constructor(page: Page, ui: Ui<Page>) {
    this.#page = page
    this.#ui = ui
  }

  async act(type: ActionType, event: object): Promise<void> {
    const { type: _type, ...payload } = event as { readonly type?: string }
    this.#given = Object.keys(payload)
    const act = this.#ui.actions[type] as (page: Page, payload: unknown) => unknown
    try {
      await act(this.#page, typedFor({ ...payload, type }))
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw new Error(`actions['${type}'] of the contract failed: ${reason}`, { cause })
    }
  }

  /** Advice for a request that the last action has not sent; empty if it was given nothing. */
  get remedy(): string {
    return this.#given.length > 0
      ? `\nThe last action was given ${this.#given.join(', ')}: take all of it to the page; if your UI has no field for it, exclude the step in cannotTake of the contract.`
      : ''
  }
}
