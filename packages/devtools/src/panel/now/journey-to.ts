import type { ChartGraph } from '../../chart-graph/chart-graph.ts'
import type { PanelSource } from '../../source/panel-source.ts'
import { h } from '../elements/h.ts'
import { journeyView } from './journey-view.ts'

/** The journey to a state. */
export function journeyTo(source: PanelSource, leaf: string): HTMLElement {
  const place = h('div', { class: 'way-there', role: 'status' }, 'Looking for a way…')
  void journeyView(source, leaf, place)
  return place
}

/** Where one gets to when one enters a state. */
export function leafIn({ nodes }: ChartGraph, id: string): string {
  const inside = nodes.find((node) => node.id === id)?.initial
  return inside === undefined ? id : leafIn({ nodes, edges: [] }, inside)
}
