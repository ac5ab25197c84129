import { type Coverage, type Row, shareOf, whyNot } from './coverage.ts'

/** What has to be reached at least, each in percent of the reachable goals: see the reasons of the coverage. */
export interface Thresholds {
  readonly leaves?: number
  readonly transitions?: number
  readonly outcomes?: number
}

const shown = 5

/**
 * What is below its threshold, a text each with the first that are missing; empty where all is well.
 * If nothing is reachable, every threshold fails: there is something wrong with the plan.
 */
export function belowThresholds(coverage: Coverage, wanted: Thresholds): readonly string[] {
  const impossible = new Set(coverage.plans.flatMap(({ missed }) => missed.map(({ goal }) => goal)))
  return (['leaves', 'transitions', 'outcomes'] as const).flatMap((what) => {
    const least = wanted[what]
    const rows = coverage[what].filter(({ name }: Row) => !impossible.has(name))
    const { reached, of, percent } = shareOf(rows)
    if (least === undefined) return []
    if (of === 0) return [`There are no ${what} that could be walked, ${least} % wanted.`]
    if (percent >= least) return []
    const open = rows.filter(({ walked }) => walked === 0)
    const listed = open.slice(0, shown).map((row) => `\n  ${row.name} (${whyNot(row)})`)
    const more = open.length > shown ? `\n  and ${open.length - shown} more` : ''
    const walked = `${percent} % of the ${what} walked (${reached} of ${of}), ${least} % wanted.`
    return [`${walked} Not walked:${listed.join('')}${more}`]
  })
}
