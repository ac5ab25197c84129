/** A part of a picture, in its own px. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What a camera shows: a box in the middle, as large as it fits, at most `most` times its size. */
export interface Sight {
  readonly box: Box
  readonly most: number
}

/** The whole picture, with room for the name of the last flow, which is wider than its box when the picture is small. */
export function wholeOf({ width, height }: Pick<Box, 'width' | 'height'>): Sight {
  return { box: { x: 0, y: 0, width: width + nameRoom, height }, most: 1 }
}

export interface Camera {
  /** Shows what suits a window of this size (px), and again after the window has changed its size. */
  lookAt(sight: (width: number, height: number) => Sight): void
  /** Zooms by a factor around a point of the window (px from its corner; default: its middle). */
  zoom(by: number, x?: number, y?: number): void
  pan(x: number, y: number): void
  /** Where a part of the picture is, in px of the window. */
  placeOf(box: Box): Box
}

const [smallest, largest] = [0.03, 2.5]
const tripMs = 220
/** In px of the picture. */
const nameRoom = 400
/** The space around the box, of both sides together, in px of the window. */
export const margin = 48

/** Moves the picture in `world` so that a part of it is seen in `frame`. `onMove` is called after each move. */
export function camera(frame: Element, world: Element, onMove: (scale: number) => void): Camera {
  let [x, y, scale] = [0, 0, 1]
  let trip = 0
  /** What the camera shows, until the user moves away from it. */
  let goal: Parameters<Camera['lookAt']>[0] | undefined

  function put(toX: number, toY: number, toScale: number) {
    ;[x, y, scale] = [toX, toY, toScale]
    world.setAttribute('transform', `translate(${x} ${y}) scale(${scale})`)
    onMove(scale)
  }

  /** Without an animation if the user prefers reduced motion. */
  function travel(toX: number, toY: number, toScale: number) {
    const view = frame.ownerDocument.defaultView
    const [fromX, fromY, fromScale] = [x, y, scale]
    trip += 1
    const mine = trip
    if (!view || view.matchMedia('(prefers-reduced-motion: reduce)').matches) {
      put(toX, toY, toScale)
      return
    }
    const start = view.performance.now()
    const step = (time: number) => {
      if (mine !== trip) return
      const done = Math.min(1, Math.max(0, time - start) / tripMs)
      const eased = 1 - (1 - done) ** 3
      const between = (from: number, to: number) => from + (to - from) * eased
      put(between(fromX, toX), between(fromY, toY), between(fromScale, toScale))
      if (done < 1) view.requestAnimationFrame(step)
    }
    view.requestAnimationFrame(step)
  }

  function aim(): [x: number, y: number, scale: number] | undefined {
    const { width, height } = frame.getBoundingClientRect()
    if (!goal || width === 0 || height === 0) return undefined
    const { box, most } = goal(width, height)
    const next = clamp(Math.min((width - margin) / box.width, (height - margin) / box.height, most))
    return [
      width / 2 - (box.x + box.width / 2) * next,
      height / 2 - (box.y + box.height / 2) * next,
      next,
    ]
  }

  // What was in the middle stays there when the window changes its size.
  const resized = () => {
    const place = aim()
    if (!place) return onMove(scale)
    trip += 1
    put(...place)
  }
  if (globalThis.ResizeObserver) new ResizeObserver(resized).observe(frame)

  return {
    lookAt(sight) {
      goal = sight
      const place = aim()
      if (place) travel(...place)
    },
    zoom(by, atX, atY) {
      trip += 1
      goal = undefined
      const { width, height } = frame.getBoundingClientRect()
      const [middleX, middleY] = [atX ?? width / 2, atY ?? height / 2]
      const next = clamp(scale * by)
      const ratio = next / scale
      put(middleX - (middleX - x) * ratio, middleY - (middleY - y) * ratio, next)
    },
    pan(byX, byY) {
      trip += 1
      goal = undefined
      put(x + byX, y + byY, scale)
    },
    placeOf: (box) => ({
      x: x + box.x * scale,
      y: y + box.y * scale,
      width: box.width * scale,
      height: box.height * scale,
    }),
  }
}

export function clamp(scale: number): number {
  return Math.min(largest, Math.max(smallest, scale))
}
