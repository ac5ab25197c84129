import type { ChartGraph, ChartNode } from '../chart-graph/chart-graph.ts'

/** A state in a tree. */
export interface StateNode {
  readonly id: string
  readonly label: string
  /** `active`, and the tags of the chart. */
  readonly tags: readonly string[]
  readonly children: readonly StateNode[]
}

/** The states of a chart; with a filter those whose path has it, and what is around them. */
export function stateTree(
  { nodes }: ChartGraph,
  leaf: string,
  filter: string,
): readonly StateNode[] {
  const wanted = filter.toLowerCase()
  const isActive = ({ id }: ChartNode) => leaf === id || leaf.startsWith(`${id}.`)

  function treeOf(node: ChartNode): StateNode[] {
    const children = nodes.filter(({ parent }) => parent === node.id).flatMap(treeOf)
    if (children.length === 0 && !node.id.toLowerCase().includes(wanted)) return []
    const tags = [...(isActive(node) ? ['active'] : []), ...node.tags]
    return [{ id: node.id, label: node.key, tags, children }]
  }

  return nodes.filter(({ parent }) => parent === '').flatMap(treeOf)
}
