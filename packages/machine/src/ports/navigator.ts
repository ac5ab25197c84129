import type { RequestOptions } from './request-options.ts'

/** The way to pages outside of the app, and back. */
export interface Navigator {
  /** The address of the page that runs now; `undefined` where there is none (a server, an app). */
  address(): string | undefined
  /** Shows another address for the same page, in its history as well. */
  replace(address: string): void
  /**
   * Opens a page that leads back to `returnTo`. Resolves with the whole address that led back where
   * the app goes on meanwhile (a popup, React Native), and with `undefined` when the user came back
   * without one. A page that is left does not see it settle: it is loaded anew.
   */
  open(url: string, options: RequestOptions & { returnTo: string }): Promise<string | undefined>
}
