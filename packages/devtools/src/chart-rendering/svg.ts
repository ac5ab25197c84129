import type { ChartGraph } from '../chart-graph/chart-graph.ts'
import { drawnGraph } from './drawn-graph.ts'
import { type ChartLayout, type PlacedEdge, type PlacedNode, type } from './layout.ts'
import { roundedPath } from './rounded-path.ts'

const margin = 16

const style = `
  .chart { --ink: #1f2430; --quiet: #5b6474; --line: #8b95a7; --box: #fff; --flow: #f4f6fa; --edge: #d5dae3; --bad: #b3261e; --time: #8a5a00; }
  @media (prefers-color-scheme: dark) {
    .chart { --ink: #eef1f6; --quiet: #a9b2c3; --line: #76819a; --box: #262b36; --flow: #1b1f28; --edge: #3a4252; --bad: #ff8a80; --time: #ffc266; }
  }
  .chart text { font: ${type.node}px system-ui, sans-serif; fill: var(--ink); }
  .chart .box { fill: var(--box); stroke: var(--edge); }
  .chart .flow { fill: var(--flow); stroke: var(--edge); }
  .chart .flow-name { font-weight: 600; }
  .chart .edge { fill: none; stroke: var(--line); stroke-width: 1.2; }
  .chart .edge-label { font-size: ${type.edge}px; fill: var(--quiet); }
  .chart .error { stroke: var(--bad); } .chart .after { stroke: var(--time); stroke-dasharray: 4 3; }
  .chart .tip { fill: var(--line); } .chart .asks { stroke: var(--line); stroke-width: 2; }
`

/** Characters that XML forbids even as references: names of states may contain them. */
const forbidden = /[^\t\n\u{20}-\u{7E}\u{A0}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

const markup = (text: string) =>
  text
    .replace(forbidden, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')

/** A picture of a whole chart: a text of SVG, in light and dark, that needs nothing else. */
export function svgOf(graph: ChartGraph, layout: ChartLayout, title: string): string {
  const { nodes, edges } = drawnGraph(graph)
  const isCompound = new Set(nodes.map(({ parent }) => parent))
  const requesting = new Set(nodes.filter(({ invokes }) => invokes.length > 0).map(({ id }) => id))
  const keys = new Map(nodes.map(({ id, key }) => [id, key]))
  const kinds = new Map(edges.map(({ id, kind }) => [id, kind]))
  const [width, height] = [layout.width + 2 * margin, layout.height + 2 * margin]
  const parts = [
    ...layout.nodes
      .filter(({ id }) => isCompound.has(id))
      .map((node) => flowOfNode(node, keys.get(node.id) ?? '')),
    ...layout.edges.map((edge) => lineOf(edge, kinds.get(edge.id) ?? 'action')),
    ...layout.nodes
      .filter(({ id }) => !isCompound.has(id))
      .map((node) => boxOf(node, keys.get(node.id) ?? '', requesting.has(node.id))),
    ...layout.edges.map(labelOf),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="${-margin} ${-margin} ${width} ${height}" role="img" aria-label="${markup(title)}">
<style>${style}</style>
<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path class="tip" d="M0 0 8 4 0 8z"/></marker></defs>
${parts.filter(Boolean).join('\n')}
</svg>
`
}

const flowOfNode = ({ id, x, y, width, height }: PlacedNode, key: string) =>
  `<g data-state="${markup(id)}"><rect class="flow" x="${x}" y="${y}" width="${width}" height="${height}" rx="10"/><text class="flow-name" x="${x + 14}" y="${y + 22}">${markup(key)}</text></g>`

/** A bar on the left marks a state with a pending request. */
const boxOf = ({ id, x, y, width, height }: PlacedNode, key: string, isRequesting: boolean) =>
  `<g data-state="${markup(id)}"><rect class="box" x="${x}" y="${y}" width="${width}" height="${height}" rx="7"/>${
    isRequesting ? `<path class="asks" d="M${x + 5} ${y + 8}v${height - 16}"/>` : ''
  }<text x="${x + width / 2}" y="${y + height / 2 + 4.5}" text-anchor="middle">${markup(key)}</text></g>`

const lineOf = ({ id, points }: PlacedEdge, kind: string) =>
  `<path class="edge ${kind}" data-edge="${markup(id)}" d="${roundedPath(points)}" marker-end="url(#tip)"/>`

const labelOf = ({ label }: PlacedEdge) =>
  label
    ? `<text class="edge-label" x="${label.x}" y="${label.y + type.edge}">${label.lines
        .map(
          (line, index) =>
            `<tspan x="${label.x}"${index > 0 ? ` dy="${type.lineHeight}"` : ''}>${markup(line)}</tspan>`,
        )
        .join('')}</text>`
    : ''
