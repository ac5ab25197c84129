import type { Box } from './camera.ts'

/** The name of a flow, which is drawn as a box. */
export interface FlowName {
  readonly text: SVGTextElement
  readonly box: Box
}

/** The position of the name inside its box while that is large enough, in px of the picture. */
const inset = { x: 14, y: 22 }
/** Its size on the screen while the picture is small, in px. */
const [letter, line, descent] = [7, 14, 3]

/** The room that a text takes at `x` and `y` while the picture is small, in px of the picture. */
export function roomOf({ x, y }: Pick<Box, 'x' | 'y'>, text: string, scale: number): Box {
  return { x, y, width: (text.length * letter) / scale, height: line / scale }
}

/** Names in their boxes, as they are drawn. */
export function namesInside(names: readonly FlowName[]): void {
  for (const { text, box } of names) put(text, box.x + inset.x, box.y + inset.y)
}

/**
 * Names of the same size however small the picture is: in, above or below their boxes, whichever is
 * free. Where nothing is, the smaller flow has none.
 *
 * @param words that are in the picture already.
 */
export function namesApart(names: readonly FlowName[], scale: number, words: readonly Box[]): void {
  const taken = [...words]
  for (const { text, box } of [...names].sort(byWeight)) {
    const { width, height } = roomOf(box, text.textContent ?? '', scale)
    const fits = box.width > width && box.height > height * 1.5
    const tops = [...(fits ? [box.y] : []), box.y - height, box.y + box.height]
    const free = tops
      .map((y) => ({ x: box.x, y, width, height }))
      .find((place) => !taken.some((other) => overlaps(place, other)))
    text.classList.toggle('unplaced', free === undefined)
    if (!free) continue
    taken.push(free)
    put(text, free.x + descent / scale, free.y + height - descent / scale)
  }
}

/** The active flow comes first, then the larger ones. */
const byWeight = (one: FlowName, other: FlowName) => weightOf(other) - weightOf(one)
const weightOf = ({ text, box }: FlowName) =>
  text.classList.contains('around') ? Number.POSITIVE_INFINITY : box.width * box.height

const overlaps = (one: Box, other: Box) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

function put(text: SVGTextElement, x: number, y: number) {
  text.setAttribute('x', String(x))
  text.setAttribute('y', String(y))
  text.classList.toggle('unplaced', false)
}
