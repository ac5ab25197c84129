/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number,
 *   numTodoTests: number } | undefined} report vitest's JSON report
 * @param {number} code its exit code
 * @returns {import('./format-results.mjs').Counts}
 */
export function countVitest(report, code) {
  const passed = report?.numPassedTests ?? 0
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)
  const failed = report?.numFailedTests ?? 0
  // A file that does not load, a type error and an unhandled error fail the run, but no test.
  const isUnexplained = failed === 0 && (code !== 0 || passed === 0)
  return { passed, failed: isUnexplained ? 1 : failed, skipped }
}
