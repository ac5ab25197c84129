import type { ChartGraph } from '../chart-graph/chart-graph.ts'
import { selfCheck } from '../redaction/self-check.ts'
import { ringBuffer, type Trace } from '../trace/ring-buffer.ts'
import type { TraceEvent } from '../trace/trace-event.ts'
import { type Facts, factsOf } from './facts-of.ts'
import type { PanelSource } from './panel-source.ts'

/**
 * An exported trace, read-only. `capacity`: how many of its last events are shown.
 *
 * @throws TypeError for anything else.
 */
export function recordedSource(json: string, graph: ChartGraph, capacity = 10_000): PanelSource {
  const trace = ringBuffer(capacity)
  trace.importJson(json)
  return traceSource(trace, graph)
}

/** The facts of a trace. */
export function traceSource(trace: Trace, graph: ChartGraph): PanelSource {
  let known: { readonly last: TraceEvent | undefined; readonly facts: Facts } | undefined

  function facts(): Facts {
    const events = trace.events()
    const last = events.at(-1)
    if (known?.last !== last || !known) known = { last, facts: factsOf(events, graph) }
    return known.facts
  }

  return {
    isRecorded: true,
    trace,
    graph,
    leaf: () => facts().leaf(),
    view: () => facts().view(),
    legal: () => facts().legal(),
    pending: () => facts().pending(),
    session: () => facts().session(),
    selfCheck: () => selfCheck(trace.events()),
  }
}
