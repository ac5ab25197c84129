import type { Outcome } from '../../catalogue/outcome.ts'
import { lookingTwiceMs, type OtherTab } from './other-tab.ts'
import type { PageParts } from './page-parts.ts'

interface ExternalEvent {
  readonly type: string
  readonly failure?: { readonly code: string; readonly message: string }
}

/** Makes external events happen: changes by another tab, a refresh that fails, a read of the account. */
export class ExternalEvents {
  readonly #parts: PageParts
  readonly #tab: OtherTab

  constructor(parts: PageParts, tab: OtherTab) {
    this.#parts = parts
    this.#tab = tab
  }

  /** @param read what the page will find in its storage. */
  async apply(event: ExternalEvent, read: Outcome | undefined): Promise<void> {
    const { stored, actions } = this.#parts
    switch (event.type) {
      case 'session.found':
        // The screen may look the same: there is nothing else to wait for.
        return this.#tab.store(stored.ofAnother(read), lookingTwiceMs)
      case 'session.ended':
        stored.end()
        return this.#tab.clear(event.failure)
      case 'session.refreshed':
        return this.#tab.store(stored.renewed())
      case 'session.refreshFailed':
        return this.#failToRefresh()
      default:
        return actions.act('signedIn.load', {})
    }
  }

  close(): Promise<void> {
    return this.#tab.close()
  }

  /** The refresh of due tokens gets no response; then another tab stores new ones. */
  async #failToRefresh(): Promise<void> {
    const { cognito, screens, stored } = this.#parts
    const operation = 'GetTokensFromRefreshToken'
    const before = cognito.log.length
    cognito.interject({ operation, kind: 'drop' })
    await this.#tab.store(stored.due())
    await screens.until(() =>
      cognito.log.includes(operation, before) ? undefined : 'tokens that are due are not refreshed',
    )
    await this.#tab.store(stored.renewed())
  }
}
