import type { ChartGraph, ChartNode } from './chart-graph.ts'

/** A state and those it is in, from the inside out; without the root. */
export function chain({ nodes }: ChartGraph, id: string): readonly ChartNode[] {
  const found: ChartNode[] = []
  for (let at = id; at !== ''; ) {
    const node = nodes.find((node) => node.id === at)
    if (!node) break
    found.push(node)
    at = node.parent ?? ''
  }
  return found
}

/** In words: its own, or those of the next state around it that has some. */
export function describe(graph: ChartGraph, id: string): string {
  const nodes = chain(graph, id)
  const actors = nodes[0]?.invokes ?? []
  const waits = actors.length > 0 ? ` Waits for ${actors.join(', ')}.` : ''
  const words = nodes.find(({ description }) => description)?.description ?? ''
  return `${words && `${words.replace(/\.$/, '')}.`}${waits}`.trim()
}
