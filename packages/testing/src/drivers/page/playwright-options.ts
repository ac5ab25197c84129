import type { Page } from '@playwright/test'
import type { Ui } from '../../contract/define-ui.ts'
import type { Adversity } from './adversity.ts'
import type { StepAddresses } from './step-requests.ts'

export interface PlaywrightOptions {
  /** The contract of the UI: see `defineUi`. */
  readonly ui: Ui<Page>
  /** What the app is configured with, in any shape that `createAuth` takes. */
  readonly config: unknown
  /** Where the app is, relative to Playwright's `baseURL`; by default `/`. */
  readonly path?: string
  /**
   * Walks use passkeys, by a virtual authenticator of Chromium. The app has to be at `localhost`, or at a domain with
   * HTTPS. Without it, and in other browsers, the steps that need an authenticator are left out.
   */
  readonly authenticator?: boolean
  /** Mishaps to weave in, each the first time that a walk is at rest on a screen. */
  readonly adversity?: readonly Adversity[]
  /** Longer than any screen takes to appear, in ms; by default 8 000. */
  readonly patienceMs?: number
  /** The requests of the app's own steps, `by action, e.g. `/api/terms` for `acceptTerms.accept`: walks decide how they end. */
  readonly stepRequests?: StepAddresses
}

export const playwrightOptions = [
  'ui',
  'config',
  'path',
  'authenticator',
  'adversity',
  'patienceMs',
  'stepRequests',
]
