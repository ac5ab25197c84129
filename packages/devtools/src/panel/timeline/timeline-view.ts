import type { PanelSource } from '../../source/panel-source.ts'
import type { Lane, TraceEvent } from '../../trace/trace-event.ts'
import { sentenceOf, timeOf } from '../../words/sentence.ts'
import { h, keep } from '../elements/h.ts'
import { virtualList } from '../elements/virtual-list.ts'
import type { View } from '../view.ts'
import { eventDetails } from './event-details.ts'
import { laneDot, lanes } from './lanes.ts'
import { timelineTools } from './timeline-tools.ts'

/** As in the style sheet. */
const rowHeight = 24

/** User, machine, Cognito, storage and tabs side by side; a row for each event. */
export function timelineView(source: PanelSource): View {
  const { trace } = source
  let shown: readonly TraceEvent[] = []
  let selected: number | undefined
  const filter = { text: '', hidden: new Set<Lane>() }

  const passes = (event: TraceEvent) => {
    if (filter.hidden.has(event.lane)) return false
    if (filter.text === '') return true
    const { name, rest } = sentenceOf(event)
    return `${name} ${rest} ${event.type}`.toLowerCase().includes(filter.text)
  }

  function row(index: number): HTMLElement {
    const event = shown[index] as TraceEvent
    const { name, rest, isBad } = sentenceOf(event)
    return h(
      'div',
      {
        role: 'option',
        id: `event-${event.id}`,
        class: `event at-${event.lane} is-${event.type.split('.')[0]}`,
        'aria-selected': String(event.id === selected),
        'aria-setsize': shown.length,
        'aria-posinset': index + 1,
        onclick: () => select(index),
      },
      h('time', {}, timeOf(event.at)),
      h(
        'span',
        { class: isBad ? 'said bad' : 'said' },
        laneDot(event.lane),
        h('span', { class: 'lane-name' }, event.lane),
        h('code', {}, name),
        h('span', { class: 'rest' }, rest),
      ),
    )
  }

  const list = virtualList(rowHeight, row, { role: 'listbox', 'aria-label': 'Events' })
  const details = h('aside', { class: 'details', 'aria-label': 'Details', hidden: true })
  const empty = h('p', { class: 'empty quiet' })
  const tools = timelineTools(trace, filter, () => update())
  const heads = lanes.map(({ lane, label }) =>
    h('span', { class: `head at-${lane}` }, laneDot(lane), label),
  )

  function select(index: number | undefined) {
    const event = index === undefined ? undefined : shown[index]
    selected = event?.id
    details.hidden = !event
    if (event) list.element.setAttribute('aria-activedescendant', `event-${event.id}`)
    else list.element.removeAttribute('aria-activedescendant')
    keep(details, event?.id, () => {
      if (!event) return []
      const close = () => {
        select(undefined)
        list.element.focus()
      }
      return eventDetails(event, stepOf(trace.events(), event), close, source.showMoment)
    })
    details.scrollTop = 0
    if (index !== undefined) list.reveal(index)
    list.paint()
  }

  list.element.addEventListener('keydown', (event) => {
    const at = shown.findIndex(({ id }) => id === selected)
    const last = shown.length - 1
    const next = {
      ArrowDown: Math.min(last, at + 1),
      ArrowUp: at < 0 ? last : Math.max(0, at - 1),
      PageDown: Math.min(last, at + 10),
      PageUp: Math.max(0, at - 10),
      Home: 0,
      End: last,
    }[event.key]
    if (event.key === 'Escape' && selected !== undefined) {
      event.stopPropagation()
      select(undefined)
    }
    if (next === undefined || last < 0) return
    event.preventDefault()
    select(next)
  })

  function update() {
    const all = trace.events()
    shown = all.filter(passes)
    tools.update(shown.length, all.length)
    empty.hidden = shown.length > 0
    empty.textContent =
      all.length === 0
        ? 'Nothing has happened since the inspector looks.'
        : 'No event matches the filter.'
    list.set(shown.length)
  }

  const resized = globalThis.ResizeObserver && new ResizeObserver(() => list.paint())
  const element = h(
    'div',
    { class: 'timeline' },
    tools.element,
    h(
      'div',
      { class: 'timeline-body' },
      h(
        'div',
        { class: 'lanes' },
        h(
          'div',
          { class: 'heads', 'aria-hidden': 'true' },
          h('span', { class: 'head' }, 'Time'),
          ...heads,
        ),
        h(
          'div',
          { class: 'grid-lines', 'aria-hidden': 'true' },
          ...lanes.map(({ lane }) => h('i', { class: `at-${lane}` })),
        ),
        list.element,
        empty,
      ),
      details,
    ),
  )
  return {
    name: 'Timeline',
    element,
    update,
    show: () => resized?.observe(list.element),
    hide: () => resized?.disconnect(),
  }
}

/** What a step has changed is written down right after the step. */
function stepOf(events: readonly TraceEvent[], { id, type }: TraceEvent): TraceEvent | undefined {
  if (type !== 'transition') return undefined
  const at = events.findIndex((event) => event.id === id)
  const next = events.slice(at + 1).find((event) => event.type !== 'transition')
  return next?.type === 'context' ? next : undefined
}
