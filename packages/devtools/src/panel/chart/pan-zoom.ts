/** What the user does to a picture. */
interface PanZoom {
  /** In px. */
  move(x: number, y: number): void
  /** Zooms around a point of the window, in px from its corner. */
  pinch(by: number, x: number, y: number): void
  zoom(by: number): void
  zoomFull(): void
  fit(): void
  here(): void
}

/** Px for each press of an arrow key. */
const panStep = 64

/** Wheel, pinch, drag and keys move the picture. */
export function attachPanZoom(frame: SVGSVGElement, by: PanZoom): void {
  const fingers = new Map<number, { x: number; y: number }>()
  let hasMoved = false

  const acts: ReadonlyMap<string, () => void> = new Map([
    ['ArrowLeft', () => by.move(panStep, 0)],
    ['ArrowRight', () => by.move(-panStep, 0)],
    ['ArrowUp', () => by.move(0, panStep)],
    ['ArrowDown', () => by.move(0, -panStep)],
    ['+', () => by.zoom(1.25)],
    ['=', () => by.zoom(1.25)],
    ['-', () => by.zoom(0.8)],
    ['1', by.zoomFull],
    ['0', by.fit],
    ['Home', by.here],
  ])
  const within = (event: MouseEvent) => {
    const { left, top } = frame.getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }

  frame.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault()
      const { x, y } = within(event)
      // A pinch on a touch pad comes as a wheel with the control key, in small steps.
      by.pinch(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0016)), x, y)
    },
    { passive: false },
  )
  frame.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return
    fingers.set(event.pointerId, within(event))
    hasMoved = false
  })
  frame.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId)
    if (!before) return
    const at = within(event)
    const [x, y] = [at.x - before.x, at.y - before.y]
    if (!hasMoved && Math.hypot(x, y) < 4) return
    if (!hasMoved) frame.setPointerCapture(event.pointerId)
    hasMoved = true
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1]
    if (other) {
      const distance = (to: { x: number; y: number }) => Math.hypot(to.x - other.x, to.y - other.y)
      by.pinch(distance(at) / (distance(before) || 1), other.x, other.y)
    } else {
      by.move(x, y)
    }
    fingers.set(event.pointerId, at)
  })
  const lift = (event: PointerEvent) => fingers.delete(event.pointerId)
  frame.addEventListener('pointerup', lift)
  frame.addEventListener('pointercancel', lift)
  // A drag is not a click.
  frame.addEventListener('click', (event) => hasMoved && event.stopPropagation(), { capture: true })
  frame.addEventListener('keydown', (event) => {
    const act = acts.get(event.key)
    if (!act || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    act()
  })
}
