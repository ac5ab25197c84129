import type { PlacedEdge } from './layout.ts'

/** How round a line goes around a corner, in px. */
const radius = 6

/** A line around its corners. */
export function roundedPath(points: PlacedEdge['points']): string {
  return points
    .map(([x, y], index) => {
      const [before, after] = [points[index - 1], points[index + 1]]
      if (!before) return `M${x} ${y}`
      if (!after) return `L${x} ${y}`
      const near = (other: readonly [number, number]) => {
        const distance = Math.hypot(other[0] - x, other[1] - y)
        const share = Math.min(radius, distance / 2) / (distance || 1)
        return `${round(x + (other[0] - x) * share)} ${round(y + (other[1] - y) * share)}`
      }
      return `L${near(before)}Q${x} ${y} ${near(after)}`
    })
    .join('')
}

const round = (value: number) => Math.round(value * 10) / 10
