import type { ChartGraph } from '../chart-graph/chart-graph.ts'
import { drawnGraph } from './drawn-graph.ts'
import type { ChartLayout, PlacedEdge } from './layout.ts'

/** A layout in numbers, as it is shipped. Its words are those of the chart, and are left out. */
export interface PackedLayout {
  readonly width: number
  readonly height: number
  /** A state after its parent: `[id, x, y, width, height]`, from the corner of the parent. */
  readonly nodes: readonly (readonly [string, number, number, number, number])[]
  /** `[source, target, place of the label, line]`. The ends are indexes of nodes. */
  readonly edges: readonly (readonly [number, number, readonly number[], readonly number[]])[]
}

/** How the ends of an edge are joined in its id. */
const arrow = ' → '

const parentOf = (id: string) => id.slice(0, id.lastIndexOf('.') + 1).slice(0, -1)

/**
 * Writes a layout without what the chart itself knows.
 *
 * @throws Error for a line that is not horizontal or vertical.
 */
export function packLayout({ width, height, nodes, edges }: ChartLayout): PackedLayout {
  const corners = new Map(nodes.map((node) => [node.id, node]))
  const indexes = new Map(nodes.map(({ id }, index) => [id, index]))
  return {
    width,
    height,
    nodes: nodes.map(({ id, x, y, width, height }) => {
      const { x: left, y: top } = corners.get(parentOf(id)) ?? { x: 0, y: 0 }
      return [id, x - left, y - top, width, height]
    }),
    edges: edges.map(({ id, points, label }) => {
      const [source = -1, target = -1] = id.split(arrow).map((end) => indexes.get(end))
      return [source, target, label ? [label.x, label.y] : [], stepsOf(points)]
    }),
  }
}

/** Where the line begins, then how far it goes: to the side, down, to the side, and so on. */
function stepsOf([first, ...others]: PlacedEdge['points']): readonly number[] {
  if (!first) return []
  let [x, y] = first
  const steps: number[] = []
  for (const [nextX, nextY] of others) {
    const [aside, down] = [nextX - x, nextY - y]
    if (aside !== 0 && down !== 0) throw new Error('A line of the layout is oblique.')
    if (aside !== 0 || down !== 0) {
      // A line that goes straight on has no corner.
      const last = steps.length - 1
      const isNext = (aside !== 0) === (steps.length % 2 === 0)
      if (!isNext && last < 0) steps.push(0)
      if (isNext || last < 0) steps.push(aside + down)
      else steps[last] = (steps[last] ?? 0) + aside + down
    }
    x = nextX
    y = nextY
  }
  return [...first, ...steps]
}

/** Reads what `packLayout` wrote. The words of the labels are those of the chart. */
export function unpackLayout(packed: PackedLayout, graph: ChartGraph): ChartLayout {
  const labels = new Map(drawnGraph(graph).edges.map(({ id, labels }) => [id, labels]))
  const corners = new Map<string, readonly [number, number]>([['', [0, 0]]])
  const { width, height } = packed
  return {
    width,
    height,
    nodes: packed.nodes.map(([id, aside, down, width, height]) => {
      const [left, top] = corners.get(parentOf(id)) ?? [0, 0]
      const [x, y] = [left + aside, top + down]
      corners.set(id, [x, y])
      return { id, x, y, width, height }
    }),
    edges: packed.edges.map(([source, target, [labelX, labelY], steps]) => {
      const id = [source, target].map((end) => packed.nodes[end]?.[0]).join(arrow)
      const line = { id, points: pointsOf(steps) }
      if (labelX === undefined || labelY === undefined) return line
      return { ...line, label: { x: labelX, y: labelY, lines: labels.get(id) ?? [] } }
    }),
  }
}

function pointsOf([x = 0, y = 0, ...steps]: readonly number[]): PlacedEdge['points'] {
  const points: [number, number][] = [[x, y]]
  steps.forEach((step, index) => {
    const [lastX, lastY] = points.at(-1) ?? [x, y]
    if (step === 0) return
    points.push(index % 2 === 0 ? [lastX + step, lastY] : [lastX, lastY + step])
  })
  return points
}
