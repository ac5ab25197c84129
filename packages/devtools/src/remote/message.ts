import type { ChartGraph } from '../chart-graph/chart-graph.ts'
import type { SelfCheck } from '../redaction/self-check.ts'
import type {
  LegalEvent,
  PendingActor,
  PlainEvent,
  ScreenFacts,
  SessionFacts,
} from '../source/panel-source.ts'
import type { TraceEvent } from '../trace/trace-event.ts'

/** How things are in an app: what its panel would ask for. */
export interface RemoteState {
  readonly leaf: string
  readonly view: ScreenFacts
  readonly legal: readonly LegalEvent[]
  readonly pending: PendingActor | null
  readonly session: SessionFacts
  readonly selfCheck: SelfCheck
}

/** An app introduces itself: what does not change while it runs. */
export interface Hello {
  readonly type: 'hello'
  readonly app: string
  /** Of the app, for people: `localhost:5173`. */
  readonly name: string
  /** Epoch ms. */
  readonly startedAt: number
  readonly capacity: number
  readonly graph: ChartGraph
}

/**
 * What is said over a channel: JSON, free of secrets. `app` is a name made up anew each time an app
 * starts. Apps say the first four; pages ask with `watch`, of one app or of all.
 */
export type Message =
  | Hello
  | { readonly type: 'state'; readonly app: string; readonly state: RemoteState }
  | {
      readonly type: 'events'
      readonly app: string
      readonly events: readonly TraceEvent[]
      /** All that are kept, in the place of what came before. */
      readonly isWhole: boolean
      readonly dropped: number
    }
  | { readonly type: 'bye'; readonly app: string }
  | { readonly type: 'watch'; readonly app: string | null }
  | { readonly type: 'send'; readonly app: string; readonly event: PlainEvent }
  | { readonly type: 'answer'; readonly app: string; readonly outcome: string }
