import type { Shown, TraceEvent } from '../../trace/trace-event.ts'
import { sentenceOf, timeOf } from '../../words/sentence.ts'
import { h } from '../elements/h.ts'
import { iconButton } from '../elements/icon.ts'
import { diffView, jsonView } from '../elements/json-view.ts'
import { whyNot } from '../now/why-not.ts'
import { laneDot } from './lanes.ts'

/** All about one event; `step` is what its step has changed, where it is the event of a step. */
export function eventDetails(
  event: TraceEvent,
  step: TraceEvent | undefined,
  onClose: () => void,
  showMoment: ((event: number) => void) | undefined,
): readonly (HTMLElement | false)[] {
  const { id, at, lane, ...happening } = event
  const { name, rest, isBad } = sentenceOf(event)
  const changes = [event, step].find((one) => one?.type === 'context')
  const copy = () => void navigator.clipboard?.writeText(JSON.stringify(event, undefined, 2))
  return [
    h(
      'div',
      { class: 'details-head' },
      h(
        'div',
        { class: 'grow' },
        h('h2', { class: 'mono' }, name),
        h('p', { class: isBad ? 'bad' : 'quiet' }, rest),
      ),
      iconButton('copy', 'Copy as JSON', copy),
      iconButton('close', 'Close details', onClose),
    ),
    h(
      'p',
      { class: 'quiet details-meta' },
      laneDot(lane),
      `${lane} · #${id} · ${timeOf(at)} · ${event.type}`,
    ),
    showMoment !== undefined &&
      h(
        'button',
        { type: 'button', class: 'button small details-act', onclick: () => showMoment(id) },
        'Show this moment',
      ),
    event.type === 'ignored' && whyNot(event),
    changes?.type === 'context' && h('h3', {}, 'Changed by this step'),
    changes?.type === 'context' && diffView(changes.changes),
    event.type !== 'context' && h('h3', {}, 'Event'),
    event.type !== 'context' && h('pre', { class: 'json' }, jsonView(happening as Shown)),
  ]
}
