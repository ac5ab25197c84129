/** How far a press of an arrow goes, in px. */
const step = 24

const arrows: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['ArrowUp', [0, -step]],
  ['ArrowDown', [0, step]],
  ['ArrowLeft', [-step, 0]],
  ['ArrowRight', [step, 0]],
])

/**
 * Makes an element draggable with a pointer or the arrow keys. `begin` returns a function that gets the
 * distance since then, in px; `end` is called at the end.
 */
export function grip<E extends HTMLElement>(
  element: E,
  begin: () => (right: number, down: number) => void,
  end: () => void,
): E {
  element.addEventListener('pointerdown', ({ pointerId, clientX, clientY, button }) => {
    if (button !== 0) return
    element.setPointerCapture(pointerId)
    const move = begin()
    const follow = (event: PointerEvent) => move(event.clientX - clientX, event.clientY - clientY)
    const leave = () => {
      element.removeEventListener('pointermove', follow)
      end()
    }
    element.addEventListener('pointermove', follow)
    element.addEventListener('lostpointercapture', leave, { once: true })
  })
  element.addEventListener('keydown', (event) => {
    const direction = arrows.get(event.key)
    if (!direction) return
    event.preventDefault()
    begin()(...direction)
    end()
  })
  return element
}
