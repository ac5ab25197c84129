import type { ChartGraph } from '../chart-graph/chart-graph.ts'
import layout from './auth-layout.gen.json' with { type: 'json' }
import type { ChartLayout } from './layout.ts'
import { type PackedLayout, unpackLayout } from './packed-layout.ts'

/** JSON that is imported later is left out of the build: so it has a module. */
const packed = layout as unknown as PackedLayout

/** Where the states of the shipped chart are drawn; `undefined` for a chart that has others. */
export function shippedLayout(graph: ChartGraph): ChartLayout | undefined {
  const placed = new Set(packed.nodes.map(([id]) => id))
  const states = graph.nodes.filter(({ id }) => id !== '')
  const isOurs = states.length === placed.size && states.every(({ id }) => placed.has(id))
  return isOurs ? unpackLayout(packed, graph) : undefined
}
