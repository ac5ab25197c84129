import { h, s } from './h.ts'

/** Lines on a grid of 16. */
const paths = {
  close: 'M4 4l8 8M12 4l-8 8',
  window:
    'M9 3h4v4M13 3 7.5 8.5M6.5 3.5H4A1.5 1.5 0 0 0 2.5 5v7A1.5 1.5 0 0 0 4 13.5h7a1.5 1.5 0 0 0 1.5-1.5V9.5',
  float: 'M2.5 3h8.5v6.5H2.5zM5 9.5V13h8.5V6.5H11',
  dock: 'M2.5 3h11v10h-11zM2.5 8.5h11',
  first: 'M4.5 3.5v9M12 3.5v9L6.5 8z',
  back: 'M10.5 3.5v9L4.5 8z',
  forward: 'M5.5 3.5v9l6-4.5z',
  last: 'M11.5 3.5v9M4 3.5v9L9.5 8z',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  resume: 'M5 3.5v9l7-4.5z',
  clear: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M4.2 4.2l7.6 7.6',
  save: 'M8 2.5v7.5M4.8 7 8 10.2 11.2 7M3 13.5h10',
  load: 'M8 10.5V3M4.8 5.8 8 2.6l3.2 3.2M3 13.5h10',
  plus: 'M8 3.5v9M3.5 8h9',
  minus: 'M3.5 8h9',
  fit: 'M2.5 6V3.5A1 1 0 0 1 3.5 2.5H6M10 2.5h2.5a1 1 0 0 1 1 1V6M13.5 10v2.5a1 1 0 0 1-1 1H10M6 13.5H3.5a1 1 0 0 1-1-1V10',
  here: 'M8 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M8 1.5v3M8 11.5v3M1.5 8h3M11.5 8h3',
  copy: 'M5.5 5.5v-2a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-2M3.5 5.5h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-6a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1',
  shield: 'M8 1.8 3 3.7v4c0 3 2.1 5.3 5 6.5 2.9-1.2 5-3.5 5-6.5v-4zM5.8 7.9l1.6 1.6 2.9-3.1',
  alert: 'M8 2.5 14 13H2zM8 6.5v3M8 11.2v.1',
} as const

export type IconName = keyof typeof paths

export function icon(name: IconName): SVGSVGElement {
  return s(
    'svg',
    { class: 'icon', viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    s('path', { d: paths[name] }),
  )
}

/** A button that shows an icon and says a name. */
export function iconButton(name: IconName, label: string, onclick: () => void): HTMLButtonElement {
  return h(
    'button',
    { type: 'button', class: 'icon-button', title: label, 'aria-label': label, onclick },
    icon(name),
  )
}
