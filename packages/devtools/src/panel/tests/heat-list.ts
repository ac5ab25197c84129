import { leafName } from '@authchart/machine/xstate'
import { h } from '../elements/h.ts'
import type { HeatRow } from './heat.ts'

/** More are not drawn at once: who looks for one of them types. */
const mostRows = 100

const marks = { taken: '✓', failed: '✗', missed: '○' } as const

/** The transitions that were taken, failed or missed, with a search. `onSearch` gets the search text. */
export function heatList(onSearch: (text: string) => void) {
  let rows: readonly HeatRow[] = []
  const search = h('input', {
    type: 'search',
    class: 'search',
    placeholder: 'Find a state or transition',
    'aria-label': 'Find a state or transition',
    oninput: () => paint(),
  })
  const choice = h(
    'select',
    { 'aria-label': 'Which', onchange: () => paint() },
    h('option', { value: 'missed' }, 'Missed'),
    h('option', { value: 'failed' }, 'Failed'),
    h('option', { value: 'taken' }, 'Taken'),
    h('option', { value: 'all' }, 'All'),
  )
  const count = h('p', { class: 'quiet', role: 'status' })
  const list = h('ul', { class: 'rows', tabindex: 0, 'aria-label': 'States and transitions' })

  function paint() {
    const text = search.value.trim().toLowerCase()
    onSearch(text)
    // The whole name of a state means it, and none whose name it is a part of.
    const state = rows.find(({ name, from }) => name === from && name.toLowerCase() === text)?.name
    const found = rows.filter(({ status, name, from, to = '', why = '' }) => {
      if (choice.value !== 'all' && status !== choice.value) return false
      if (state !== undefined) return from === state || to === state
      const names = `${leafName(from)} ${leafName(to)}`
      return `${name} ${from} ${to} ${names} ${why}`.toLowerCase().includes(text)
    })
    const more = found.length > mostRows ? `, of which the first ${mostRows} are shown` : ''
    count.textContent = `${found.length} found${more}`
    list.replaceChildren(...found.slice(0, mostRows).map(rowOf))
  }

  return {
    element: h(
      'section',
      { class: 'card', 'aria-label': 'What was taken' },
      h('p', { class: 'chips' }, choice, search),
      count,
      list,
    ),
    set(next: readonly HeatRow[]) {
      rows = next
      paint()
    },
    /** Shows all about a state. */
    look(id: string) {
      search.value = id
      choice.value = 'all'
      paint()
    },
  }
}

function rowOf({ name, from, to, count, status, why }: HeatRow): HTMLElement {
  const path =
    name === from
      ? undefined
      : to === undefined
        ? `${leafName(from) || 'anywhere'}, stays`
        : `${leafName(from) || 'anywhere'} → ${leafName(to)}`
  return h(
    'li',
    { class: `heat-row is-${status}` },
    h('span', { 'aria-hidden': 'true' }, marks[status]),
    h('code', { class: 'grow' }, name === from ? leafName(name) : name),
    h('span', { class: 'quiet' }, status === 'taken' ? `taken ${count}×` : status),
    path !== undefined && h('span', { class: 'quiet heat-way' }, path),
    why !== undefined && h('span', { class: 'heat-way' }, why),
  )
}
