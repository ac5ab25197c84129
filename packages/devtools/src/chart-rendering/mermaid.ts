import type { ChartGraph, ChartNode } from '../chart-graph/chart-graph.ts'
import { type DrawnEdge, drawnGraph, flowOf } from './drawn-graph.ts'

/** Mermaid knows neither dots nor spaces in names, and no letters but these. */
const nameOf = (id: string): string =>
  id.replace(/\W/gu, (char) => (/[. ]/.test(char) ? '_' : `_${char.codePointAt(0)?.toString(16)}`))

/** A text of one line, in which nothing ends it or means more than itself. */
const plain = (text: string): string =>
  text.replace(/[\p{Cc}\s]+/gu, ' ').replace(/[#;"<>`%{}]/g, (char) => `#${char.charCodeAt(0)};`)

/** One flow as a `stateDiagram-v2` of Mermaid, with what leads out of it; without those to the flow itself. */
export function mermaidOf(graph: ChartGraph, flow: string): string {
  const { nodes, edges } = drawnGraph(graph)
  const mine = nodes.filter(({ id }) => flowOf(id) === flow)
  const own = edges.filter(
    ({ source, target }) => flowOf(source) === flow && flowOf(target) === flow,
  )
  const out = edges.filter(({ source, target }) => source === flow && flowOf(target) !== flow)
  const exits = [...new Set(out.map(({ target }) => target))].sort()
  return [
    'stateDiagram-v2',
    '  direction LR',
    ...linesOf(mine, flow, '  '),
    ...own.map((edge) => `  ${arrowOf(edge)}`),
    ...exits.flatMap((target) => [`  ${nameOf(flow)} --> ${nameOf(target)}`]),
    '',
  ].join('\n')
}

function linesOf(nodes: readonly ChartNode[], id: string, indent: string): readonly string[] {
  const node = nodes.find((node) => node.id === id)
  const inner = nodes.filter(({ parent }) => parent === id)
  if (!node) return []
  if (inner.length === 0) return [`${indent}state "${plain(node.key)}" as ${nameOf(id)}`]
  return [
    `${indent}state "${plain(node.key)}" as ${nameOf(id)} {`,
    ...(node.initial ? [`${indent}  [*] --> ${nameOf(node.initial)}`] : []),
    ...inner.flatMap((child) => linesOf(nodes, child.id, `${indent}  `)),
    `${indent}}`,
  ]
}

const arrowOf = ({ source, target, labels }: DrawnEdge): string =>
  `${nameOf(source)} --> ${nameOf(target)}: ${labels.map(plain).join(' / ')}`
