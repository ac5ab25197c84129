import { h } from '../elements/h.ts'
import type { Box } from './camera.ts'

const arrows = ['↖', '↑', '↗', '←', '', '→', '↙', '↓', '↘'] as const
const sides = ['start', 'center', 'end'] as const

/** A button at the edge of the window that names the current state while that is out of view. */
export function hereMarker(onclick: () => void) {
  const button = h('button', { type: 'button', class: 'seek-button', onclick })
  const element = h('div', { class: 'seek', hidden: true }, button)
  return {
    element,
    /** @param box where the state is, in px of a window of this size. */
    point(leaf: string, box: Box, width: number, height: number) {
      const column = sideOf(box.x + box.width / 2, width)
      const row = sideOf(box.y + box.height / 2, height)
      const arrow = arrows[row * 3 + column] ?? ''
      element.hidden = arrow === ''
      const words = `${arrow} ${leaf}`
      if (button.textContent !== words) button.textContent = words
      element.style.setProperty('place-items', `${sides[row]} ${sides[column]}`)
    },
  }
}

/** 0: before the window, 1: in it, 2: behind it. */
const sideOf = (at: number, length: number) => (at < 0 ? 0 : at > length ? 2 : 1)
