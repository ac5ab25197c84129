import type { RequestOptions } from './request-options.ts'

/** Opens pages outside of the app, and reads the address that they return to. */
export interface Navigator {
  /** The address of the page that runs now; `undefined` where there is none (a server, an app). */
  address(): string | undefined
  /** Replaces the address of the page, in its history as well. */
  replace(address: string): void
  /**
   * Opens a page that redirects to `returnTo`. When the app goes on meanwhile (a popup, React Native),
   * resolves with the whole address of that redirect, or with `undefined` when the user closes the
   * page without one. In a page that the redirect replaces, the promise does not settle.
   */
  open(url: string, options: RequestOptions & { returnTo: string }): Promise<string | undefined>
}
