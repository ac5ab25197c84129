import { formatTable, formatTotals } from './format-results.mjs'
import { install } from './install.mjs'
import { parseCommand, UsageError } from './parse-command.mjs'
import { stopRunning } from './run.mjs'
import { paint, say } from './say.mjs'
import { stepsFor } from './steps/index.mjs'

const help = `npm test: everything that is checked, on this machine only.

Installs what is missing (a browser included), then runs lint, build, sizes, typecheck, unit
and end-to-end tests, all of them even if one fails. The last line counts the tests.

  npm test -- --only NAME   lint, sizes, typecheck, unit or e2e; may be given several times
  npm test -- --help        shows this`

/**
 * @param {string[]} argv
 * @returns {Promise<number>} exit code
 */
export async function runTest(argv) {
  try {
    const { help: wantsHelp, only } = parseCommand(argv, {
      only: { type: 'string', multiple: true },
    })
    if (!wantsHelp) return await runSteps(stepsFor(only))
    say(help)
    return 0
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    say(error.message)
    return 2
  }
}

/** @param {ReturnType<typeof stepsFor>} steps */
async function runSteps(steps) {
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

/** @param {ReturnType<typeof stepsFor>[number]} step */
async function runStep({ title, run }) {
  say(`\n${paint('bold', `━━ ${title} ${'━'.repeat(Math.max(0, 60 - title.length))}`)}`)
  const start = performance.now()
  const counts = await run().catch((error) => {
    say(paint('red', error instanceof Error ? error.message : String(error)))
    return { passed: 0, failed: 1, skipped: 0 }
  })
  const seconds = (performance.now() - start) / 1000
  const mark = counts.failed > 0 ? paint('red', '✗ failed') : paint('green', '✓ passed')
  say(`${mark} ${paint('dim', `in ${seconds.toFixed(1)} s`)}`)
  return { title, seconds, ...counts }
}
