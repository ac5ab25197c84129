/** Exit code, as Automake has it: what a project needs is not on this machine. */
export const missingCode = 77

/**
 * @param {import('./check-consumer.mjs').Result[]} results
 * @returns {number}
 */
export function exitCode(results) {
  if (results.every(({ ok }) => ok)) return 0
  return results.some(({ ok, isMissing }) => !ok && !isMissing) ? 1 : missingCode
}
