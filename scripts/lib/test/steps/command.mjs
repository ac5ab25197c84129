/**
 * A step that is one command and counts as one test; its output is shown only when it fails.
 *
 * @param {() => ReturnType<typeof import('../../run.mjs').run>} start
 * @returns {() => Promise<import('../run-steps.mjs').Outcome>}
 */
export function command(start) {
  return async () => {
    const { code, output, isTimeout } = await start()
    if (code === 0) return { passed: 1, failed: 0, skipped: 0 }
    const end = isTimeout ? '\nIt took too long and was stopped.' : ''
    return { passed: 0, failed: 1, skipped: 0, output: output.trimEnd() + end }
  }
}
