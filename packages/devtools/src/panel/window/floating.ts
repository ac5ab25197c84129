import { grip } from '../elements/grip.ts'
import { h } from '../elements/h.ts'
import type { StoredNumbers } from './stored-numbers.ts'

export interface Floating {
  /** Floats from now on, or is docked again. */
  set(isFloating: boolean): void
}

interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const least = { width: 360, height: 200 }
/** From the edges of the page, at first. */
const gap = 24

/**
 * Lets a panel float in the page: its title moves it, its lower right corner resizes it. Its place is
 * stored as five numbers, of which the first is 1 while it floats.
 */
export function floating(
  host: HTMLElement,
  box: HTMLElement,
  title: HTMLElement,
  stored: StoredNumbers,
): Floating {
  const page = () => host.ownerDocument.defaultView ?? window
  const [, ...before] = stored.read()
  let isFloating = false
  let place = placeOf(before) ?? atFirst(page())

  /** What does not fit into the page is put where it does. */
  function put(next: Place) {
    const { innerWidth, innerHeight } = page()
    const width = between(least.width, next.width, innerWidth)
    const height = between(least.height, next.height, innerHeight)
    const x = between(0, next.x, innerWidth - width)
    const y = between(0, next.y, innerHeight - height)
    place = { x, y, width, height }
    for (const [name, value] of Object.entries(place)) {
      host.style.setProperty(`--float-${name}`, `${value}px`)
    }
  }

  const keep = () => stored.write(Number(isFloating), place.x, place.y, place.width, place.height)

  const bar = grip(
    h(
      'button',
      { type: 'button', class: 'float-bar cut', title: 'Drag it, or use the arrows' },
      title,
    ),
    () => {
      put(place)
      const { x, y, ...size } = place
      return (right, down) => put({ ...size, x: x + right, y: y + down })
    },
    keep,
  )
  const corner = grip(
    h('button', {
      type: 'button',
      class: 'float-corner',
      'aria-label': 'Size of the inspector',
      title: 'Drag it, or use the arrows',
    }),
    () => {
      put(place)
      const { x, y, width, height } = place
      const { innerWidth, innerHeight } = page()
      return (right, down) =>
        put({
          x,
          y,
          width: between(least.width, width + right, innerWidth - x),
          height: between(least.height, height + down, innerHeight - y),
        })
    },
    keep,
  )
  box.prepend(bar)
  box.append(corner)
  return {
    set(next) {
      isFloating = next
      host.toggleAttribute('floating', isFloating)
      put(place)
      keep()
    },
  }
}

const between = (low: number, value: number, high: number) =>
  Math.round(Math.max(low, Math.min(value, high)))

function placeOf([x, y, width, height]: readonly number[]): Place | undefined {
  if (x === undefined || y === undefined || !width || !height) return undefined
  return { x, y, width, height }
}

function atFirst({ innerWidth, innerHeight }: Window): Place {
  const [width, height] = [760, 480]
  return { x: innerWidth - width - gap, y: innerHeight - height - gap, width, height }
}
