import { type Row, statusOf } from '../coverage.ts'

const levels = 4

/** Visits grow fast towards sign-in: each level stands for several times as many as the one below. */
export function heatScale(rows: readonly Row[]) {
  const most = Math.max(1, ...rows.map(({ walked }) => walked))
  const base = Math.max(most ** (1 / levels), 1.01)
  const levelOf = (walked: number) =>
    walked === 0 ? 0 : Math.min(levels, 1 + Math.floor(Math.log(walked) / Math.log(base)))
  return {
    /** Of a leaf: its colour, and whether it is marked as failed. */
    classOf: (row: Row) => (statusOf(row) === 'failed' ? 'failed' : `heat-${levelOf(row.walked)}`),
    /** Which numbers of visits share a level, e.g. `4 to 15`; absent where none does. */
    legend: Array.from({ length: levels + 1 }, (_, level) => {
      const visits = Array.from({ length: most + 1 }, (_, walked) => walked)
      const mine = visits.filter((walked) => levelOf(walked) === level)
      const [first] = mine
      const last = mine.at(-1)
      if (first === undefined) return undefined
      return { level, text: first === last ? `${first}` : `${first} to ${last}` }
    }).filter((entry) => entry !== undefined),
  }
}
