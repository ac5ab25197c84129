import type { Coverage } from '@authchart/testing'
import type { ChartGraph } from '../../chart-graph/chart-graph.ts'
import { flowOf } from '../../chart-rendering/drawn-graph.ts'
import { keyOfTransition, type Visits } from '../../trace/visits.ts'

/** How often something was taken, and what has become of it. */
export interface HeatRow {
  /** In words: a leaf, or what happens. */
  readonly name: string
  /** Leaves; of a leaf itself. */
  readonly from: string
  /** Absent for a leaf, and for a transition that stays in its state. */
  readonly to?: string
  readonly count: number
  readonly status: 'taken' | 'failed' | 'missed'
  /** Why it was not taken, if that is known. */
  readonly why?: string
}

/** What is shown hot: of this session, or of generated walks. */
export interface Heat {
  readonly leaves: readonly HeatRow[]
  readonly transitions: readonly HeatRow[]
  /** How often each arrow of the drawing was taken, by its id. */
  readonly arrows: ReadonlyMap<string, number>
}

/** How often this very session came by. */
export function sessionHeat({ nodes, edges }: ChartGraph, visits: Visits): Heat {
  const numbers = new Map<string, number>()
  const transitions = edges.map(({ source, target, label, guard }): HeatRow => {
    const same = `${source} ${label}`
    const branch = numbers.get(same) ?? 0
    numbers.set(same, branch + 1)
    const count = visits.transitions.get(keyOfTransition(source, label, branch)) ?? 0
    const name = guard ? `${label} if ${guard}` : label
    return { name, from: source, ...(target !== undefined && { to: target }), ...counted(count) }
  })
  const leaves = nodes
    .filter(({ id, initial }) => id !== '' && initial === undefined)
    .map(({ id }) => ({ name: id, from: id, ...counted(visits.leaves.get(id) ?? 0) }))
  return { leaves, transitions, arrows: arrowsOf(transitions) }
}

const counted = (count: number) => ({ count, status: count > 0 ? 'taken' : 'missed' }) as const

/** What generated walks have reached. */
export function coverageHeat({ leaves, transitions }: Coverage): Heat {
  const taken = transitions.map(
    ({ label, alike, from, to, ...row }): HeatRow => ({
      name: alike > 0 ? `${label} and ${alike} alike` : label,
      from,
      to,
      ...judged(row),
    }),
  )
  return {
    leaves: leaves.map((row) => ({ name: row.name, from: row.name, ...judged(row) })),
    transitions: taken,
    arrows: arrowsOf(taken),
  }
}

type Row = Coverage['leaves'][number]

function judged({ walked, failed, why }: Pick<Row, 'walked' | 'failed' | 'why'>) {
  if (failed > 0) {
    const right = walked > 0 ? `, ${walked}× right` : ''
    return { count: walked, status: 'failed', why: `${failed} failed${right}` } as const
  }
  if (walked > 0) return { count: walked, status: 'taken' } as const
  const reason = why ?? 'the sessions that come by failed before, or did not run'
  return { count: 0, status: 'missed', why: reason } as const
}

/** As arrows are drawn: within a flow from state to state, else from flow to flow. */
function arrowsOf(rows: readonly HeatRow[]): ReadonlyMap<string, number> {
  const arrows = new Map<string, number>()
  for (const { from, to, count } of rows) {
    if (to === undefined) continue
    const isInside = flowOf(from) === flowOf(to)
    const id = isInside ? `${from} → ${to}` : `${flowOf(from)} → ${flowOf(to)}`
    arrows.set(id, (arrows.get(id) ?? 0) + count)
  }
  return arrows
}

/** How many of the leaves of each flow were taken, by its name. */
export function flowTallies(leaves: Heat['leaves']): ReadonlyMap<string, string> {
  const tallies = new Map<string, { taken: number; all: number; failed: string }>()
  for (const { from, count, status } of leaves) {
    const { taken, all, failed } = tallies.get(flowOf(from)) ?? { taken: 0, all: 0, failed: '' }
    tallies.set(flowOf(from), {
      taken: taken + (count > 0 ? 1 : 0),
      all: all + 1,
      failed: status === 'failed' ? '✗ ' : failed,
    })
  }
  return new Map(
    [...tallies].map(([flow, { taken, all, failed }]) => [flow, `${failed}${taken}/${all}`]),
  )
}

/** The counts of each level that there is, from few to many. */
export function levelRanges(most: number): readonly { level: number; from: number; to: number }[] {
  const ranges: { level: number; from: number; to: number }[] = []
  for (let count = 1; count <= most; count += 1) {
    const level = levelOf(count, most)
    const last = ranges.at(-1)
    if (last?.level === level) last.to = count
    else ranges.push({ level, from: count, to: count })
  }
  return ranges
}

/** From 0 to 4: each level is several times as many as the one below. */
export function levelOf(count: number, most: number): number {
  if (count === 0) return 0
  const base = Math.max(most ** 0.25, 1.01)
  return Math.min(4, 1 + Math.floor(Math.log(count) / Math.log(base)))
}
