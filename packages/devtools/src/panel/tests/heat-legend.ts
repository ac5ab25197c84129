import { h, s } from '../elements/h.ts'
import { levelRanges } from './heat.ts'

/** What the colours mean. `most` is the highest count. */
export function heatLegend() {
  const element = h('ul', { class: 'legend', 'aria-label': 'Legend' })
  return {
    element,
    set(most: number, hasFailed: boolean) {
      element.replaceChildren(
        row('heat-0', '0× not taken'),
        ...levelRanges(most).map(({ level, from, to }) =>
          row(`heat-${level}`, from === to ? `${from}×` : `${from}–${to}×`),
        ),
        ...(hasFailed ? [row('heat-0 failed', '✗ failed')] : []),
      )
    },
  }
}

function row(name: string, words: string): HTMLElement {
  const swatch = s('svg', { class: 'swatch', viewBox: '0 0 20 14', 'aria-hidden': 'true' })
  swatch.append(s('rect', { x: 1.5, y: 1.5, width: 17, height: 11, rx: 2 }))
  swatch.classList.add(...name.split(' '))
  return h('li', {}, swatch, words)
}
