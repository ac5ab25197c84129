/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }
 *   | undefined} report Playwright's JSON report
 * @param {number} code its exit code
 * @returns {import('./format-results.mjs').Counts}
 */
export function countPlaywright(report, code) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {}
  const passed = expected + flaky
  // A suite that does not start fails the run, but no test.
  const isUnexplained = unexpected === 0 && (code !== 0 || passed === 0)
  return { passed, failed: isUnexplained ? 1 : unexpected, skipped }
}
