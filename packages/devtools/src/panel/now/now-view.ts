import { chain, describe } from '../../chart-graph/describe.ts'
import type { LegalEvent, PanelSource } from '../../source/panel-source.ts'
import type { Shown, TraceEvent } from '../../trace/trace-event.ts'
import { readableEvent } from '../../words/readable-event.ts'
import { changeBetween, relativeName, timeOf } from '../../words/sentence.ts'
import { h, keep } from '../elements/h.ts'
import { jsonView } from '../elements/json-view.ts'
import type { View } from '../view.ts'
import type { DoCards } from './do-cards.ts'
import { whyNot } from './why-not.ts'

type Transition = Extract<TraceEvent, { type: 'transition' }>
type Ignored = Extract<TraceEvent, { type: 'ignored' }>

/** How many steps back are shown. */
const stepsBack = 5

/** Where I am, what I can do, what the service can answer, where I came from, and why not. */
export function nowView(source: PanelSource): View {
  const section = (name: string) => h('section', { class: `card ${name}` })
  const where = section('where')
  const legal = section('legal')
  const answers = section('answers')
  const past = section('past')
  const ignored = section('ignored')
  const knows = section('knows')
  const [further, requests] = [h('div', {}), h('div', {})]
  let cards: DoCards | undefined
  const element = h(
    'div',
    // It scrolls, so it takes the focus if nothing inside can.
    { class: 'now', role: 'group', tabindex: 0, 'aria-label': 'Now' },
    h('div', { class: 'column' }, where, knows),
    h('div', { class: 'column' }, answers, legal, requests),
    h('div', { class: 'column' }, ignored, past, further),
  )

  function update() {
    const leaf = source.leaf()
    const { route, context } = source.view()
    keep(where, [leaf, route], () => whereAmI(source, leaf, route))
    const set = Object.entries(context)
      .filter(([, value]) => isSet(value))
      .sort(([, one], [, other]) => sizeOf(one) - sizeOf(other))
    keep(knows, set, () => remembered(set))
    const events = source.legal()
    keep(legal, [leaf, events, Boolean(source.send), Boolean(cards)], () =>
      whatCanIDo(source, leaf, events, cards),
    )
    const pending = source.pending()
    answers.hidden = !pending
    keep(answers, [pending, Boolean(source.answer), Boolean(cards)], () =>
      pending && cards ? cards.outcomeList(source, pending) : [],
    )
    const { transitions, lastIgnored } = lastOf(source.events?.() ?? source.trace.events())
    keep(past, transitions, () => whereFrom(transitions))
    cards?.update()
    ignored.hidden = !lastIgnored
    keep(ignored, lastIgnored?.id, () =>
      lastIgnored ? [heading('Why not?'), whyNot(lastIgnored)] : [],
    )
  }

  /** The code for forms, answers and journeys is loaded on first use. */
  async function load() {
    const { doCards } = await import('./do-cards.ts')
    if (cards) return
    cards = doCards(source)
    further.replaceWith(cards.journey)
    requests.replaceWith(cards.requests)
    knows.before(cards.form)
    update()
  }

  return { name: 'Now', element, update, show: () => void load() }
}

const heading = (text: string) => h('h2', {}, text)

function whereAmI({ graph }: PanelSource, leaf: string, route: string) {
  const cut = leaf.lastIndexOf('.') + 1
  const nodes = chain(graph, leaf)
  const tags = [...new Set(nodes.flatMap(({ tags }) => tags))]
  return [
    heading('Where I am'),
    h(
      'p',
      { class: 'leaf mono' },
      h('span', { class: 'quiet' }, leaf.slice(0, cut)),
      leaf.slice(cut),
    ),
    h(
      'p',
      { class: 'chips' },
      h('span', { class: 'chip' }, 'route ', h('b', {}, route)),
      ...tags.map((tag) => h('span', { class: 'chip accent' }, tag)),
    ),
    h('p', { class: 'quiet prose' }, describe(graph, leaf)),
  ]
}

function remembered(set: readonly (readonly [string, Shown])[]) {
  return [
    heading('What it remembers'),
    h(
      'dl',
      { class: 'facts' },
      ...set.flatMap(([key, value]) => [
        h('dt', { class: 'mono' }, key),
        h('dd', {}, h('pre', {}, jsonView(value))),
      ]),
    ),
    set.length === 0 && h('p', { class: 'quiet' }, 'Nothing yet.'),
  ]
}

function whatCanIDo(
  source: PanelSource,
  leaf: string,
  events: readonly LegalEvent[],
  cards: DoCards | undefined,
) {
  const possible = events.filter(({ isAllowed }) => isAllowed)
  const others = events.filter(({ isAllowed }) => !isAllowed)
  return [
    heading('What I can do'),
    h(
      'ul',
      { class: 'rows' },
      ...[...possible, ...others].map((event) => legalRow(source, leaf, event, cards)),
    ),
    events.length === 0 && h('p', { class: 'quiet' }, 'Nothing: the chart waits for an answer.'),
  ]
}

/**
 * A button that sends the event; a disclosure if it needs input or a confirmation; a text if it cannot be
 * sent from here.
 */
function legalRow(
  source: PanelSource,
  leaf: string,
  event: LegalEvent,
  cards: DoCards | undefined,
): HTMLElement {
  const { type, targets, guard, isAllowed, fields, confirm } = event
  const names = targets.map((target) => (target === null ? 'stays' : relativeName(leaf, target)))
  const parts = [
    h('code', { class: 'grow' }, type),
    !isAllowed && h('span', { class: 'chip' }, guard ? `not ${guard}` : 'not now'),
    isAllowed && source.send && !fields && h('span', { class: 'chip' }, whyNotHere(event)),
    h('span', { class: 'quiet cut target' }, names.join(' or ')),
  ]
  if (!source.send || !fields || !isAllowed) return h('li', { class: 'row-line still' }, ...parts)
  const send = source.send.bind(source)
  if (fields.length === 0 && !confirm) {
    const button = { type: 'button', class: 'row-line row-button', onclick: () => send({ type }) }
    return h('li', {}, h('button', button, ...parts))
  }
  return h(
    'li',
    {},
    h(
      'details',
      { name: 'legal' },
      h('summary', { class: 'row-line row-button' }, ...parts),
      cards?.eventForm(event, send),
    ),
  )
}

/** The token of another provider cannot be typed. */
function whyNotHere({ isTypedInApp, confirm }: LegalEvent): string {
  if (confirm) return 'only in the app'
  return isTypedInApp ? 'type it in the app' : 'cannot be typed here'
}

function whereFrom(transitions: readonly Transition[]) {
  return [
    heading('Where I came from'),
    h(
      'ol',
      { class: 'rows' },
      ...transitions.map(({ at, event, from, to, guard }) =>
        h(
          'li',
          { class: 'step' },
          h('code', {}, changeBetween(from, to)),
          h('span', { class: 'quiet step-why' }, readableEvent(event), guard && ` if ${guard}`),
          h('time', { class: 'quiet' }, timeOf(at).slice(0, 8)),
        ),
      ),
    ),
    transitions.length === 0 && h('p', { class: 'quiet' }, 'No step has been seen yet.'),
  ]
}

/** Newest first. What was ignored counts until something is taken after it. */
function lastOf(events: readonly TraceEvent[]) {
  const transitions: Transition[] = []
  let lastIgnored: Ignored | undefined
  for (let at = events.length - 1; at >= 0 && transitions.length < stepsBack; at -= 1) {
    const event = events[at]
    if (event?.type === 'transition') transitions.push(event)
    if (event?.type === 'ignored') lastIgnored ??= event
  }
  return { transitions, lastIgnored }
}

/** Short values come first. */
const sizeOf = (value: Shown): number => JSON.stringify(value).length

function isSet(value: Shown): boolean {
  if (typeof value !== 'object' || value === null) return Boolean(value)
  return Object.values(value as Readonly<Record<string, Shown>>).some(isSet)
}
