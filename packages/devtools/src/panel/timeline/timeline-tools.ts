import type { Trace } from '../../trace/ring-buffer.ts'
import type { Lane } from '../../trace/trace-event.ts'
import { h } from '../elements/h.ts'
import { icon, iconButton } from '../elements/icon.ts'
import { save } from '../elements/save.ts'
import { laneDot, lanes } from './lanes.ts'

export interface TimelineTools {
  readonly element: HTMLElement
  update(shown: number, all: number): void
}

/** Filter, lanes, pause, clear and export. */
export function timelineTools(
  trace: Trace,
  filter: { text: string; readonly hidden: Set<Lane> },
  onChange: () => void,
): TimelineTools {
  const search = h('input', {
    type: 'search',
    class: 'search',
    placeholder: 'Filter events',
    'aria-label': 'Filter events',
    oninput() {
      filter.text = search.value.trim().toLowerCase()
      onChange()
    },
  })
  const toggles = lanes.map(({ lane, label }) => {
    const toggle = h(
      'button',
      {
        type: 'button',
        class: 'toggle',
        'aria-pressed': 'true',
        onclick() {
          const isHidden = !filter.hidden.delete(lane)
          if (isHidden) filter.hidden.add(lane)
          toggle.setAttribute('aria-pressed', String(!isHidden))
          onChange()
        },
      },
      laneDot(lane),
      label,
    )
    return toggle
  })
  const pause = iconButton('pause', 'Pause', () => {
    if (trace.isPaused) trace.resume()
    else trace.pause()
    onChange()
  })
  const count = h('span', { class: 'quiet count' })
  return {
    element: h(
      'div',
      { class: 'tools', role: 'toolbar', 'aria-label': 'Timeline' },
      search,
      h('span', { class: 'toggles', role: 'group', 'aria-label': 'Lanes' }, ...toggles),
      count,
      pause,
      iconButton('clear', 'Clear', () => trace.clear()),
      iconButton('save', 'Export trace', () => save('authchart-trace.json', trace.exportJson())),
    ),
    update(shown, all) {
      count.textContent = [
        shown === all ? `${all} events` : `${shown} of ${all}`,
        trace.dropped > 0 && `${trace.dropped} dropped`,
        trace.isPaused && 'paused',
      ]
        .filter(Boolean)
        .join(' · ')
      const label = trace.isPaused ? 'Resume' : 'Pause'
      if (pause.title === label) return
      pause.title = label
      pause.setAttribute('aria-label', label)
      pause.replaceChildren(icon(trace.isPaused ? 'resume' : 'pause'))
    },
  }
}
