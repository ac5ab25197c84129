/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {Counts & { title: string, seconds: number }} StepResult */

/**
 * @param {StepResult[]} results
 * @param {number} seconds of the whole run; steps may run side by side
 */
export function formatTable(results, seconds) {
  const rows = [
    ['', 'step', 'passed', 'failed', 'skipped', 'time'],
    ...results.map(toRow),
    toRow({ title: 'all', seconds, ...sum(results) }),
  ]
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  const format = (row) =>
    row
      .map((cell, column) =>
        column < 2 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
      )
      .join('  ')
  return rows.map(format).join('\n')
}

/** @param {StepResult} result */
function toRow({ title, passed, failed, skipped, seconds }) {
  const counts = [passed, failed, skipped].map(String)
  return [failed > 0 ? '✗' : '✓', title, ...counts, `${seconds.toFixed(1)} s`]
}

/**
 * The last line of `npm test`, which machines read.
 *
 * @param {Counts[]} results
 */
export function formatTotals(results) {
  const { passed, failed, skipped } = sum(results)
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/**
 * @param {Counts[]} results
 * @returns {Counts}
 */
export function sum(results) {
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const { passed, failed, skipped } of results) {
    total.passed += passed
    total.failed += failed
    total.skipped += skipped
  }
  return total
}
