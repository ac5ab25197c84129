/**
 * @typedef {object} VitestReport vitest's JSON report
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {{ status: string, assertionResults: { status: string }[] }[]} testResults one a file
 */

/**
 * @param {VitestReport | undefined} report
 * @param {number} code vitest's exit code
 * @returns {import('./format-results.mjs').Counts}
 */
export function countVitest(report, code) {
  const passed = report?.numPassedTests ?? 0
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)
  const failed = (report?.numFailedTests ?? 0) + brokenFiles(report)
  // A type error and an unhandled error fail the run, but no test and no file.
  const isUnexplained = failed === 0 && (code !== 0 || passed === 0)
  return { passed, failed: isUnexplained ? 1 : failed, skipped }
}

/** Files that failed without a failed test, as those that do not load: one failure each. */
function brokenFiles(report) {
  const files = report?.testResults ?? []
  return files.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length
}
