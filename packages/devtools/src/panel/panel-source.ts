import type { ChartGraph } from '../chart/chart-graph.ts'
import type { ChartLayout } from '../pictures/layout.ts'
import type { Trace } from '../trace/ring-buffer.ts'
import type { SelfCheck } from '../trace/self-check.ts'
import type { Shown } from '../trace/trace-event.ts'

/**
 * What the panel shows: a live inspector, an imported trace, or one that runs elsewhere. All of it is
 * JSON without secrets. What cannot be done from here is left out, and its control is not there.
 */
export interface PanelSource {
  readonly trace: Trace
  readonly graph: ChartGraph
  readonly layout: ChartLayout
  /** The active leaf: `signIn.editing`. */
  leaf(): string
  view(): ScreenFacts
  /** What the user may send now. */
  legal(): readonly LegalEvent[]
  /** The request that the chart waits for; `undefined` while it waits for the user. */
  pending(): PendingActor | undefined
  session(): SessionFacts
  selfCheck(): SelfCheck
  /** Sends an event with plain values; whoever implements it hides the secret ones. */
  send?(event: PlainEvent): void
  /** Ends the pending request in a way of the catalogue, by its name. */
  answer?(outcome: string): void
  /** Calls back when anything has changed of which the trace does not tell. */
  subscribe?(listener: () => void): () => void
}

export interface ScreenFacts {
  readonly route: string
  /** What the chart remembers. */
  readonly context: Readonly<Record<string, Shown>>
}

export interface LegalEvent {
  readonly type: string
  /** Where it leads; `null` where one stays. */
  readonly target: string | null
  readonly guard: string | null
  /** Its guard lets it pass now. */
  readonly isAllowed: boolean
  /** What it takes; absent where it cannot be typed. */
  readonly fields?: readonly Field[]
}

export interface Field {
  readonly name: string
  readonly kind: FieldKind
  readonly isOptional: boolean
}

/** `list`: texts with commas between. `pairs`: `name=value` with commas between. */
export type FieldKind = 'text' | 'secret' | 'flag' | 'list' | 'pairs' | readonly string[]

export type FieldValue = string | boolean | readonly string[] | Readonly<Record<string, string>>

export interface PlainEvent {
  readonly type: string
  readonly [field: string]: FieldValue
}

export interface PendingActor {
  readonly actor: string
  /** Epoch ms; absent where it ran before anybody looked. */
  readonly since?: number
  /** Ways in which it may end; empty until they are loaded. */
  readonly outcomes: readonly OutcomeChoice[]
}

export interface OutcomeChoice {
  /** Unique for the actor. */
  readonly name: string
  readonly isRefusal: boolean
}

/** Times in epoch ms. */
export interface SessionFacts {
  readonly user?: {
    readonly username: string
    readonly userId: string
    readonly kind: string
    readonly groups: readonly string[]
    readonly provider?: string
  }
  /** Of the access token. */
  readonly issuedAt?: number
  readonly expiresAt?: number
  /** When it is refreshed, at the earliest. */
  readonly refreshAt?: number
  readonly challenge?: { readonly type: string; readonly askedAt: number }
}
