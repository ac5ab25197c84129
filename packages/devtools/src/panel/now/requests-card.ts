import type { PanelSource, RequestControls } from '../../source/panel-source.ts'
import { h } from '../elements/h.ts'

/** Delays in ms, with their labels. */
const delays = [
  [0, 'At once'],
  [500, '0.5 s late'],
  [2_000, '2 s late'],
  [10_000, '10 s late'],
] as const

/** Pauses requests, delays them, sends them one by one, or answers them. */
export function requestsCard(source: PanelSource): {
  readonly element: HTMLElement
  update(): void
} {
  const pauseButton = h(
    'button',
    {
      type: 'button',
      class: 'button',
      'aria-pressed': 'false',
      onclick() {
        if (source.requests) source.requests.isPausing = !source.requests.isPausing
        update()
      },
    },
    'Pause the next ones',
  )
  const late = h(
    'select',
    {
      'aria-label': 'When requests are sent',
      onchange() {
        if (source.requests) source.requests.delayMs = Number(late.value)
      },
    },
    ...delays.map(([ms, label]) => h('option', { value: ms }, label)),
  )
  const letGo = h(
    'button',
    {
      type: 'button',
      class: 'button',
      onclick() {
        const { requests } = source
        if (!requests) return
        requests.isPausing = false
        for (const { request } of requests.pending) requests.release(request)
        update()
      },
    },
    'Let go of all',
  )
  const list = h('ul', { class: 'rows' })
  const none = h('p', { class: 'quiet' }, 'None is pending.')
  const element = h(
    'section',
    { class: 'card requests' },
    h('h2', {}, 'Requests'),
    h('p', { class: 'chips' }, pauseButton, late, letGo),
    list,
    none,
  )

  /** A row stays what it is while others come and go: its answers may be open. */
  const rows = new Map<string, HTMLElement>()
  function keepRows(requests: RequestControls, pending: RequestControls['pending']) {
    const keys = pending.map(({ request, isPaused }) => `${request} ${isPaused}`)
    for (const [key, row] of rows) {
      if (keys.includes(key)) continue
      if (row.matches(':focus-within')) pauseButton.focus()
      row.remove()
      rows.delete(key)
    }
    pending.forEach((one, at) => {
      const key = keys[at] ?? ''
      const row = rows.get(key) ?? requestRow(requests, one, update)
      rows.set(key, row)
      if (list.children[at] !== row) list.insertBefore(row, list.children[at] ?? null)
    })
  }

  function update() {
    const { requests } = source
    element.hidden = !requests
    if (!requests) return
    const { pending, isPausing, delayMs } = requests
    pauseButton.setAttribute('aria-pressed', String(isPausing))
    late.value = String(delayMs)
    letGo.hidden = !isPausing && !pending.some(({ isPaused }) => isPaused)
    none.hidden = pending.length > 0
    keepRows(requests, pending)
  }

  return { element, update }
}

function requestRow(
  requests: RequestControls,
  { request, operation, isPaused }: RequestControls['pending'][number],
  onChange: () => void,
): HTMLElement {
  const answers = h('div', { class: 'outcomes', role: 'group', 'aria-label': 'Answers' })
  async function offer() {
    const endings = await requests.endings(operation)
    answers.replaceChildren(
      ...endings.map(({ name, isRejection }) =>
        h(
          'button',
          {
            type: 'button',
            class: isRejection ? 'button small rejection' : 'button small',
            onclick: () => requests.end(request, name),
          },
          h('code', {}, name),
        ),
      ),
    )
  }
  return h(
    'li',
    {},
    h(
      'p',
      { class: 'row-line' },
      h('code', { class: 'grow' }, operation),
      h('span', { class: 'chip' }, isPaused ? 'paused' : 'sent'),
      isPaused &&
        h(
          'button',
          {
            type: 'button',
            class: 'button small',
            'aria-label': `Release ${operation}`,
            onclick() {
              requests.release(request)
              onChange()
            },
          },
          'Release',
        ),
    ),
    h(
      'details',
      {},
      h(
        'summary',
        {
          class: 'row-line row-button',
          'aria-label': `Answer ${operation}`,
          onclick: () => void offer(),
        },
        'Answer',
      ),
      answers,
    ),
  )
}
