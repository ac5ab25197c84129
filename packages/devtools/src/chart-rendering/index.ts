export {
  type ChartEdge,
  type ChartEdgeKind,
  type ChartGraph,
  type ChartNode,
  chartGraph,
} from '../chart-graph/chart-graph.ts'
export { layOutHere } from './lay-out-here.ts'
export type { ChartLayout, PlacedEdge, PlacedNode } from './layout.ts'
export { mermaidOf } from './mermaid.ts'
export { statelyJsonOf } from './stately-json.ts'
export { svgOf } from './svg.ts'
