/** What may be shown of a value: JSON, with `[hidden]` and `[secret]` in place of the rest. */
export type Shown =
  | string
  | number
  | boolean
  | null
  | readonly Shown[]
  | { readonly [key: string]: Shown }

/** The lanes of the timeline: who causes an event. */
export type Lane = 'user' | 'machine' | 'cognito' | 'storage' | 'tabs'

/** A state that would have taken an ignored event. */
export interface Candidate {
  /** The path of the state; empty for the root. */
  readonly source: string
  readonly target: string | null
  readonly guard: string | null
  /** The chart was in this state: then it is the guard that said no. */
  readonly isActive: boolean
}

/** What happened, by kind. */
export type Happening =
  /** The inspector starts, or the trace was paused: earlier events are unknown. */
  | {
      readonly type: 'attached'
      readonly leaf: string
      readonly context: Shown
      readonly actors: readonly string[]
    }
  | {
      readonly type: 'event'
      readonly name: string
      /** The child actor that sent it; `null` for the user. */
      readonly source: string | null
      /** The child actor it was sent to; `null` for the chart. */
      readonly target: string | null
      readonly payload: Shown
    }
  | {
      readonly type: 'ignored'
      readonly name: string
      readonly leaf: string
      readonly candidates: readonly Candidate[]
      /** The `id` of the last event, where that was of the same name and was taken: a double click. */
      readonly repeats: number | null
    }
  | {
      readonly type: 'transition'
      readonly event: string
      readonly from: string
      readonly to: string
      /** The state whose transition was taken; empty for the root. */
      readonly source: string
      /** Which of the transitions that this state has for the event, from 0. */
      readonly branch: number
      readonly guard: string | null
    }
  | {
      readonly type: 'context'
      readonly changes: Readonly<Record<string, { readonly before: Shown; readonly after: Shown }>>
    }
  | { readonly type: 'actor.started'; readonly actor: string; readonly input: Shown }
  | {
      readonly type: 'actor.done'
      readonly actor: string
      /** What kind of answer, where there are several: `signedIn`, `challenge`. */
      readonly outcome: string | null
      readonly output: Shown
      readonly ms: number | null
    }
  | {
      readonly type: 'actor.failed'
      readonly actor: string
      readonly code: string
      readonly failure: Shown
      readonly ms: number | null
    }
  /** Its state was left before it was through. */
  | { readonly type: 'actor.stopped'; readonly actor: string; readonly ms: number | null }
  | { readonly type: 'timer.started'; readonly name: string; readonly delayMs: number }
  | { readonly type: 'timer.fired' | 'timer.cancelled'; readonly name: string }
  /** Emitted to listeners (`auth.on(…)`). */
  | { readonly type: 'emitted'; readonly name: string; readonly payload: Shown }
  | {
      readonly type: 'request'
      /** Links a request and its answer. */
      readonly request: number
      readonly operation: string
      /** `AuthFlow`, or the `ChallengeName` that is answered. */
      readonly variant: string | null
      readonly bytes: number
    }
  | {
      readonly type: 'answer'
      readonly request: number
      readonly operation: string
      /** HTTP status; `null` without a response. */
      readonly status: number | null
      /** `__type` of an error, or the name of the error of `fetch`. */
      readonly errorType: string | null
      readonly challengeName: string | null
      readonly requestId: string | null
      readonly latencyMs: number
      readonly bytes: number
      /** Whether the inspector gave the answer, and not the service. */
      readonly isInjected: boolean
    }
  | {
      readonly type: 'storage'
      readonly change: 'set' | 'removed' | 'cleared'
      readonly key: string | null
      /** Characters. */
      readonly size: number
      readonly area: string
      readonly isElsewhere: boolean
    }
  | {
      readonly type: 'tab'
      readonly direction: 'sent' | 'received'
      readonly message: 'changed' | 'ended' | 'clockDrift'
      readonly code: string | null
    }
  /** The inspector itself has failed; the app has not noticed. */
  | { readonly type: 'inspectorFailed'; readonly error: string }

/** One line of the trace: frozen, JSON, free of secrets. */
export type TraceEvent = {
  /** Strictly ascending. */
  readonly id: number
  /** Epoch ms. */
  readonly at: number
  readonly lane: Lane
} & Happening

/** Writes a line into the trace, and gives its `id`. */
export type Recorder = (lane: Lane, happening: Happening) => number
