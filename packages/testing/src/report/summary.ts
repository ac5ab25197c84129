import { type Coverage, type Row, type SessionRow, shareOf, whyNot } from './coverage.ts'

const kinds = ['leaves', 'transitions', 'outcomes'] as const

export type RowKind = (typeof kinds)[number]

/** What every report begins with. */
export interface Summary {
  readonly passed: number
  readonly failed: number
  readonly notRun: number
  /** That were taken, and were right. */
  readonly steps: number
  readonly ms: number
  readonly shares: readonly (readonly [
    what: RowKind,
    reached: number,
    of: number,
    percent: string,
  ])[]
}

export function summaryOf(coverage: Coverage): Summary {
  const { sessions } = coverage
  const count = (wanted: string) => sessions.filter(({ status }) => status === wanted).length
  return {
    passed: count('passed'),
    failed: count('failed'),
    notRun: count('not run'),
    steps: sessions.reduce((sum, session) => sum + rightSteps(session), 0),
    ms: sessions.reduce((sum, { ms }) => sum + ms, 0),
    shares: kinds.map((what) => {
      const { reached, of, percent } = shareOf(coverage[what])
      return [what, reached, of, `${percent} %`] as const
    }),
  }
}

function rightSteps({ status, steps, failure }: SessionRow): number {
  if (status === 'not run') return 0
  return failure ? Math.max(0, failure.index) : steps.length
}

/** `12 of 14 walks passed, 1 failed, 1 did not run: 412 steps, 3.2 s`. */
export function sentenceOf(coverage: Coverage): string {
  const { passed, failed, notRun, steps, ms } = summaryOf(coverage)
  const others = [failed > 0 && `${failed} failed`, notRun > 0 && `${notRun} did not run`]
  const sessions = [`${passed} of ${coverage.sessions.length} walks passed`, ...others]
  return `${sessions.filter(Boolean).join(', ')}: ${steps} steps, ${seconds(ms)}`
}

/**
 * Why a run is not enough, a text each; empty where all is well.
 *
 * @param isPartial whether walks may be left out: of other shards, or for lack of time.
 */
export function shortcomingsOf(coverage: Coverage, isPartial: boolean): readonly string[] {
  const { passed, failed, notRun } = summaryOf(coverage)
  if (passed + failed === 0) return ['No walk ran.']
  const of = `of ${coverage.sessions.length} walks`
  return [
    ...(failed > 0 ? [`${failed} ${of} failed.`] : []),
    ...(notRun > 0 && !isPartial
      ? [`${notRun} ${of} did not run; if that is on purpose: --partial.`]
      : []),
  ]
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}

/** What was not reached, by the reason. */
export function notReached(rows: readonly Row[]): ReadonlyMap<string, readonly string[]> {
  const grouped = new Map<string, string[]>()
  for (const row of rows) {
    const why = whyNot(row)
    if (why === undefined) continue
    const names = grouped.get(why) ?? []
    names.push(row.name)
    grouped.set(why, names)
  }
  return grouped
}

/** The kinds of rows that a plan covers: rows of other kinds are not missed. */
export function plannedKinds({ plans }: Coverage): readonly RowKind[] {
  const requested = plans.map(({ criterion }) => kindOf[criterion])
  return kinds.filter((kind) => requested.includes(kind))
}

/** The journeys that no walk takes, each with its reason: `signs out everywhere: …`. */
export function missedJourneys({ plans }: Coverage): readonly string[] {
  return plans
    .filter(({ criterion }) => criterion === 'journeys')
    .flatMap(({ missed }) => missed.map(({ goal, why }) => `${goal}: ${why}`))
}

const kindOf = {
  states: 'leaves',
  transitions: 'transitions',
  outcomes: 'outcomes',
  pairs: 'transitions',
  journeys: undefined,
} as const
