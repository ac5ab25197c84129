import { h } from './elements/h.ts'
import type { View } from './view.ts'

export interface Tabs {
  readonly list: HTMLElement
  readonly panels: readonly HTMLElement[]
  readonly current: View
  select(view: View): void
}

/** Tabs as WAI-ARIA describes them: one is in the tab order, arrows, Home and End choose. */
export function tabs(views: readonly [View, ...View[]], onSelect: () => void): Tabs {
  let [current] = views
  const buttons = views.map((view) =>
    h(
      'button',
      {
        type: 'button',
        role: 'tab',
        class: 'tab',
        id: `tab-${view.name}`,
        'aria-controls': `panel-${view.name}`,
        onclick: () => select(view),
      },
      view.name,
    ),
  )
  const panels = views.map(({ name, element }) =>
    h(
      'div',
      { role: 'tabpanel', class: 'view', id: `panel-${name}`, 'aria-labelledby': `tab-${name}` },
      element,
    ),
  )

  function paint() {
    views.forEach((view, index) => {
      const isCurrent = view === current
      buttons[index]?.setAttribute('aria-selected', String(isCurrent))
      buttons[index]?.setAttribute('tabindex', isCurrent ? '0' : '-1')
      panels[index]?.toggleAttribute('hidden', !isCurrent)
    })
  }

  function select(view: View) {
    if (view === current) return
    current.hide?.()
    current = view
    paint()
    current.show?.()
    onSelect()
  }

  function onKey(event: KeyboardEvent) {
    const last = views.length - 1
    const at = views.indexOf(current)
    const next = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    }[event.key]
    const view = next === undefined ? undefined : views[next]
    if (next === undefined || !view) return
    event.preventDefault()
    select(view)
    buttons[next]?.focus()
  }

  paint()
  const list = h(
    'div',
    { role: 'tablist', class: 'tabs', 'aria-label': 'Views', onkeydown: onKey },
    ...buttons,
  )
  return {
    list,
    panels,
    get current() {
      return current
    },
    select,
  }
}
