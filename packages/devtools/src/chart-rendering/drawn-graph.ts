import type { ChartEdge, ChartEdgeKind, ChartGraph, ChartNode } from '../chart-graph/chart-graph.ts'

/** An arrow of a picture: every transition between two states in one. */
export interface DrawnEdge {
  readonly id: string
  readonly source: string
  readonly target: string
  /** The label of the arrow; a picture has no room for more than a few words. */
  readonly edges: readonly ChartEdge[]
  /** Empty between flows. */
  readonly labels: readonly string[]
  /** Between flows every other is a way to nearly every other: only those that first lead to one are always drawn. */
  readonly isBackbone: boolean
  readonly kind: ChartEdgeKind
}

export interface DrawnGraph {
  readonly nodes: readonly ChartNode[]
  readonly edges: readonly DrawnEdge[]
}

/** No arrow has more lines than this. */
const mostLabels = 3

/** The flow that a state belongs to: `signedIn` of `signedIn.tasks.verifying`. */
export function flowOf(id: string): string {
  return id.split('.')[0] ?? ''
}

function shorten({ label, source }: ChartEdge): string {
  const flow = `${flowOf(source)}.`
  return label.startsWith(flow) ? label.slice(flow.length) : label
}

/**
 * What a picture shows of a chart: within a flow its arrows with their words, between flows one arrow
 * for all that leads from one to the other. Transitions that stay where they are are no arrows.
 */
export function drawnGraph({ nodes, edges }: ChartGraph): DrawnGraph {
  const bundles = new Map<string, { source: string; target: string; edges: ChartEdge[] }>()
  for (const edge of edges) {
    const ends = endsOf(edge)
    if (!ends) continue
    const [source, target] = ends
    const id = `${source} → ${target}`
    const bundle = bundles.get(id) ?? { source, target, edges: [] }
    bundle.edges.push(edge)
    bundles.set(id, bundle)
  }
  const backbone = backboneOf([...bundles.values()], nodes)
  return {
    nodes: nodes.filter(({ id }) => id !== ''),
    edges: [...bundles].map(([id, bundle]) => ({
      id,
      ...bundle,
      isBackbone: flowOf(bundle.source) === flowOf(bundle.target) || backbone.has(id),
      labels: flowOf(bundle.source) === flowOf(bundle.target) ? labelsOf(bundle.edges) : [],
      kind: bundle.edges[0]?.kind ?? 'action',
    })),
  }
}

/**
 * The shortest paths from the hub to every flow, and all edges into it. The hub is the flow with the most
 * incoming edges, where the user starts.
 */
function backboneOf(
  bundles: readonly { readonly source: string; readonly target: string }[],
  nodes: readonly ChartNode[],
): ReadonlySet<string> {
  const between = bundles.filter(({ source, target }) => flowOf(source) !== flowOf(target))
  const first = nodes.find(({ id }) => id === '')?.initial ?? ''
  const comingTo = (flow: string) => between.filter(({ target }) => target === flow).length
  const [hub = first] = [...new Set(between.map(({ target }) => target))].sort(
    (one, other) => comingTo(other) - comingTo(one),
  )
  const inside = new Set(
    nodes.filter(({ tags }) => tags.includes('authenticated')).map(({ id }) => flowOf(id)),
  )
  const backbone = new Set([
    `${first} → ${hub}`,
    ...between
      .filter(({ source, target }) => source !== first && inside.has(target) && !inside.has(source))
      .map(({ source, target }) => `${source} → ${target}`),
  ])
  const reached = new Set([first, hub])
  const queue = [hub]
  for (const flow of queue) {
    for (const { source, target } of between) {
      if (source !== flow || reached.has(target)) continue
      reached.add(target)
      queue.push(target)
      backbone.add(`${source} → ${target}`)
    }
  }
  return backbone
}

/** From where to where an arrow is drawn; `undefined`: none is. */
function endsOf({ source, target }: ChartEdge): readonly [string, string] | undefined {
  if (target === undefined || source === '' || target === source) return undefined
  const [from, to] = [flowOf(source), flowOf(target)]
  if (from !== to) return [from, to]
  // A box and what is in it have no arrow between them.
  const isInside = target.startsWith(`${source}.`) || source.startsWith(`${target}.`)
  return isInside ? undefined : [source, target]
}

function labelsOf(edges: readonly ChartEdge[]): readonly string[] {
  const all = [...new Set(edges.map(shorten))]
  return all.length > mostLabels
    ? [...all.slice(0, mostLabels - 1), `and ${all.length - mostLabels + 1} more`]
    : all
}
