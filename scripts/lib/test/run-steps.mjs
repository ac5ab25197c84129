import { install } from '../install.mjs'
import { stopRunning } from '../run.mjs'
import { paint, say } from '../say.mjs'
import { formatTable, formatTotals } from './format-results.mjs'

/**
 * @typedef {object} Step
 * @property {string} title
 * @property {() => Promise<import('./format-results.mjs').Counts>} run
 */

/**
 * Installs what is missing and runs the steps in order, all of them even if one fails. The last line counts.
 *
 * @param {Step[]} steps
 * @returns {Promise<number>} exit code
 */
export async function runSteps(steps) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => stopRunning().then(() => process.exit(130)))
  }
  const results = []
  if (await install()) {
    for (const step of steps) results.push(await runStep(step))
  } else {
    results.push({ title: 'Install', seconds: 0, passed: 0, failed: 1, skipped: 0 })
  }
  say(`\n${formatTable(results)}\n`)
  say(formatTotals(results))
  return results.some(({ failed }) => failed > 0) ? 1 : 0
}

/** @param {Step} step */
async function runStep({ title, run }) {
  say(`\n${paint('bold', `━━ ${title} ${'━'.repeat(Math.max(0, 60 - title.length))}`)}`)
  const start = performance.now()
  const counts = await run().catch((error) => {
    say(paint('red', error instanceof Error ? error.message : String(error)))
    return { passed: 0, failed: 1, skipped: 0 }
  })
  const seconds = (performance.now() - start) / 1000
  say(`${markOf(counts)} ${paint('dim', `in ${seconds.toFixed(1)} s`)}`)
  return { title, seconds, ...counts }
}

/** @param {import('./format-results.mjs').Counts} counts */
function markOf({ passed, failed, skipped }) {
  if (failed > 0) return paint('red', '✗ failed')
  return passed === 0 && skipped > 0 ? paint('yellow', '- skipped') : paint('green', '✓ passed')
}
