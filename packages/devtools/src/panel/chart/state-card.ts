import type { ChartEdge, ChartGraph } from '../../chart-graph/chart-graph.ts'
import { chain, describe } from '../../chart-graph/describe.ts'
import { h } from '../elements/h.ts'
import { iconButton } from '../elements/icon.ts'

/** The purpose of a state, its requests, and the transitions into it and out of it. */
export function stateCard(
  graph: ChartGraph,
  id: string,
  onSelect: (id: string) => void,
  onClose: () => void,
  goHere?: () => HTMLElement,
): readonly (HTMLElement | false)[] {
  const node = graph.nodes.find((node) => node.id === id)
  if (!node) return []
  // What leads out of a flow leads out of each of its states.
  const around = chain(graph, id).map((node) => node.id)
  const out = around.flatMap((from) => graph.edges.filter(({ source }) => source === from))
  const into = graph.edges.filter(({ target, source }) => target === id && source !== id)
  const list = (name: string, edges: readonly ChartEdge[], end: 'source' | 'target') =>
    edges.length > 0 &&
    h(
      'div',
      {},
      h('h3', {}, `${name} `, h('span', { class: 'quiet' }, edges.length)),
      h('ul', { class: 'rows' }, ...edges.map((edge) => edgeRow(edge, edge[end], onSelect))),
    )
  return [
    h(
      'div',
      { class: 'details-head' },
      h('h2', { class: 'mono grow' }, id),
      iconButton('close', 'Close', onClose),
    ),
    h('p', { class: 'quiet prose' }, describe(graph, id)),
    node.tags.length > 0 &&
      h(
        'p',
        { class: 'chips' },
        ...node.tags.map((tag) => h('span', { class: 'chip accent' }, tag)),
      ),
    goHere !== undefined && goButton(goHere),
    list('Out', out, 'target'),
    list('In', into, 'source'),
  ]
}

/** Is replaced by the journey to the state. */
function goButton(goHere: () => HTMLElement): HTMLElement {
  const onclick = () => place.replaceChildren(goHere())
  const button = h('button', { type: 'button', class: 'button', onclick }, 'Go here…')
  const place = h('div', { class: 'go-here' }, button)
  return place
}

function edgeRow(
  { label, guard }: ChartEdge,
  other: string | undefined,
  onSelect: (id: string) => void,
): HTMLElement {
  const parts = [
    h(
      'span',
      { class: 'edge-label-text' },
      label,
      guard && h('span', { class: 'quiet' }, ` if ${guard}`),
    ),
    h('code', { class: 'quiet' }, other === undefined ? 'stays' : other || 'anywhere'),
  ]
  if (!other) return h('li', { class: 'edge-row' }, ...parts)
  return h(
    'li',
    {},
    h(
      'button',
      { type: 'button', class: 'edge-row row-button', onclick: () => onSelect(other) },
      ...parts,
    ),
  )
}
