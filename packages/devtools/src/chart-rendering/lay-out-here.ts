import { Graph, layout } from '@dagrejs/dagre'
import type { ChartGraph, ChartNode } from '../chart-graph/chart-graph.ts'
import { type DrawnEdge, drawnGraph } from './drawn-graph.ts'
import { boxSize, type ChartLayout, labelSize, type PlacedEdge, padding } from './layout.ts'

/** In px, as in the pictures that are made at build time. */
const spacing = { rankdir: 'LR', nodesep: 28, ranksep: 34, edgesep: 16 } as const

/** What dagre has written down, from the middle of things. */
interface Placed {
  readonly x?: number
  readonly y?: number
  readonly width?: number
  readonly height?: number
  readonly points?: readonly { readonly x: number; readonly y: number }[]
}

/** In px. */
const underline = 8

type Parts = Pick<ChartLayout, 'nodes' | 'edges'>

/**
 * Lays out a chart at run time, box by box from the inside out: for charts that a developer has extended.
 * A line starts at the outermost box that contains one of its ends and not the other.
 */
export function layOutHere(graph: ChartGraph): ChartLayout {
  const { nodes, edges } = drawnGraph(graph)
  const inside = new Map<string, ChartNode[]>()
  for (const node of nodes) {
    const parent = node.parent ?? ''
    inside.set(parent, [...(inside.get(parent) ?? []), node])
  }
  const lines = edges.filter(({ isBackbone }) => isBackbone)

  function layOutBox(id: string): ChartLayout {
    const laid = new Graph({ multigraph: true })
    laid.setGraph(spacing)
    const children = (inside.get(id) ?? []).map(({ id, key }) => {
      const least = boxSize(key)
      if (!inside.has(id)) return { id, ...least, parts: undefined }
      const parts = layOutBox(id)
      const width = Math.max(least.width, parts.width + 2 * padding.side)
      return { id, width, height: parts.height + padding.top + padding.side, parts }
    })
    for (const { id, width, height } of children) laid.setNode(id, { width, height })
    const mine = lines.flatMap((line) => {
      const [from, to] = [childOf(id, line.source), childOf(id, line.target)]
      return from !== undefined && to !== undefined && from !== to ? [{ line, from, to }] : []
    })
    for (const { line, from, to } of mine) {
      laid.setEdge(from, to, { ...roomFor(line.labels), labelpos: 'c' }, line.id)
    }
    layout(laid)
    const boxes = children.map(({ id, width, height, parts }): Parts => {
      const { x = 0, y = 0 }: Placed = laid.node(id)
      const [left, top] = [Math.round(x - width / 2), Math.round(y - height / 2)]
      const inner = parts && shifted(parts, left + padding.side, top + padding.top)
      const box = { id, x: left, y: top, width, height }
      return { nodes: [box, ...(inner?.nodes ?? [])], edges: inner?.edges ?? [] }
    })
    const { width = 0, height = 0 }: Placed = laid.graph()
    return {
      width: Math.ceil(width),
      height: Math.ceil(height),
      nodes: boxes.flatMap(({ nodes }) => nodes),
      edges: [
        ...boxes.flatMap(({ edges }) => edges),
        ...mine.map(({ line, from, to }) => placedEdge(line, laid.edge(from, to, line.id))),
      ],
    }
  }

  return layOutBox('')
}

/** The state right in `id` that `path` is, or is in. */
function childOf(id: string, path: string): string | undefined {
  const prefix = id === '' ? '' : `${id}.`
  if (!path.startsWith(prefix)) return undefined
  const [key = ''] = path.slice(prefix.length).split('.')
  return key === '' ? undefined : prefix + key
}

function shifted({ nodes, edges }: Parts, byX: number, byY: number): Parts {
  return {
    nodes: nodes.map((node) => ({ ...node, x: node.x + byX, y: node.y + byY })),
    edges: edges.map(({ id, points, label }) => ({
      id,
      points: points.map(([x, y]) => [x + byX, y + byY] as const),
      ...(label && { label: { ...label, x: label.x + byX, y: label.y + byY } }),
    })),
  }
}

/** A line goes to the middle of its words: it is led along below them. */
function placedEdge({ id, labels }: DrawnEdge, placed: Placed): PlacedEdge {
  const { x = 0, y = 0, points = [] } = placed
  if (labels.length === 0) return { id, points: points.map(rounded) }
  const { width, height } = roomFor(labels)
  const below = y + height / 2 - underline / 2
  const at = points.findIndex((point) => point.x === x && point.y === y)
  const isBackwards = (points[0]?.x ?? 0) > (points.at(-1)?.x ?? 0)
  const [first, last] = isBackwards
    ? [x + width / 2, x - width / 2]
    : [x - width / 2, x + width / 2]
  const under = [first, last].map((x) => ({ x, y: below }))
  return {
    id,
    points: (at < 0 ? points : points.toSpliced(at, 1, ...under)).map(rounded),
    label: { x: Math.round(x - width / 2), y: Math.round(y - height / 2), lines: labels },
  }
}

const rounded = ({ x, y }: { readonly x: number; readonly y: number }) =>
  [Math.round(x), Math.round(y)] as const

/** For words, and for the line below them. */
function roomFor(labels: readonly string[]) {
  if (labels.length === 0) return { width: 0, height: 0 }
  const { width, height } = labelSize(labels)
  return { width, height: height + underline }
}
