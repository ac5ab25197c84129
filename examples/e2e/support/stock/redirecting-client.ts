import type { SandboxConfig } from '@authchart/sandbox'
import type { StockSession } from './stock-client.ts'

/** A user pool and the domain of its hosted UI, which Amplify opens over `https` only. */
export interface RedirectingConfig extends SandboxConfig {
  readonly domain: string
}

/** What can be done in a page in which only a library of AWS runs, that leaves it for the hosted UI. */
export interface RedirectingClient {
  signIn(provider?: 'Google', customState?: string): Promise<void>
  /** The events that the library has emitted since the page was loaded. */
  events(): readonly string[]
  find(): Promise<StockSession>
  signOut(): Promise<void>
}

declare global {
  interface Window {
    redirectingConfig: RedirectingConfig
    /** Once its script has run. */
    redirecting: RedirectingClient
  }
}
