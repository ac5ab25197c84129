import type { AnyAuth } from '@authchart/machine'
import type { AuthSnapshot } from '@authchart/machine/xstate'
import type { Preview } from '../app-ui/preview.ts'
import type { Screens } from '../app-ui/screens.ts'
import type { FetchTap } from '../fetch/fetch-tap.ts'
import type { Redactor } from '../redaction/redactor.ts'
import type { SelfCheck } from '../redaction/self-check.ts'
import type { Trace } from './ring-buffer.ts'
import type { Visits } from './visits.ts'

export interface InspectOptions {
  /** How many events the trace stores. Default: 1000. */
  readonly capacity?: number | undefined
  /** Origins of hosted UIs with a custom domain, e.g. `https://login.example.com`. */
  readonly hostedUiOrigins?: readonly string[] | undefined
  /** `userPoolClientId`: with it, what other tabs say is heard. */
  readonly clientId?: string | undefined
  /**
   * Shows it in the standalone page as well: the address of its server (`ws://127.0.0.1:4900`), or
   * `broadcast` for a page of the same origin.
   */
  readonly connect?: string | undefined
}

/** A look into a running `auth`. */
export interface Inspector {
  readonly auth: AnyAuth
  /** The given id: it names the panel if the page has several. */
  readonly clientId?: string | undefined
  /** All that happens, without secrets. */
  readonly trace: Trace
  /** The requests to Cognito: those through the app's own `fetch`, or else through `globalThis.fetch`. */
  readonly requests: FetchTap
  /** Shows any snapshot in the app's own UI, while the actor continues. */
  readonly preview: Preview
  /** The chart after a step; `step` is the `id` of its event in the trace. Stored as long as that event. */
  snapshotAfter(step: number): AuthSnapshot | undefined
  /** How often this session came by each state and transition, beyond what the trace keeps. */
  readonly visits: Visits
  /** What the page showed for the routes of this session. */
  readonly screens: Screens
  /** Hides secrets in a value: it knows those that went through `auth`. For any text that is shown. */
  readonly redactor: Redactor
  /** Whether the trace contains a secret. */
  selfCheck(): SelfCheck
  /** The trace as JSON: for a file, and for `trace.importJson`. */
  exportSession(): string
  /**
   * Puts the panel into a page, by default at the end of its body: `<authchart-inspector>`, a button at
   * the lower right that opens it. Without a page it does nothing.
   */
  mount(parent?: Element): void
  /** Takes the panel out of the page again. What happens is written down all the same. */
  unmount(): void
  /**
   * Looks away, for good: everything that was replaced is put back, as by `auth.stop()`. Takes the panel
   * out as well. The trace stays.
   */
  stop(): void
}
