import { labelOf } from '../chart-graph/chart-graph.ts'
import type { Trace } from './ring-buffer.ts'
import type { TraceEvent } from './trace-event.ts'

/**
 * How often a session visited each state and transition, except while the trace was paused: also beyond
 * its capacity.
 */
export interface Visits {
  /** By leaf. */
  readonly leaves: ReadonlyMap<string, number>
  /** By {@link keyOfTransition}. */
  readonly transitions: ReadonlyMap<string, number>
  stop(): void
}

/** A transition by its state, by what happens, and by its number among those for the same. */
export function keyOfTransition(source: string, label: string, branch: number): string {
  return `${source} ${label} ${branch}`
}

/** Counts the events of a trace, those that it contains and those to come. */
export function countVisits(trace: Trace): Visits {
  const leaves = new Map<string, number>()
  const transitions = new Map<string, number>()
  const add = (counts: Map<string, number>, name: string) =>
    counts.set(name, (counts.get(name) ?? 0) + 1)

  function count(event: TraceEvent | undefined) {
    if (event?.type === 'attached') add(leaves, event.leaf)
    if (event?.type !== 'transition') return
    const { source, from, to, branch } = event
    const label = labelOf(event.event === 'always' ? '' : event.event)
    add(transitions, keyOfTransition(source, label, branch))
    if (from !== to) add(leaves, to)
  }

  for (const event of trace.events()) count(event)
  return { leaves, transitions, stop: trace.subscribe(count) }
}
