import type { Auth } from '@authchart/machine'
import layout from '../chart/auth-layout.gen.json' with { type: 'json' }
import { liveSource, mountPanel } from '../panel/index.ts'
import type { ChartLayout } from '../pictures/layout.ts'
import { type FetchTap, tapFetch } from './fetch-tap.ts'
import { knownSecrets } from './known-secrets.ts'
import { redactor } from './redactor.ts'
import { ringBuffer, type Trace } from './ring-buffer.ts'
import { type SelfCheck, selfCheck } from './self-check.ts'
import { tapStorage } from './storage-tap.ts'
import { tapTabs } from './tab-tap.ts'
import { traceActor } from './xstate-inspection.ts'

export interface InspectOptions {
  /** How many events are kept. 1000 unless told. */
  readonly capacity?: number | undefined
  /** Of hosted UIs with a domain of their own, e.g. `https://login.example.com`. */
  readonly hostedUiOrigins?: readonly string[] | undefined
  /** `userPoolClientId`: with it, what other tabs say is heard. */
  readonly clientId?: string | undefined
}

/** A look into a running `auth`. */
export interface Inspector {
  readonly auth: Auth
  /** All that happens, without secrets. */
  readonly trace: Trace
  /** The requests to Cognito that go through `globalThis.fetch`. */
  readonly requests: FetchTap
  /** Whether anything stands in the trace that must not. */
  selfCheck(): SelfCheck
  /** The trace as JSON: for a file, and for `trace.importJson`. */
  exportSession(): string
  /** Puts the panel into a page: `<authchart-inspector>`, a button at the lower right that opens it. */
  mount(parent: Element): void
  /** Takes the panel out of the page again. What happens is written down all the same. */
  unmount(): void
  /** Looks away, for good: everything that was replaced is put back. The trace stays. */
  stop(): void
}

/** Begins to write down what happens in `auth`. For development: see the production entry. */
export function inspectAuth(auth: Auth, options: InspectOptions = {}): Inspector {
  const trace = ringBuffer(options.capacity)
  const secrets = knownSecrets()
  const tools = {
    record: trace.record,
    redactor: redactor(secrets),
    secrets,
    now: () => performance.now(),
  }
  const requests = tapFetch({ ...tools, origins: options.hostedUiOrigins })
  const stops = [
    () => requests.uninstall(),
    tapStorage(tools),
    tapTabs(tools, options.clientId),
    traceActor(auth, tools),
  ]
  let unmount = () => {}
  const inspector: Inspector = {
    auth,
    trace,
    requests,
    selfCheck: () => selfCheck(trace.events(), secrets),
    exportSession: () => trace.exportJson(),
    mount(parent) {
      unmount()
      unmount = mountPanel(parent, liveSource(inspector, layout as unknown as ChartLayout))
    },
    unmount() {
      unmount()
      unmount = () => {}
    },
    stop() {
      inspector.unmount()
      for (const stop of stops.splice(0)) stop()
    },
  }
  return inspector
}
