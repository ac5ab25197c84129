/**
 * One line of a comparison: the same work by Authchart and by a peer, as often as it was measured. Work that takes time is
 * measured in turns, so that a busy machine slows both.
 *
 * @typedef {object} Row
 * @property {string} what the work
 * @property {string} peer whose
 * @property {'B' | 'kB' | 'ms' | 'per s' | ''} unit a plain number has none
 * @property {number[]} ours
 * @property {number[]} theirs
 * @property {'less' | 'more'} [better] which is better, `less` by default
 * @property {number} [limit] what the ratio has to reach
 * @property {string} [why] why Authchart is behind
 */

/** @param {readonly number[]} values */
export function median(values) {
  if (values.length === 0) throw new RangeError('No value to take the median of')
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/**
 * Authchart by the peer: the median of the ratios of each turn where both were measured as often, else the ratio of the medians.
 *
 * @param {Pick<Row, 'ours' | 'theirs'>} row
 */
export function ratioOf({ ours, theirs }) {
  if (ours.length !== theirs.length) return median(ours) / median(theirs)
  return median(ours.map((value, turn) => value / theirs[turn]))
}

/** @param {Row} row */
export function isBehind(row) {
  return row.better === 'more' ? ratioOf(row) < 1 : ratioOf(row) > 1
}

/** @param {Row} row */
export function missesLimit(row) {
  if (row.limit === undefined) return false
  return row.better === 'more' ? ratioOf(row) < row.limit : ratioOf(row) > row.limit
}
