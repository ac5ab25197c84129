import type { AnyStep } from '@authchart/machine'
import type { AuthSnapshot } from '@authchart/machine/xstate'
import type { Preview } from '../app-ui/preview.ts'
import type { Screens } from '../app-ui/screens.ts'
import type { ChartGraph } from '../chart-graph/chart-graph.ts'
import type { PendingRequest } from '../fetch/open-request.ts'
import type { SelfCheck } from '../redaction/self-check.ts'
import type { Trace } from '../trace/ring-buffer.ts'
import type { Shown, TraceEvent } from '../trace/trace-event.ts'
import type { Visits } from '../trace/visits.ts'
import type { FormFacts } from './form-facts.ts'

/**
 * What the panel shows: a live inspector, an imported trace, or one that runs elsewhere. All of it is
 * JSON without secrets. What cannot be done from here is left out, and its control is not there.
 */
export interface PanelSource {
  /** Distinguishes it from others in the same page: the id of its user pool client. */
  readonly name?: string
  readonly trace: Trace
  readonly graph: ChartGraph
  /** The steps of the app's own; absent where the chart runs elsewhere. */
  readonly steps?: readonly AnyStep[]
  /** The active leaf: `signIn.editing`. */
  leaf(): string
  view(): ScreenFacts
  /** What the user may send now. */
  legal(): readonly LegalEvent[]
  /** The form of the screen, where the chart runs in this page; `undefined` until what makes it is loaded. */
  form?(): FormFacts | undefined
  /** The request that the chart waits for; `undefined` while it waits for the user. */
  pending(): PendingActor | undefined
  session(): SessionFacts
  selfCheck(): SelfCheck
  /** The session is over or ran elsewhere: its secrets are not known here. */
  readonly isRecorded?: true
  /** Sends an event with plain values; the implementation wraps the secret ones. */
  send?(event: PlainEvent): void
  /** Ends the pending request in a way of the catalogue, by its name. */
  answer?(outcome: string): void
  /** Looks for a way to a leaf. Rejects where there is none, in words. */
  journey?(leaf: string): Promise<Journey>
  readonly requests?: RequestControls
  /** How often this session came by; counted from the trace where that is missing. */
  readonly visits?: Visits
  /** What the page showed. */
  readonly screens?: Screens
  /** Does something to the session, and says what has come of it. Rejects where that is bad, in words. */
  sessionVerb?(verb: SessionVerb): Promise<string>
  /** The events up to the selected moment; absent if that is the present. */
  events?(): readonly TraceEvent[]
  /** The UI of the app, to show a snapshot in it; where it runs in this page. */
  readonly preview?: Preview
  /** The chart after a step, by the `id` of its event, as long as that is stored. */
  snapshotAfter?(step: number): AuthSnapshot | undefined
  /** What it remembered then, as it may be seen. */
  rememberedAfter?(step: number): ScreenFacts['context'] | undefined
  /** Shows the moment of an event, by its `id`. */
  showMoment?(event: number): void
  /** Calls back after each change that is not in the trace. */
  subscribe?(listener: () => void): () => void
}

/** The pending requests to Cognito, and controls to pause and end them. */
export interface RequestControls {
  /** Without an answer so far, oldest first. */
  readonly pending: readonly PendingRequest[]
  /** Whether the next requests are paused. */
  isPausing: boolean
  /** How much later each is sent, in ms. */
  delayMs: number
  /** Sends a paused request. */
  release(request: number): void
  /** How requests of an operation may end. */
  endings(operation: string): Promise<readonly OutcomeChoice[]>
  /** Ends one in such a way, by its name. */
  end(request: number, ending: string): void
}

/**
 * - `refresh`: requests new tokens;
 * - `expire`: the tokens count as expired, and are requested again at once;
 * - `end`: a refresh is rejected as revoked;
 * - `expireChallenge`: the next answer to it is rejected as too late.
 */
export type SessionVerb = 'refresh' | 'expire' | 'end' | 'expireChallenge'

/** A path through the chart by events of the user and example responses. */
export interface Journey {
  /** A leaf. */
  readonly to: string
  /** Empty if the app is already there. */
  readonly steps: readonly JourneyStep[]
  /** Takes the path; `onStep` gets the number of steps done. Rejects with a message if it stops early. */
  go(onStep: (done: number) => void): Promise<void>
}

export interface JourneyStep {
  /** `signIn.submit`, `signIn answers SMS_MFA`. */
  readonly label: string
  /** The leaf it leads to. */
  readonly to: string
  /** An answer that is given in the place of the service. */
  readonly isAnswer: boolean
}

export interface ScreenFacts {
  readonly route: string
  /** What the chart remembers. */
  readonly context: Readonly<Record<string, Shown>>
}

export interface LegalEvent {
  readonly type: string
  /** The target states; `null` for the same state. Several if they depend on the payload. */
  readonly targets: readonly (string | null)[]
  readonly guard: string | null
  /** Its guard lets it pass now. */
  readonly isAllowed: boolean
  /** The form fields; absent if the event cannot be typed. */
  readonly fields?: readonly Field[]
  /** It cannot be taken back: what one says yes to first. */
  readonly confirm?: string
  /** It takes a secret, which is typed in the app and not from here. */
  readonly isTypedInApp?: boolean
}

export interface Field {
  /** `preference.SMS`: the path of a value in the payload. */
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
  /** Epoch ms; absent if it started before the inspection. */
  readonly since?: number
  /** Its possible outcomes; empty until they are loaded. */
  readonly outcomes: readonly OutcomeChoice[]
}

export interface OutcomeChoice {
  /** Unique for the actor. */
  readonly name: string
  readonly isRejection: boolean
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
  /** From the access token. */
  readonly issuedAt?: number
  readonly expiresAt?: number
  /** When it is refreshed without a request of the app; absent if it cannot be refreshed. */
  readonly refreshAt?: number
  readonly claims?: { readonly access: TokenClaims; readonly id: TokenClaims }
  readonly challenge?: { readonly type: string; readonly issuedAt: number }
}

/** What a token says. Never the token. */
export interface TokenClaims {
  /** By name: of whom, for whom, when, which groups. */
  readonly shown: Readonly<Record<string, Shown>>
  /** How many more it has, that are not shown. */
  readonly others: number
}
