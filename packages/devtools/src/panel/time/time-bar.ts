import { type AuthSnapshot, leafName } from '@authchart/machine/xstate'
import { factsOf } from '../../source/facts-of.ts'
import type { PanelSource } from '../../source/panel-source.ts'
import type { TimeTravelSource } from '../../source/time-travel-source.ts'
import type { TraceEvent } from '../../trace/trace-event.ts'
import { sentenceOf } from '../../words/sentence.ts'
import { h } from '../elements/h.ts'
import { iconButton } from '../elements/icon.ts'
import { keepFocus } from '../elements/keep-focus.ts'
import { type Moment, momentsOf } from './moments.ts'

export interface TimeBar {
  readonly element: HTMLElement
  /** Events up to the selected moment. */
  events(): readonly TraceEvent[]
  /** Goes to when an event happened. */
  showMoment(event: number): void
  /** The app shows the selected moment … */
  enter(): void
  /** … and the present again. */
  leave(): void
  update(): void
}

/**
 * Goes through the moments of a trace. `recorded`: the title of one that is over, whose end is a
 * moment like the others.
 */
export function timeBar(
  base: PanelSource,
  time: TimeTravelSource,
  onMove: () => void,
  recorded?: { readonly title: string; readonly close: () => void },
): TimeBar {
  const { trace, graph, preview } = base
  let moments: readonly Moment[] = []
  let events: readonly TraceEvent[] = []
  let known: { readonly last: TraceEvent | undefined; readonly dropped: number } | undefined
  /** The event of the selected moment; absent for the present. */
  let at: number | undefined
  /** What this bar has put into the app; what others put there stays. */
  let inPreview: AuthSnapshot | undefined

  const index = () => {
    const found = moments.findIndex(({ event }) => event.id >= (at ?? Number.POSITIVE_INFINITY))
    return found < 0 ? moments.length - 1 : found
  }

  const first = iconButton('first', 'First step', () => go(0))
  const back = iconButton('back', 'One step back', () => go(index() - 1))
  const forward = iconButton('forward', 'One step forward', () => go(index() + 1))
  const last = iconButton('last', recorded ? 'Last step' : 'Now', () => go(moments.length - 1))
  const range = h('input', {
    type: 'range',
    class: 'time-range',
    min: 0,
    'aria-label': 'Step',
    oninput: () => go(Number(range.value)),
  })
  const where = h('b', { class: 'time-where' })
  const what = h('code', { class: 'cut' })
  const inApp = h('input', { type: 'checkbox', checked: true, onchange: () => paint() })
  const toNow = h('button', { type: 'button', class: 'button small' })
  toNow.textContent = recorded ? 'Back to the live session' : 'Back to now'
  toNow.addEventListener('click', () => {
    if (recorded) recorded.close()
    else go(moments.length - 1)
    range.focus()
  })
  const element = h(
    'div',
    { class: 'time', role: 'group', 'aria-label': 'Time travel' },
    first,
    back,
    forward,
    last,
    range,
    h('span', { class: 'time-said cut', role: 'status' }, where, ' ', what),
    toNow,
    preview && h('label', { class: 'flag time-flag' }, inApp, 'Show in the app'),
  )

  function read() {
    const { dropped } = trace
    events = trace.events()
    const newest = events.at(-1)
    if (known && known.last === newest && known.dropped === dropped) return
    known = { last: newest, dropped }
    moments = momentsOf(events)
  }

  function go(next: number) {
    read()
    const moment = moments[Math.max(0, Math.min(moments.length - 1, next))]
    const isEnd = moment === moments.at(-1)
    at = isEnd && !recorded ? undefined : moment?.event.id
    const root = element.getRootNode()
    if (root instanceof ShadowRoot) keepFocus(root)
    paint()
    onMove()
  }

  function paint() {
    const now = index()
    // After the trace was cleared, the past is empty.
    if (!recorded && now === moments.length - 1) at = undefined
    const moment = at === undefined ? undefined : moments[now]
    const past = moment && events.slice(0, moment.end)
    time.past = past && {
      ...factsOf(past, graph, base.rememberedAfter?.(moment.event.id)),
      events: () => past,
    }
    const shown = moment && inApp.checked ? base.snapshotAfter?.(moment.event.id) : undefined
    show(shown)
    const end = moments.length - 1
    const step = stepOf(moments, now)
    const title = recorded ? recorded.title : 'The past'
    where.textContent = at === undefined ? 'Now' : `${title}: ${step}`
    what.textContent = wordsOf(moments[now])
    range.max = String(Math.max(0, end))
    range.value = String(now)
    range.disabled = end < 1
    range.setAttribute('aria-valuetext', `${step}: ${wordsOf(moments[now])}`)
    able(first, now > 0)
    able(back, now > 0)
    able(forward, now < end)
    able(last, now < end)
    toNow.hidden = at === undefined && !recorded
    element.classList.toggle('is-past', at !== undefined)
  }

  function show(shown: AuthSnapshot | undefined) {
    if (shown === inPreview) return
    inPreview = shown
    preview?.show(shown)
  }

  /** What cannot be pressed any more does not take the focus with it. */
  function able(button: HTMLButtonElement, isAble: boolean) {
    const hadFocus = !isAble && button.matches(':focus')
    button.disabled = !isAble
    if (hadFocus) range.focus()
  }

  read()
  if (recorded) at = moments.at(-1)?.event.id
  paint()
  return {
    element,
    events: () => time.past?.events() ?? trace.events(),
    showMoment(event) {
      read()
      const position = events.findIndex(({ id }) => id >= event)
      go(moments.findIndex(({ end }) => position < end))
    },
    enter: paint,
    leave: () => show(undefined),
    update() {
      const before = known
      read()
      if (before !== known) paint()
    },
  }
}

/** Where it began is no step, unless the beginning is gone. */
function stepOf(moments: readonly Moment[], index: number): string {
  const isWhole = moments[0]?.event.type === 'attached'
  if (isWhole && index <= 0) return 'the beginning'
  const count = isWhole ? moments.length - 1 : moments.length
  return `step ${isWhole ? index : index + 1} of ${count}`
}

function wordsOf(moment: Moment | undefined): string {
  if (!moment) return ''
  return moment.event.type === 'attached'
    ? leafName(moment.event.leaf)
    : sentenceOf(moment.event).name
}
