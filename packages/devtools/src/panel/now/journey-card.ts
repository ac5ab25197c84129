import { linkedLeaf } from '../../actions/linked-leaf.ts'
import type { PanelSource } from '../../source/panel-source.ts'
import { h } from '../elements/h.ts'
import { journeyTo } from './journey-to.ts'

/** Selects a state and shows the journey to it. */
export function journeyCard(source: PanelSource): HTMLElement {
  const linked = linkedLeaf()
  const slot = h('div', {})
  const choice = h(
    'select',
    {
      'aria-label': 'State to go to',
      onchange() {
        slot.replaceChildren(...(choice.value === '' ? [] : [journeyTo(source, choice.value)]))
      },
    },
    h('option', { value: '' }, 'Choose a state'),
    ...source.graph.nodes
      .filter(({ id, initial }) => id !== '' && initial === undefined)
      .map(({ id }) => h('option', { value: id }, id)),
  )
  if (linked !== undefined) {
    choice.value = linked
    slot.append(journeyTo(source, linked))
  }
  return h(
    'section',
    { class: 'card journey' },
    h('h2', {}, 'Go to a state'),
    h('p', { class: 'field' }, choice),
    slot,
  )
}
