import type { ChartGraph, ChartNode } from '../chart-graph/chart-graph.ts'
import { type DrawnEdge, drawnGraph } from './drawn-graph.ts'
import {
  boxSize,
  type ChartLayout,
  labelSize,
  type PlacedEdge,
  type PlacedNode,
  padding,
} from './layout.ts'

interface ElkPoint {
  readonly x: number
  readonly y: number
}

interface ElkBox {
  readonly id: string
  readonly x?: number
  readonly y?: number
  readonly width?: number
  readonly height?: number
  readonly children?: ElkBox[]
  readonly edges?: ElkEdge[]
  readonly layoutOptions?: Record<string, string>
  readonly labels?: ElkLabel[]
}

interface ElkLabel {
  readonly text: string
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
}

interface ElkEdge {
  readonly id: string
  readonly sources: string[]
  readonly targets: string[]
  readonly layoutOptions?: Record<string, string>
  readonly labels?: ElkLabel[]
  readonly container?: string
  readonly sections?: { startPoint: ElkPoint; endPoint: ElkPoint; bendPoints?: ElkPoint[] }[]
}

/** What lays out: an instance of elkjs (0.12). It is large, so it works at build time, and is not shipped. */
interface Elk {
  layout(graph: ElkBox): Promise<ElkBox>
}

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.spacing.nodeNodeBetweenLayers': '34',
  'elk.spacing.nodeNode': '28',
  'elk.spacing.edgeNode': '16',
  'elk.spacing.edgeEdge': '10',
  'elk.spacing.edgeLabel': '6',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.randomSeed': '1',
}

const { top, side } = padding
const inside = { 'elk.padding': `[top=${top},left=${side},bottom=${side},right=${side}]` }

/** Lays a chart out. Deterministic: the same graph gives the same picture. */
export async function layOut(graph: ChartGraph, elk: Elk): Promise<ChartLayout> {
  const drawn = drawnGraph(graph)
  const boxesIn = (parent: string): ElkBox[] =>
    drawn.nodes
      .filter((node) => (node.parent ?? '') === parent)
      .map((node) => boxOf(node, boxesIn(node.id)))
  const firsts = new Set(graph.nodes.flatMap(({ initial }) => initial ?? []))
  const laid = await elk.layout({
    id: 'root',
    layoutOptions: options,
    children: boxesIn(''),
    edges: drawn.edges.filter(({ isBackbone }) => isBackbone).map((edge) => lineOf(edge, firsts)),
  })
  const nodes: PlacedNode[] = []
  place(laid, 0, 0, nodes)
  const corners = new Map(nodes.map(({ id, x, y }) => [id, { x, y }]))
  const edges = edgesIn(laid).map((edge) => placedEdge(edge, corners.get(edge.container ?? '')))
  return {
    width: Math.ceil(laid.width ?? 0),
    height: Math.ceil(laid.height ?? 0),
    nodes,
    edges: edges.sort((one, other) => (one.id < other.id ? -1 : 1)),
  }
}

function boxOf({ id, key }: ChartNode, children: ElkBox[]): ElkBox {
  const { width, height } = boxSize(key)
  if (children.length === 0) return { id, width, height }
  return { id, children, layoutOptions: inside, labels: [{ text: key, width, height: 18 }] }
}

function lineOf({ id, source, target, labels }: DrawnEdge, firsts: ReadonlySet<string>): ElkEdge {
  // The diagram is read from the initial state on.
  const isForward = firsts.has(source) && !firsts.has(target)
  const layoutOptions = { 'elk.layered.priority.direction': isForward ? '10' : '0' }
  const line = { id, sources: [source], targets: [target], layoutOptions }
  if (labels.length === 0) return line
  return { ...line, labels: [{ text: labels.join('\n'), ...labelSize(labels) }] }
}

/** ELK's coordinates are relative to the parent box; ours are relative to the picture. */
function place({ children = [] }: ElkBox, left: number, top: number, into: PlacedNode[]): void {
  for (const child of children) {
    const [x, y] = [round(left + (child.x ?? 0)), round(top + (child.y ?? 0))]
    into.push({ id: child.id, x, y, width: round(child.width), height: round(child.height) })
    place(child, x, y, into)
  }
}

const edgesIn = ({ edges = [], children = [] }: ElkBox): readonly ElkEdge[] => [
  ...edges,
  ...children.flatMap(edgesIn),
]

function placedEdge({ id, sections = [], labels = [] }: ElkEdge, corner?: ElkPoint): PlacedEdge {
  const { x: left, y: top } = corner ?? { x: 0, y: 0 }
  const points = sections.flatMap(({ startPoint, bendPoints = [], endPoint }) =>
    [startPoint, ...bendPoints, endPoint].map(
      ({ x, y }) => [round(left + x), round(top + y)] as const,
    ),
  )
  const [label] = labels
  if (!label) return { id, points }
  const [x, y] = [round(left + (label.x ?? 0)), round(top + (label.y ?? 0))]
  return { id, points, label: { x, y, lines: label.text.split('\n') } }
}

const round = (value = 0): number => Math.round(value)
