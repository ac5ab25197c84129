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

/** The state of an app, as its panel shows it. */
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
  /** The name of the app, for users: `localhost:5173`. */
  readonly name: string
  /** Epoch ms. */
  readonly startedAt: number
  readonly capacity: number
  readonly graph: ChartGraph
}

/**
 * The messages of a channel: JSON, free of secrets. `app` is a random name, new at each start of an app.
 * Apps send the first four; pages request them with `watch`, from one app or from all.
 */
export type Message =
  | Hello
  | { readonly type: 'state'; readonly app: string; readonly state: RemoteState }
  | {
      readonly type: 'events'
      readonly app: string
      readonly events: readonly TraceEvent[]
      /** All stored events, in place of the earlier ones. */
      readonly isWhole: boolean
      readonly dropped: number
    }
  | { readonly type: 'bye'; readonly app: string }
  | { readonly type: 'watch'; readonly app: string | null }
  | { readonly type: 'send'; readonly app: string; readonly event: PlainEvent }
  | { readonly type: 'answer'; readonly app: string; readonly outcome: string }
