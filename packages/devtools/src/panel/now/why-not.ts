import type { Candidate, TraceEvent } from '../../trace/trace-event.ts'
import { h } from '../elements/h.ts'

/** Why an event was ignored, and what would have taken it. */
export function whyNot(event: Extract<TraceEvent, { type: 'ignored' }>): HTMLElement {
  const { name, leaf, repeats, candidates } = event
  const failed = candidates.filter(({ isActive }) => isActive)
  const why =
    repeats !== null
      ? `Sent twice: #${repeats} was taken and had already left the state that takes it.`
      : failed.length > 0
        ? 'The state takes it, but a guard said no.'
        : candidates.length > 0
          ? 'The chart is not in a state that takes it.'
          : 'No state of the chart takes it.'
  return h(
    'div',
    { class: 'why' },
    h('p', {}, h('code', {}, name), ' in ', h('code', {}, leaf)),
    h('p', { class: 'quiet' }, why),
    candidates.length > 0 && h('ul', { class: 'rows' }, ...candidates.map(candidateRow)),
  )
}

const candidateRow = ({ source, target, guard, isActive }: Candidate) =>
  h(
    'li',
    { class: 'row-line' },
    h('code', { class: 'grow cut' }, `${source || 'anywhere'} → ${target ?? 'stays'}`),
    guard !== null && h('span', { class: 'chip' }, guard),
    h(
      'span',
      { class: isActive ? 'chip bad' : 'chip' },
      isActive ? (guard ? 'guard said no' : 'active') : 'not active',
    ),
  )
