import { type Row, statusOf } from '../coverage.ts'

const levels = 4

/** Visits grow fast towards sign-in: each level stands for several times as many as the one below. */
export function heatScale(rows: readonly Row[]) {
  const most = Math.max(1, ...rows.map(({ walked }) => walked))
  const base = Math.max(most ** (1 / levels), 1.01)
  const levelOf = (walked: number) =>
    walked === 0 ? 0 : Math.min(levels, 1 + Math.floor(Math.log(walked) / Math.log(base)))
  return {
    /** The colour of a leaf, and whether it is marked as failed. */
    classOf: (row: Row) => (statusOf(row) === 'failed' ? 'failed' : `heat-${levelOf(row.walked)}`),
    /** Which numbers of visits share a level, e.g. `4 to 15`; absent where none does. */
    legend: Array.from({ length: levels + 1 }, (_, level) => {
      const first = firstOf(level, most, levelOf)
      const last = firstOf(level + 1, most, levelOf) - 1
      if (first > last) return undefined
      return { level, text: first === last ? `${first}` : `${first} to ${last}` }
    }).filter((entry) => entry !== undefined),
  }
}

/** The least number of visits of each level, by halves: a file may contain any number. */
function firstOf(level: number, most: number, levelOf: (walked: number) => number): number {
  let [low, high] = [0, most + 1]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (levelOf(middle) >= level) high = middle
    else low = middle + 1
  }
  return low
}
