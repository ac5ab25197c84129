import type { PanelSource, RequestControls } from '../../source/panel-source.ts'
import { h } from '../elements/h.ts'

/** In ms, with what is said of them. */
const delays = [
  [0, 'At once'],
  [500, '0.5 s late'],
  [2_000, '2 s late'],
  [10_000, '10 s late'],
] as const

/** Holds requests, sends them late, lets them go one by one, or answers them. */
export function requestsCard(source: PanelSource): {
  readonly element: HTMLElement
  update(): void
} {
  const hold = h(
    'button',
    {
      type: 'button',
      class: 'button',
      'aria-pressed': 'false',
      onclick() {
        if (source.requests) source.requests.isHolding = !source.requests.isHolding
        update()
      },
    },
    'Hold the next ones',
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
        requests.isHolding = false
        for (const { request } of requests.pending) requests.release(request)
        update()
      },
    },
    'Let go of all',
  )
  const list = h('ul', { class: 'rows' })
  const none = h('p', { class: 'quiet' }, 'None is under way.')
  const element = h(
    'section',
    { class: 'card requests' },
    h('h2', {}, 'Requests'),
    h('p', { class: 'chips' }, hold, late, letGo),
    list,
    none,
  )

  /** A row stays what it is while others come and go: its answers may be open. */
  const rows = new Map<string, HTMLElement>()
  function keepRows(requests: RequestControls, pending: RequestControls['pending']) {
    const keys = pending.map(({ request, isHeld }) => `${request} ${isHeld}`)
    for (const [key, row] of rows) {
      if (keys.includes(key)) continue
      if (row.matches(':focus-within')) hold.focus()
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
    const { pending, isHolding, delayMs } = requests
    hold.setAttribute('aria-pressed', String(isHolding))
    late.value = String(delayMs)
    letGo.hidden = !isHolding && !pending.some(({ isHeld }) => isHeld)
    none.hidden = pending.length > 0
    keepRows(requests, pending)
  }

  return { element, update }
}

function requestRow(
  requests: RequestControls,
  { request, operation, isHeld }: RequestControls['pending'][number],
  onChange: () => void,
): HTMLElement {
  const answers = h('div', { class: 'outcomes', role: 'group', 'aria-label': 'Answers' })
  async function offer() {
    const endings = await requests.endings(operation)
    answers.replaceChildren(
      ...endings.map(({ name, isRefusal }) =>
        h(
          'button',
          {
            type: 'button',
            class: isRefusal ? 'button small refusal' : 'button small',
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
      h('span', { class: 'chip' }, isHeld ? 'held' : 'sent'),
      isHeld &&
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
