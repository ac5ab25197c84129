import type { Camera } from './camera.ts'

/** Px for each press of an arrow key. */
const panStep = 64

/** Wheel, pinch, drag and keys move the camera. */
export function attachPanZoom(
  frame: SVGSVGElement,
  camera: Camera,
  fit: () => void,
  here: () => void,
): void {
  const fingers = new Map<number, { x: number; y: number }>()
  let hasMoved = false

  const acts: ReadonlyMap<string, () => void> = new Map([
    ['ArrowLeft', () => camera.pan(panStep, 0)],
    ['ArrowRight', () => camera.pan(-panStep, 0)],
    ['ArrowUp', () => camera.pan(0, panStep)],
    ['ArrowDown', () => camera.pan(0, -panStep)],
    ['+', () => camera.zoom(1.25)],
    ['=', () => camera.zoom(1.25)],
    ['-', () => camera.zoom(0.8)],
    ['0', fit],
    ['Home', here],
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
      camera.zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0016)), x, y)
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
      camera.zoom(distance(at) / (distance(before) || 1), other.x, other.y)
    } else {
      camera.pan(x, y)
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
