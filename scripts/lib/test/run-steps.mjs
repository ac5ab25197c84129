import { install } from '../install.mjs'
import { stopRunning } from '../run.mjs'
import { paint, say } from '../say.mjs'
import { formatSlowest } from './file-times.mjs'
import { formatTable, formatTotals } from './format-results.mjs'

/** @typedef {import('./format-results.mjs').Counts} Counts */
/** @typedef {Counts & { output?: string, files?: import('./file-times.mjs').FileTime[] }} Outcome */
/**
 * @typedef {object} Step
 * @property {string} title
 * @property {() => Promise<Outcome>} run
 */

const slowestCount = 10

/**
 * Installs what is missing and runs stages one after the other, all of them even if one fails. The lanes of a
 * stage run side by side, the steps of a lane one after the other. The last line counts.
 *
 * @param {Step[][][]} stages
 * @returns {Promise<number>} exit code
 */
export async function runSteps(stages) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => stopRunning().then(() => process.exit(130)))
  }
  const start = performance.now()
  const results = []
  if (await install()) {
    for (const lanes of stages) results.push(...(await Promise.all(lanes.map(runLane))).flat())
  } else {
    results.push({ title: 'Install', seconds: 0, passed: 0, failed: 1, skipped: 0 })
  }
  const files = results.flatMap((result) => result.files ?? [])
  if (files.length > 0) {
    say(`\nThe ${Math.min(slowestCount, files.length)} slowest of ${files.length} test files:\n`)
    say(formatSlowest(files, slowestCount))
  }
  say(`\n${formatTable(results, (performance.now() - start) / 1000)}\n`)
  say(formatTotals(results))
  return results.some(({ failed }) => failed > 0) ? 1 : 0
}

/** @param {Step[]} steps */
async function runLane(steps) {
  const results = []
  for (const step of steps) results.push(await runStep(step))
  return results
}

/** @param {Step} step */
async function runStep({ title, run }) {
  say(paint('dim', `▸ ${title} …`))
  const start = performance.now()
  const outcome = await run().catch((error) => ({
    passed: 0,
    failed: 1,
    skipped: 0,
    output: paint('red', error instanceof Error ? error.message : String(error)),
  }))
  const seconds = (performance.now() - start) / 1000
  if (outcome.output) say(outcome.output)
  say(`${markOf(outcome)} ${paint('bold', title)} ${paint('dim', `in ${seconds.toFixed(1)} s`)}`)
  return { title, seconds, ...outcome }
}

/** @param {Counts} counts */
function markOf({ passed, failed, skipped }) {
  if (failed > 0) return paint('red', '✗')
  return passed === 0 && skipped > 0 ? paint('yellow', '-') : paint('green', '✓')
}
