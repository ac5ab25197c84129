import type { ChartGraph } from '../../chart-graph/chart-graph.ts'
import type { ChartLayout } from '../../chart-rendering/layout.ts'

const made = new WeakMap<ChartGraph, Promise<ChartLayout>>()

/** Where the states of a chart are drawn: loaded for the shipped one, made for one that was extended. */
export function layoutOf(graph: ChartGraph): Promise<ChartLayout> {
  const known = made.get(graph) ?? find(graph)
  made.set(graph, known)
  // What could not be loaded is tried again.
  known.catch(() => made.delete(graph))
  return known
}

async function find(graph: ChartGraph): Promise<ChartLayout> {
  const { shippedLayout } = await import('../../chart-rendering/shipped-layout.ts')
  const shipped = shippedLayout(graph)
  if (shipped) return shipped
  const { layOutHere } = await import('../../chart-rendering/lay-out-here.ts')
  return layOutHere(graph)
}
