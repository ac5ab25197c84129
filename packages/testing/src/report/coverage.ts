import type { Aim } from '../plan/criterion.ts'
import type { Missed } from '../plan/missed.ts'
import type { WalkFailure } from './walk-result.ts'

/** What has become of something that walks can reach. */
export type Status =
  /** Reached, and right each time. */
  | 'walked'
  /** Reached, and at least once not as the chart says. */
  | 'failed'
  /** A walk was planned to reach it, but failed before or did not run. */
  | 'planned'
  /** No planned walk reaches it. */
  | 'missed'

/** How often something was to be reached, and was. */
export interface Row {
  readonly name: string
  readonly planned: number
  readonly walked: number
  readonly failed: number
  /** Why no planned walk reaches it, if none does. */
  readonly why?: string
}

/** A transition of the chart, as the criterion `transitions` counts them. */
export interface TransitionRow extends Row {
  /** Leaves. */
  readonly from: string
  readonly to: string
  /** The first step that takes it, e.g. `signIn: SMS_MFA` … */
  readonly label: string
  /** … and how many others do. */
  readonly alike: number
}

/** A walk of a plan, and how it ended. */
export interface SessionRow {
  readonly criterion: Aim
  readonly title: string
  readonly start: string
  /** Labels. */
  readonly steps: readonly string[]
  readonly status: 'passed' | 'failed' | 'not run'
  /** How long it took, in ms; 0 where it did not run. */
  readonly ms: number
  readonly failure?: WalkFailure
}

/** The goals of a plan, and those that it left out. */
export interface PlanRow {
  readonly criterion: Aim
  readonly goals: number
  readonly covered: number
  readonly missed: readonly Missed[]
}

/** What the walks of one or more plans have reached: plain data, to be stored as JSON. */
export interface Coverage {
  readonly plans: readonly PlanRow[]
  readonly leaves: readonly Row[]
  readonly transitions: readonly TransitionRow[]
  readonly outcomes: readonly Row[]
  readonly sessions: readonly SessionRow[]
}

export function statusOf({ planned, walked, failed }: Row): Status {
  if (failed > 0) return 'failed'
  if (walked > 0) return 'walked'
  return planned > 0 ? 'planned' : 'missed'
}

/** Why something was not reached, where it was not. */
export function whyNot(row: Row): string | undefined {
  if (row.walked > 0) return undefined
  if (row.failed > 0) return 'a walk failed right there'
  return row.why ?? 'the walks that come by failed before, or did not run'
}

/** What was reached and was right at least once. */
export interface Share {
  readonly reached: number
  readonly of: number
  /** Rounded down to a tenth: 100 only where nothing is missing, 0 where there is nothing. */
  readonly percent: number
}

export function shareOf(rows: readonly Row[]): Share {
  const reached = rows.filter(({ walked }) => walked > 0).length
  const percent = rows.length === 0 ? 0 : Math.floor((reached / rows.length) * 1000) / 10
  return { reached, of: rows.length, percent }
}
